import type { ComponentChildren } from 'preact';

/** A passage set apart: a quotation, a rule, what the record says. */
export function Inset({ children }: { children: ComponentChildren }) {
  return <div class="govuk-inset-text">{children}</div>;
}
