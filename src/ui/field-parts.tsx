import type { ComponentChildren } from 'preact';

/** What every field has. `id` is the name unless given; the error summary links to it. */
export type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly id?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
};

export const classes = (...names: readonly (string | false | undefined)[]): string =>
  names.filter(Boolean).join(' ');

/** The ids of the hint and the error, as `aria-describedby` wants them. */
export const describedBy = (id: string, { hint, error }: Pick<FieldProps, 'hint' | 'error'>) =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;

export function FormGroup({ error, children }: { error?: string | undefined; children: ComponentChildren }) {
  return <div class={classes('govuk-form-group', error && 'govuk-form-group--error')}>{children}</div>;
}

export function HintAndError({ id, hint, error }: Pick<FieldProps, 'hint' | 'error'> & { id: string }) {
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
    </>
  );
}

/** A label, then the hint and the error, then the control, in the order that screen readers want. */
export function LabelledGroup({
  field,
  id,
  children,
}: {
  field: FieldProps;
  id: string;
  children: ComponentChildren;
}) {
  return (
    <FormGroup error={field.error}>
      <label class="govuk-label" for={id}>
        {field.label}
      </label>
      <HintAndError id={id} hint={field.hint} error={field.error} />
      {children}
    </FormGroup>
  );
}

/** A group of controls under one legend: radios, checkboxes, the three boxes of a date. */
export function FieldsetGroup({
  field,
  id,
  role,
  children,
}: {
  field: FieldProps;
  id: string;
  role?: 'group';
  children: ComponentChildren;
}) {
  return (
    <FormGroup error={field.error}>
      <fieldset class="govuk-fieldset" role={role} aria-describedby={describedBy(id, field)}>
        <legend class="govuk-fieldset__legend">{field.label}</legend>
        <HintAndError id={id} hint={field.hint} error={field.error} />
        {children}
      </fieldset>
    </FormGroup>
  );
}
