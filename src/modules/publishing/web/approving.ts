import type { Values } from '#src/kernel/form.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { goTo, type Outcome, refuse } from '#src/platform/http/route.ts';
import { approveDocument } from '../commands/publish-document.ts';
import type { Approver } from '../domain/document.ts';
import type { approveForm } from '../domain/publishing.form.ts';
import { documentHref, type Held, loadDocument, staleWords } from './document-of-school.ts';

export type ToApprove = Held & { readonly today: string };

export async function loadToApprove(tx: Tx, slug: string): Promise<ToApprove | null> {
  const held = await loadDocument(tx, slug);
  return held === null ? null : { ...held, today: tx.scope.today };
}

/** Notes an approval of what was read. */
export async function approveAs(
  givenBy: Approver,
  { tx, subject, values }: { tx: Tx; subject: Held; values: Values<typeof approveForm> },
): Promise<Outcome> {
  const { note = null, approvedOn, version } = values;
  const done = await approveDocument(tx, subject.document, { givenBy, approvedOn, note, version });
  if (done.ok) return goTo(documentHref(subject.kind), 'Approved');
  return refuse(
    done.refusal === 'stale' ? staleWords : { approvedOn: 'Approved on must be today or in the past' },
  );
}
