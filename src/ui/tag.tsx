import type { ComponentChildren } from 'preact';

/** `support` is SEN support, `plan` an EHC plan, `watch` neutral, then good, soon and late. */
export type TagKind = 'support' | 'plan' | 'watch' | 'good' | 'warn' | 'late';

/** A status in words; the colour only repeats them. */
export function Tag({ kind, children }: { kind: TagKind; children: ComponentChildren }) {
  return <span class={`tag ${kind}`}>{children}</span>;
}
