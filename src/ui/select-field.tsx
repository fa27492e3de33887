import { classes, describedBy, type FieldProps, LabelledGroup } from './field-parts.tsx';

export type SelectOption = { readonly value: string; readonly label: string };

export type SelectFieldProps = FieldProps & {
  readonly options: readonly SelectOption[];
  readonly value?: string | undefined;
};

/** One choice from many. For seven or fewer, radios are quicker to read and to click. */
export function SelectField(props: SelectFieldProps) {
  const { name, error, id = name, options, value } = props;
  return (
    <LabelledGroup field={props} id={id}>
      <select
        class={classes('govuk-select', error && 'govuk-select--error')}
        id={id}
        name={name}
        aria-describedby={describedBy(id, props)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </LabelledGroup>
  );
}
