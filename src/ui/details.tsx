import type { ComponentChildren } from 'preact';

/** What few need, folded away. */
export function Details({
  summary,
  isOpen,
  children,
}: {
  summary: string;
  isOpen?: boolean | undefined;
  children: ComponentChildren;
}) {
  return (
    <details class="govuk-details" open={isOpen}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
