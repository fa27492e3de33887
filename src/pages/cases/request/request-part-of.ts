import type { z } from 'zod';
import { type RequestPartKey, stateOfPart } from '#src/modules/ehcp/index.ts';
import { findDraft, type PlanDraft } from '#src/modules/plans/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { loadRequest, type OfPart, type RequestSubject } from './request-of.ts';

export type PartSubject = RequestSubject & {
  readonly part: RequestPartKey;
  readonly draft: PlanDraft | null;
};

/** Under which name the private draft of a part is kept: that of another request is not offered. */
export const draftPartOf = ({ sent }: Pick<RequestSubject, 'sent'>, part: RequestPartKey) =>
  `request-${part}-${sent.length}` as const;

export const draftHref = (pupilId: string, part: RequestPartKey): string =>
  `/pupils/${pupilId}/request/parts/${part}/draft`;

/** One part of a request, with what its writer left unsaved of it. */
export async function loadPart(
  tx: Tx,
  { pupilId, requestPart }: z.output<typeof OfPart>,
  actor: Parameters<typeof loadRequest>[2],
): Promise<PartSubject | null> {
  const subject = await loadRequest(tx, pupilId, actor);
  if (subject === null) return null;
  const draft = await findDraft(tx, pupilId, draftPartOf(subject, requestPart));
  return { ...subject, part: requestPart, draft };
}

export const writtenOf = ({ request, part }: PartSubject) => request?.parts.find((one) => one.part === part);

/** What is chosen of a part that nobody saved: the records may have filled it whole. */
export const proposedState = ({ request, part }: PartSubject) => {
  const state = stateOfPart(request ?? { parts: [] }, part);
  return state === 'not_started' ? 'in_progress' : state;
};
