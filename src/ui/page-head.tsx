import type { ComponentChildren } from 'preact';

/** The page's heading, one quiet line under it, and what can be done on the right. */
export function PageHead({
  title,
  lead,
  actions,
}: {
  title: string;
  lead?: ComponentChildren;
  actions?: ComponentChildren;
}) {
  return (
    <div class="head">
      <div>
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
      {actions && <div class="buttons">{actions}</div>}
    </div>
  );
}
