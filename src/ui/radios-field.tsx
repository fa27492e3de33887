import { type Choice, ChoiceItems } from './choice-items.tsx';
import { classes, type FieldProps, FieldsetGroup } from './field-parts.tsx';

export type RadiosFieldProps = FieldProps & {
  readonly options: readonly Choice[];
  readonly value?: string | undefined;
  /** Side by side, for two or three short answers. */
  readonly isInline?: boolean | undefined;
  readonly isSmall?: boolean | undefined;
};

/** One choice from a few, all of them in sight. */
export function RadiosField(props: RadiosFieldProps) {
  const { name, id = name, options, value, isInline, isSmall } = props;
  return (
    <FieldsetGroup field={props} id={id}>
      <div
        class={classes('govuk-radios', isSmall && 'govuk-radios--small', isInline && 'govuk-radios--inline')}
        data-module="govuk-radios"
      >
        <ChoiceItems
          kind="radios"
          id={id}
          name={name}
          options={options}
          chosen={value === undefined ? [] : [value]}
        />
      </div>
    </FieldsetGroup>
  );
}
