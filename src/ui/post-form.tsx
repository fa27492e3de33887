import type { ComponentChildren } from 'preact';
import type { Attempt } from '../kernel/form.ts';
import { type ButtonKind, ButtonRow, SubmitButton } from './buttons.tsx';
import { ErrorSummary, type SummaryError } from './error-summary.tsx';

export type PostFormProps = {
  /** Where it is posted; this page, if absent. */
  readonly action?: string | undefined;
  readonly attempt: Attempt;
  readonly children?: ComponentChildren;
  /** The words of the button. */
  readonly submit: string;
  readonly kind?: ButtonKind | undefined;
  readonly encType?: 'multipart/form-data' | undefined;
  readonly cancel?: { readonly label?: string; readonly href: string } | undefined;
};

const isDate = (value: unknown) => typeof value === 'object' && value !== null && Reflect.has(value, 'day');

/**
 * The messages in the form's order, first what belongs to no field. A link goes to a date's first box, else to the
 * field itself: radios and checkboxes give their own name to the first.
 */
export function summaryOf({ errors, values }: Attempt): readonly SummaryError[] {
  const { form: whole, ...fields } = errors;
  const linked = Object.entries(fields).map(([name, text]) => ({
    text,
    href: isDate(values[name]) ? `#${name}-day` : `#${name}`,
  }));
  return whole === undefined ? linked : [{ text: whole }, ...linked];
}

/** A form that is posted: the error summary, the fields, the button. The browser checks nothing; the server does. */
export function PostForm({ action, attempt, children, submit, kind, encType, cancel }: PostFormProps) {
  const errors = summaryOf(attempt);
  return (
    <>
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      <form class="post" method="post" action={action} encType={encType} novalidate>
        {children}
        <ButtonRow>
          <SubmitButton kind={kind}>{submit}</SubmitButton>
          {cancel && <a href={cancel.href}>{cancel.label ?? 'Cancel'}</a>}
        </ButtonRow>
      </form>
    </>
  );
}
