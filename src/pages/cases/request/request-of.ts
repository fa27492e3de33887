import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { longDate, monthYear, type SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import { listMeasures, listResults, scoreWords } from '#src/modules/assessments/index.ts';
import { type ListedDocument, listDocuments } from '#src/modules/documents/index.ts';
import {
  type Authority,
  listAuthorities,
  listCases,
  type RequestContent,
  type RequestParagraph,
} from '#src/modules/ehcp/index.ts';
import {
  findLastReviewed,
  findPlanAtWork,
  listPlanVersions,
  type Plan,
  type PlanVersion,
} from '#src/modules/plans/index.ts';
import { findPupilProvision, minutesInWords, type PupilProvision } from '#src/modules/provision/index.ts';
import { yearWords } from '#src/modules/pupils/index.ts';
import { inForceOn, needLabel, statusLabel } from '#src/modules/register/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { findPupilHead, type PupilHead } from '../../pupil/pupil-head.ts';

export const OfPupil = z.object({ pupilId: PupilId });
export const requestHref = (pupilId: string): string => `/pupils/${pupilId}/request`;

export type RequestSubject = PupilHead & {
  readonly content: RequestContent;
  readonly authority: Authority | null;
  readonly schoolName: string;
};

/** What comes from professionals, and so stands as an appendix. */
const reports: readonly ListedDocument['kind'][] = [
  'psychology',
  'speech',
  'occupational',
  'health',
  'mental_health',
  'specialist_teaching',
  'social_care',
];

/** The reads that a request is made of, side by side. */
async function readRequest(one: Tx, pupilId: PupilId) {
  const [plan, reviewed, versions, provision, results, measures, documents] = await Promise.all([
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
  return { plan, reviewed, versions, provision, results, measures, documents };
}

/** What the records say about a pupil to whoever is asked for help: read beside other things, in the same statements. */
export async function readRecords(
  one: Tx,
  pupilId: PupilId,
): Promise<{ readonly head: PupilHead; readonly content: RequestContent } | null> {
  const [head, read] = await Promise.all([findPupilHead(one, pupilId), readRequest(one, pupilId)]);
  return head === null ? null : { head, content: contentOf(head, read) };
}

/** A request for an assessment as the records of today give it; null where the pupil is not the actor's to see. */
export async function loadRequest(
  tx: Tx,
  pupilId: PupilId,
  actor: Tx['scope']['actor'] & { readonly schoolName: string },
): Promise<RequestSubject | null> {
  const { records, authorities, cases } = await tx.scope.together({
    records: (one: Tx) => readRecords(one, pupilId),
    authorities: (one: Tx) => listAuthorities(one),
    cases: (one: Tx) => listCases(one, { pupilIds: [pupilId], kind: 'needs-assessment', open: true }),
  });
  if (records === null) return null;
  const { head, content } = records;
  return {
    ...head,
    content,
    authority: authorityOfPupil(head, authorities, cases[0]?.authorityId ?? null),
    schoolName: actor.schoolName,
  };
}

function contentOf(head: PupilHead, read: Awaited<ReturnType<typeof readRequest>>): RequestContent {
  const { plan, reviewed, versions, provision, results, measures, documents } = read;
  const { pupilId } = head.pupil;
  const words = plan ?? reviewed;
  return {
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
    appendices: documents
      .filter(({ kind }) => reports.includes(kind))
      .map(({ title, datedOn, receivedOn, documentId }) => ({
        label: title,
        on: datedOn ?? receivedOn,
        href: `/documents/${documentId}`,
      })),
    cycleCount: new Set(versions.map((version) => version.content.cycle)).size,
    hasCosts: provision.runs.some(({ spent }) => spent !== null && spent > 0),
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

function pupilParagraphs({ pupil, sen, today }: PupilHead): RequestParagraph[] {
  const status = sen === null ? undefined : inForceOn(sen.statuses, today);
  const facts = [
    `${pupil.name.forename} ${pupil.name.surname}, born ${longDate(pupil.bornOn)}`,
    yearWords(pupil.yearGroup),
    pupil.className === null ? '' : `${pupil.className} class`,
    status === undefined || status === null
      ? ''
      : `${statusLabel[status.status]} since ${longDate(status.fromOn)}`,
  ].filter(Boolean);
  const source = { label: 'The pupil’s record', on: today, href: `/pupils/${pupil.pupilId}` };
  return [{ words: `${facts.join(', ')}.`, source }];
}

function section(plan: Plan | null, kind: string, pupilId: string): RequestParagraph[] {
  const words = plan?.sections.find((each) => each.kind === kind)?.words ?? null;
  if (plan === null || words === null) return [];
  const source = {
    label: `Plan, cycle ${plan.cycle}`,
    on: plan.issuedOn ?? plan.begunOn,
    href: `/pupils/${pupilId}/plan`,
  };
  return words
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ words: line.trim(), source }));
}

const strengthParagraphs = ({ sen, pupil }: PupilHead): RequestParagraph[] =>
  (sen?.strengths ?? []).map(({ words, fromOn }) => ({
    words,
    source: { label: 'Strengths', on: fromOn, href: `/pupils/${pupil.pupilId}` },
  }));

const needParagraphs = ({ sen, pupil }: PupilHead): RequestParagraph[] =>
  (sen?.needs ?? []).map(({ senType, ownWords, fromOn, toldBy }) => ({
    words: ownWords === null ? `${needLabel(senType)}.` : `${needLabel(senType)}: ${ownWords}`,
    source: {
      label: toldBy === null ? 'Needs' : `Needs, told by ${toldBy}`,
      on: fromOn,
      href: `/pupils/${pupil.pupilId}`,
    },
  }));

/** A target as part of a longer sentence. */
const withoutStop = (words: string): string => words.replace(/\.$/, '');

function cycleParagraph({ number, issuedOn, content }: PlanVersion, pupilId: string): RequestParagraph {
  const targets = content.targets.map(({ words }) => withoutStop(words)).join('; ');
  return {
    words: `Cycle ${content.cycle}, agreed ${longDate(issuedOn)}: ${targets === '' ? 'no targets' : targets}.`,
    source: {
      label: `Plan number ${number}`,
      on: issuedOn,
      href: `/pupils/${pupilId}/plan/versions/${number}`,
    },
  };
}

const reviewedParagraph = (plan: Plan | null): RequestParagraph[] =>
  plan === null
    ? []
    : plan.targets.flatMap(({ words, review }) =>
        review === null
          ? []
          : [
              {
                words: `${withoutStop(words)}: rated ${review.rating} of 5 at the review${review.words === null ? '' : `. ${review.words}`}`,
                source: {
                  label: `Review of cycle ${plan.cycle}`,
                  on: plan.reviewOn,
                  href: `/pupils/${plan.pupilId}/plan`,
                },
              },
            ],
      );

const provisionParagraphs = ({ runs, period }: PupilProvision, pupilId: string): RequestParagraph[] =>
  runs.map(({ name, ledger, spent, adults }) => ({
    words: [
      `${name}${adults.length === 0 ? '' : ` with ${adults.join(', ')}`}: ${minutesInWords(ledger.held + ledger.extra)} given of ${minutesInWords(ledger.planned)} planned until today`,
      spent === null ? '' : `, at ${poundsInWords(spent)} for this pupil`,
      '.',
    ].join(''),
    source: {
      label: period === null ? 'Provision' : `Provision, ${period.label}`,
      on: null,
      href: `/pupils/${pupilId}/provision`,
    },
  }));

type Results = Awaited<ReturnType<typeof listResults>>;
type Measures = Awaited<ReturnType<typeof listMeasures>>;

/** The first and the last score on each measure: what changed, and when each was taken. */
function resultParagraphs(results: Results, measures: Measures, pupilId: string): RequestParagraph[] {
  const said = (measure: Measures[number], score: number, on: SchoolDate) =>
    `${scoreWords(measure, score)} (${monthYear(on)})`;
  return measures.flatMap((measure) => {
    const own = results.filter(({ measureKey }) => measureKey === measure.key);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return [];
    const from = first === last ? '' : `from ${said(measure, first.score, first.on)} to `;
    const source = { label: `Results: ${measure.name}`, on: last.on, href: `/pupils/${pupilId}/assessments` };
    return [{ words: `${measure.name}: ${from}${said(measure, last.score, last.on)}.`, source }];
  });
}
