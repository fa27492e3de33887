import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { casesEvents } from '../domain/cases.events.ts';
import type { AssessmentRequest, WrittenPart } from '../domain/request-draft.ts';
import { type CaseRefused, type CaseResult, refusedWith } from './check-case.ts';

const record = recorder(casesEvents);

export const staleRequest: CaseRefused = refusedWith(
  'stale',
  'Somebody else has saved this since you opened it. Both texts are shown: put them together and save again.',
);

/** The request that is written, or none yet: it begins with what is saved first. */
export type OpenRequest = { readonly pupilId: PupilId; readonly request: AssessmentRequest | null };

/** The id and version of the request as it is now; null where somebody else began one meanwhile. */
export async function requestBegun(tx: Tx, { pupilId, request }: OpenRequest) {
  if (request !== null) return request;
  const { actor, clock, today } = tx.scope;
  const requestId = newId(clock.now().getTime());
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('assessmentRequests')
    .values({
      schoolId: actor.schoolId,
      assessmentRequestId: requestId,
      pupilId,
      begunOn: today,
      byPersonId: actor.personId,
    })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n ? { requestId, version: 1, parts: [] } : null;
}

/** Saves a part of a request as it was read. `false` where nothing was different. */
export async function writeRequestPart(
  tx: Tx,
  of: OpenRequest,
  given: WrittenPart,
): Promise<CaseResult<boolean>> {
  const { part, state, paragraphs, own, version } = given;
  const held = of.request?.parts.find((one) => one.part === part);
  if ((held?.version ?? 0) !== version) return staleRequest;
  const started = { state: null, paragraphs: [], own: null };
  const before: Readonly<Record<string, unknown>> = held === undefined ? started : { ...held };
  const changes = changesBetween<Record<string, unknown>>(before, { state, paragraphs, own });
  if (nothingChanged(changes)) return done(false);
  const begun = await requestBegun(tx, of);
  if (begun === null) return staleRequest;
  const { pupilId } = of;
  const { requestId } = begun;
  if (!(await savePart(tx, { requestId, pupilId, ...given }))) return staleRequest;
  await record(tx, {
    type: 'RequestWritten',
    audience: 'staff',
    pupilId,
    subjectId: requestId,
    changes: { part: { before: held === undefined ? null : part, after: part }, ...changes },
  });
  return done(true);
}

type Saved = WrittenPart & { readonly requestId: string; readonly pupilId: PupilId };

async function savePart(
  tx: Tx,
  { requestId, pupilId, part, state, paragraphs, own, version }: Saved,
): Promise<boolean> {
  const { schoolId } = tx.scope.actor;
  const set = { state, paragraphs: JSON.stringify(paragraphs), own };
  const key = { schoolId, assessmentRequestId: requestId, part };
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('assessmentRequestParts')
      .values({ ...key, pupilId, ...set })
      .onConflict((oc) => oc.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await tx
    .updateTable('assessmentRequestParts')
    .set({ ...set, version: version + 1 })
    .where('schoolId', '=', schoolId)
    .where('assessmentRequestId', '=', requestId)
    .where('part', '=', part)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Chooses the documents that go with a request. `false` where they are those chosen before. */
export async function chooseAppendices(
  tx: Tx,
  of: OpenRequest,
  given: { readonly appendixIds: readonly string[]; readonly version: number },
): Promise<CaseResult<boolean>> {
  if ((of.request?.version ?? 0) !== given.version) return staleRequest;
  const { appendixIds } = given;
  const changes = changesBetween({ appendixIds: of.request?.appendixIds ?? null }, { appendixIds });
  if (nothingChanged(changes)) return done(false);
  const begun = await requestBegun(tx, of);
  if (begun === null || !(await setRequest(tx, begun, { appendixIds: [...appendixIds] })))
    return staleRequest;
  await record(tx, {
    type: 'RequestAppendicesChosen',
    audience: 'staff',
    pupilId: of.pupilId,
    subjectId: begun.requestId,
    changes,
  });
  return done(true);
}

type RequestSet = {
  readonly appendixIds?: string[];
  readonly state?: 'sent';
  readonly sentOn?: string;
  readonly sentHow?: string;
  readonly documentId?: string;
  readonly caseId?: string;
};

/** The open request as it was read gets its next version; false where somebody else was faster. */
export async function setRequest(
  tx: Tx,
  { requestId, version }: Pick<AssessmentRequest, 'requestId' | 'version'>,
  set: RequestSet,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('assessmentRequests')
    .set({ ...set, version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('assessmentRequestId', '=', requestId)
    .where('version', '=', version)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
