import type { ComponentChildren } from 'preact';
import { Tag, type TagKind } from './tag.tsx';

/** A list on the left, the work in the middle, notes on the right; on a phone one below the other, the list as a line. */
export function Workbench({
  list,
  side,
  children,
}: {
  list: ComponentChildren;
  side: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <div class="bench">
      {list}
      <div>{children}</div>
      <div>{side}</div>
    </div>
  );
}

export type PartLink = {
  readonly label: string;
  readonly href: string;
  /** Where it stands, in words. */
  readonly state?: { readonly words: string; readonly kind: TagKind } | undefined;
  readonly isCurrent?: boolean | undefined;
};

/** The parts of something that is written bit by bit, each with where it stands. */
export function PartList({ label, parts }: { label: string; parts: readonly PartLink[] }) {
  return (
    <nav class="parts not-on-paper" aria-label={label}>
      <ul>
        {parts.map((part) => (
          <li key={part.href}>
            <a href={part.href} aria-current={part.isCurrent ? 'page' : undefined}>
              <span>{part.label}</span>
              {part.state && <Tag kind={part.state.kind}>{part.state.words}</Tag>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
