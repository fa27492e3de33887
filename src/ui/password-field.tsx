import { classes, describedBy, type FieldProps, HintAndError } from './field-parts.tsx';

/** A password. What was typed is never sent back, so there is no value. The button to show it needs script. */
export function PasswordField(
  props: FieldProps & { readonly autocomplete?: 'current-password' | 'new-password' | undefined },
) {
  const { name, id = name, label, hint, error, autocomplete = 'current-password' } = props;
  return (
    <div
      class={classes('govuk-form-group', error && 'govuk-form-group--error', 'govuk-password-input')}
      data-module="govuk-password-input"
    >
      <label class="govuk-label" for={id}>
        {label}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      <div class="govuk-input__wrapper govuk-password-input__wrapper">
        <input
          class={classes(
            'govuk-input govuk-password-input__input govuk-js-password-input-input',
            error && 'govuk-input--error',
          )}
          id={id}
          name={name}
          type="password"
          spellcheck={false}
          aria-describedby={describedBy(id, props)}
          autocomplete={autocomplete}
          autocapitalize="none"
        />
        <button
          type="button"
          class="govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle"
          data-module="govuk-button"
          aria-controls={id}
          aria-label="Show password"
          hidden
        >
          Show
        </button>
      </div>
    </div>
  );
}
