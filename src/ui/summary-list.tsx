import type { ComponentChildren } from 'preact';

export type SummaryAction = {
  readonly label: string;
  readonly href: string;
  /** What the link is about, for those who hear it alone: "Change" + "name". */
  readonly about?: string | undefined;
};

export type SummaryRow = {
  readonly key: ComponentChildren;
  readonly value: ComponentChildren;
  readonly actions?: readonly SummaryAction[] | undefined;
};

function Action({ action }: { action: SummaryAction }) {
  return (
    <a class="govuk-link" href={action.href}>
      {action.label}
      {action.about && <span class="govuk-visually-hidden"> {action.about}</span>}
    </a>
  );
}

function Actions({ actions }: { actions: readonly SummaryAction[] }) {
  const [only, ...more] = actions;
  if (!only) return null;
  return (
    <dd class="govuk-summary-list__actions">
      {more.length === 0 ? (
        <Action action={only} />
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {actions.map((action) => (
            <li key={action.href} class="govuk-summary-list__actions-list-item">
              <Action action={action} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
}

/** Facts by name: each key with its value, and links to change it. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const hasActions = rows.some((row) => row.actions?.length);
  return (
    <dl class="govuk-summary-list">
      {rows.map(({ key, value, actions = [] }, index) => (
        <div
          key={index}
          class={
            hasActions && actions.length === 0
              ? 'govuk-summary-list__row govuk-summary-list__row--no-actions'
              : 'govuk-summary-list__row'
          }
        >
          <dt class="govuk-summary-list__key">{key}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
          <Actions actions={actions} />
        </div>
      ))}
    </dl>
  );
}
