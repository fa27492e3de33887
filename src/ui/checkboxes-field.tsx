import { type Choice, ChoiceItems } from './choice-items.tsx';
import { classes, type FieldProps, FieldsetGroup } from './field-parts.tsx';

export type CheckboxesFieldProps = FieldProps & {
  readonly options: readonly Choice[];
  readonly values?: readonly string[] | undefined;
  readonly isSmall?: boolean | undefined;
};

/** Any number of choices from a few. */
export function CheckboxesField(props: CheckboxesFieldProps) {
  const { name, id = name, options, values = [], isSmall } = props;
  return (
    <FieldsetGroup field={props} id={id}>
      <div
        class={classes('govuk-checkboxes', isSmall && 'govuk-checkboxes--small')}
        data-module="govuk-checkboxes"
      >
        <ChoiceItems kind="checkboxes" id={id} name={name} options={options} chosen={values} />
      </div>
    </FieldsetGroup>
  );
}
