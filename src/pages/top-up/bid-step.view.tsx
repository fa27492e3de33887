import type { ComponentChildren } from 'preact';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { Attempt } from '#src/kernel/form.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { Card } from '#src/ui/card.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { type BidInShort, bidHref, leadOf, loadBid } from './bid-of.ts';

export type BidToday = BidInShort & { readonly today: SchoolDate };

/** An application with the day, from which most of what happens to it is dated; null where the actor sees none. */
export async function loadBidToday(tx: Tx, bidId: string): Promise<BidToday | null> {
  const held = await loadBid(tx, bidId);
  return held === null ? null : { ...held, today: tx.scope.today };
}

/** The form of one step in the life of an application, with its version. */
export function BidStep({
  of,
  attempt,
  title,
  submit,
  children,
}: {
  of: BidInShort;
  attempt: Attempt;
  title: string;
  submit: string;
  children: ComponentChildren;
}) {
  return (
    <div class="narrow">
      <PageHead title={title} lead={leadOf(of)} />
      <PostForm attempt={attempt} submit={submit} cancel={{ href: bidHref(of.bid.bidId) }}>
        <HiddenField name="version" value={String(of.bid.version)} />
        <Card>{children}</Card>
      </PostForm>
    </div>
  );
}
