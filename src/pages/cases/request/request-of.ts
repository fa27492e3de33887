import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { listMeasures, listResults } from '#src/modules/assessments/index.ts';
import { type ListedDocument, listDocuments } from '#src/modules/documents/index.ts';
import {
  type AssessmentRequest,
  type Authority,
  appendicesOf,
  contentOfDraft,
  listAuthorities,
  listCases,
  listRequests,
  type RequestContent,
  requestPartKeys,
} from '#src/modules/ehcp/index.ts';
import { findLastReviewed, findPlanAtWork, listPlanVersions } from '#src/modules/plans/index.ts';
import { findPupilProvision } from '#src/modules/provision/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { findPupilHead, type PupilHead } from '../../pupil/pupil-head.ts';
import {
  cycleParagraph,
  needParagraphs,
  provisionParagraphs,
  pupilParagraphs,
  resultParagraphs,
  reviewedParagraph,
  section,
  strengthParagraphs,
} from './request-live.ts';

export const OfPupil = z.object({ pupilId: PupilId });
export const OfPart = OfPupil.extend({ requestPart: z.enum(requestPartKeys as ['needs']) });
export const requestHref = (pupilId: string): string => `/pupils/${pupilId}/request`;

export type RequestSubject = PupilHead & {
  /** What the records say today, and the same with what was changed by hand: as it would be sent. */
  readonly live: RequestContent;
  readonly content: RequestContent;
  /** The one that is written; null while nothing of it was saved. */
  readonly request: AssessmentRequest | null;
  readonly sent: readonly AssessmentRequest[];
  readonly documents: readonly ListedDocument[];
  readonly appendices: readonly ListedDocument[];
  readonly authority: Authority | null;
  readonly authorities: readonly Authority[];
  readonly schoolName: string;
};

/** What comes from professionals, and so is proposed as an appendix. */
const reports: readonly ListedDocument['kind'][] = [
  'psychology',
  'speech',
  'occupational',
  'health',
  'mental_health',
  'specialist_teaching',
  'social_care',
];

const isOpen = ({ state }: AssessmentRequest): boolean => state === 'open';

const isReport = ({ kind }: Pick<ListedDocument, 'kind'>): boolean => reports.includes(kind);

const appendixParagraphs = (appendices: readonly ListedDocument[]): RequestContent['appendices'] =>
  appendices.map(({ title, datedOn, receivedOn, documentId }) => ({
    label: title,
    on: datedOn ?? receivedOn,
    href: `/documents/${documentId}`,
  }));

/** What the records say about a pupil to whoever is asked for help: read beside other things, in the same statements. */
export async function readRecords(
  one: Tx,
  pupilId: PupilId,
): Promise<{
  readonly head: PupilHead;
  readonly content: RequestContent;
  readonly documents: readonly ListedDocument[];
} | null> {
  const [head, plan, reviewed, versions, provision, results, measures, documents] = await Promise.all([
    findPupilHead(one, pupilId),
    findPlanAtWork(one, pupilId),
    findLastReviewed(one, pupilId),
    listPlanVersions(one, pupilId),
    findPupilProvision(one, pupilId),
    listResults(one, { pupilIds: [pupilId] }),
    listMeasures(one),
    may(one.scope.actor, 'document.read')
      ? listDocuments(one, { pupilId, q: '', kinds: [], limit: 200, offset: 0 })
      : [],
  ]);
  if (head === null) return null;
  const words = plan ?? reviewed;
  const content: RequestContent = {
    pupil: pupilParagraphs(head),
    pupilViews: section(words, 'pupil_views', pupilId),
    parentViews: section(words, 'parent_views', pupilId),
    strengths: [...section(words, 'strengths', pupilId), ...strengthParagraphs(head)],
    needs: [...needParagraphs(head), ...section(words, 'barriers', pupilId)],
    cycles: [
      ...versions.toReversed().map((version) => cycleParagraph(version, pupilId)),
      ...reviewedParagraph(reviewed),
    ],
    provision: provisionParagraphs(provision, pupilId),
    results: resultParagraphs(results, measures, pupilId),
    appendices: appendixParagraphs(appendicesOf(documents, null, isReport)),
    cycleCount: new Set(versions.map((version) => version.content.cycle)).size,
    hasCosts: provision.runs.some(({ spent }) => spent !== null && spent > 0),
  };
  return { head, content, documents };
}

/** A request for an assessment: the records of today and what was written upon them; null where the pupil is not the actor's to see. */
export async function loadRequest(
  tx: Tx,
  pupilId: PupilId,
  actor: Tx['scope']['actor'] & { readonly schoolName: string },
): Promise<RequestSubject | null> {
  const { records, authorities, cases, requests } = await tx.scope.together({
    records: (one: Tx) => readRecords(one, pupilId),
    authorities: (one: Tx) => listAuthorities(one),
    cases: (one: Tx) => listCases(one, { pupilIds: [pupilId], kind: 'needs-assessment', open: true }),
    requests: (one: Tx) => listRequests(one, pupilId),
  });
  if (records === null) return null;
  const { head, documents } = records;
  const request = requests.find(isOpen) ?? null;
  const appendices = appendicesOf(documents, request?.appendixIds ?? null, isReport);
  const live = { ...records.content, appendices: appendixParagraphs(appendices) };
  return {
    ...head,
    ...{ live, request, documents, appendices, authorities },
    content: contentOfDraft(live, request ?? { parts: [] }),
    sent: requests.filter((one) => !isOpen(one)),
    authority: authorityOfPupil(head, authorities, cases[0]?.authorityId ?? null),
    schoolName: actor.schoolName,
  };
}

/** Of the open case; else the one that the pupil's record names; else the only one that the school has. */
export function authorityOfPupil(
  head: Pick<PupilHead, 'pupil'>,
  all: readonly Authority[],
  ofCase: string | null,
): Authority | null {
  const code = head.pupil.facts.find(({ kind }) => kind === 'home_authority')?.value;
  return (
    all.find(({ authorityId }) => authorityId === ofCase) ??
    all.find((each) => each.code !== null && each.code === code) ??
    (all.length === 1 ? (all[0] ?? null) : null)
  );
}
