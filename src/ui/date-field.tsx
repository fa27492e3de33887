import { classes, type FieldProps, FieldsetGroup } from './field-parts.tsx';

export type DateBoxes = { readonly day: string; readonly month: string; readonly year: string };

export type DateFieldProps = FieldProps & { readonly value?: DateBoxes | undefined };

const BOXES = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const;

/** A date in three boxes, named `${name}-day`, `${name}-month` and `${name}-year`. */
export function DateField(props: DateFieldProps) {
  const { name, id = name, value, error } = props;
  return (
    <FieldsetGroup field={props} id={id} role="group">
      <div class="govuk-date-input" id={id}>
        {BOXES.map(({ part, label, width }) => (
          <div key={part} class="govuk-date-input__item">
            <div class="govuk-form-group">
              <label class="govuk-label govuk-date-input__label" for={`${id}-${part}`}>
                {label}
              </label>
              <input
                class={classes(
                  'govuk-input govuk-date-input__input',
                  error && 'govuk-input--error',
                  `govuk-input--width-${width}`,
                )}
                id={`${id}-${part}`}
                name={`${name}-${part}`}
                type="text"
                inputmode="numeric"
                value={value?.[part] || undefined}
              />
            </div>
          </div>
        ))}
      </div>
    </FieldsetGroup>
  );
}
