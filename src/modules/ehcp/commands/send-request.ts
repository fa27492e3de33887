import { changesBetween } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { done } from '#src/kernel/result.ts';
import { type DocumentAudience, keepDocument, type TakenFile } from '#src/modules/documents/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { casesEvents } from '../domain/cases.events.ts';
import { listCases } from '../queries/list-cases.ts';
import { type CaseResult, refusedWith } from './check-case.ts';
import { openCase } from './open-case.ts';
import { type OpenRequest, requestBegun, setRequest, staleRequest } from './write-request.ts';

const record = recorder(casesEvents);

export type SentRequest = {
  readonly sentOn: SchoolDate;
  readonly receivedOn: SchoolDate;
  readonly authorityId: string | null;
  readonly how: string;
  readonly version: number;
  readonly file: TakenFile;
  /** That of the strictest document bound in. */
  readonly audience: DocumentAudience;
};

/**
 * Sends a request: what was sent is kept as a document with its appendices, never changed, and the case opens on the day on
 * which the authority received it, with the document as its proof (rule request-2). Where a case is open under that authority,
 * it goes on. Returns the case's id.
 */
export async function sendRequest(tx: Tx, of: OpenRequest, given: SentRequest): Promise<CaseResult<string>> {
  const { sentOn, receivedOn, authorityId, how, file, audience } = given;
  if ((of.request?.version ?? 0) !== given.version) return staleRequest;
  if (receivedOn < sentOn)
    return refusedWith('out_of_order', 'The authority cannot receive it before it is sent.');
  if (receivedOn > tx.scope.today) return refusedWith('in_future', 'The day must be today or in the past.');
  const begun = await requestBegun(tx, of);
  if (begun === null) return staleRequest;
  const { pupilId } = of;
  const { requestId } = begun;
  const kept = await keepDocument(tx, {
    pupilId,
    kind: 'other',
    title: 'Request for an EHC needs assessment',
    datedOn: sentOn,
    receivedOn: sentOn,
    fromWhom: null,
    notes: how,
    audience,
    file,
    subject: { kind: 'assessment_request', id: requestId },
  });
  if (!kept.ok) return refusedWith('in_future', 'The request cannot be dated on a day to come.');
  const documentId = kept.value;
  const open = await listCases(tx, { pupilIds: [pupilId], kind: 'needs-assessment', open: true });
  const same = open.find((one) => one.authorityId === authorityId);
  const opened =
    same !== undefined
      ? done(same.caseId)
      : await openCase(tx, {
          pupilId,
          kind: 'needs-assessment',
          authorityId,
          events: [{ name: 'requested', happenedOn: receivedOn, note: how, documentId }],
          facts: { askedBy: 'school' },
        });
  if (!opened.ok) return opened;
  const caseId = opened.value;
  const set = { state: 'sent', sentOn, sentHow: how, documentId, caseId } as const;
  if (!(await setRequest(tx, begun, set))) return staleRequest;
  await record(tx, {
    type: 'RequestSent',
    audience: 'staff',
    pupilId,
    subjectId: requestId,
    changes: changesBetween({}, { sentOn, receivedOn, documentId, caseId }),
  });
  return done(caseId);
}
