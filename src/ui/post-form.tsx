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

/** A date's first box, else the field itself: radios and checkboxes give their own name to the first. */
export function summaryOf({ errors, values }: Attempt): readonly SummaryError[] {
  return Object.entries(errors).map(([name, text]) => {
    if (name === 'form') return { text };
    return { text, href: isDate(values[name]) ? `#${name}-day` : `#${name}` };
  });
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
