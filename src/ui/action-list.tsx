import type { ComponentChildren } from 'preact';

export type Action = {
  /** "9.15", "by 5 pm", "Wed 25". */
  readonly when?: ComponentChildren;
  readonly label: ComponentChildren;
  readonly href?: string | undefined;
  /** The reason under it: rule, source, sum. */
  readonly why?: ComponentChildren;
  /** A tag, a date or a link on the right. */
  readonly end?: ComponentChildren;
};

/** Things to do, each with its reason under it. Without times, as in a side column, leave out every `when`. */
export function ActionList({ items }: { items: readonly Action[] }) {
  const hasTimes = items.some((item) => item.when !== undefined);
  return (
    <ul class={hasTimes ? 'list' : 'list plain'}>
      {items.map(({ when, label, href, why, end }, index) => (
        <li key={index}>
          {hasTimes && <span class="when">{when}</span>}
          <div>
            {href ? <a href={href}>{label}</a> : label}
            {why && <span class="why">{why}</span>}
          </div>
          {end && <div class="end">{end}</div>}
        </li>
      ))}
    </ul>
  );
}
