import { longDate, middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { getSchool } from '#src/modules/school/index.ts';
import type { PdfBlock, PdfDocument } from '#src/paper/pdf.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import {
  type MissingPart,
  missingInReport,
  partsAsked,
  type ReportWords,
  reportStepWords,
  stepsAsked,
} from '../domain/review/report-parts.ts';
import {
  answerWords,
  attendanceWords,
  type ReviewPerson,
  recommendationWords,
  reviewCapacityWords,
  reviewKindWords,
} from '../domain/review/review.ts';
import { listReportWords, wordsOfAll } from '../queries/list-report-words.ts';
import { loadReview, nameOf, type ReviewOfPupil, reportFactsOf } from './review-of.ts';

export type ReportOfReview = ReviewOfPupil & {
  readonly words: ReportWords;
  readonly missing: readonly MissingPart[];
  readonly schoolName: string;
  readonly today: SchoolDate;
};

export async function loadReport(tx: Tx, reviewId: string): Promise<ReportOfReview | null> {
  const held = await loadReview(tx, reviewId);
  if (held === null) return null;
  const words = wordsOfAll(await listReportWords(tx, reviewId));
  const { name: schoolName } = await getSchool(tx);
  const missing = missingInReport(words, reportFactsOf(held));
  return { ...held, words, missing, schoolName, today: tx.scope.today };
}

const isSaid = (words: string | undefined): words is string => words !== undefined && words !== '';

export const adviceLine = ({ advice }: ReviewPerson): string => {
  if (advice === null || advice.receivedOn === null) return 'None received';
  if (advice.nothingToSay) return 'Nothing to say';
  return `Received ${middleDate(advice.receivedOn)}${advice.documentId === null ? '' : ', attached as a document'}`;
};

const presence = ({ attended, answer }: ReviewPerson): string =>
  attended !== null ? attendanceWords[attended] : answer === null ? 'No answer' : answerWords[answer];

const people = ({ review }: ReportOfReview): PdfBlock => ({
  kind: 'table',
  columns: ['Who', 'As', 'Invited', 'At the meeting', 'Advice'],
  widths: [3, 3, 2, 2, 3],
  rows: review.people.map((one) => [
    one.name,
    reviewCapacityWords[one.capacity],
    one.invitedOn === null ? 'Not invited' : middleDate(one.invitedOn),
    presence(one),
    adviceLine(one),
  ]),
});

/** All advice in the words of who gave it. Regulation 20(4): it is circulated to everybody invited. */
export const adviceBlocks = ({ review }: ReviewOfPupil): readonly PdfBlock[] =>
  review.people.flatMap((one): PdfBlock[] => {
    const words = one.advice?.words ?? null;
    return words === null
      ? []
      : [
          {
            kind: 'heading',
            level: 3,
            words: `${one.name}, ${reviewCapacityWords[one.capacity].toLowerCase()}`,
          },
          { kind: 'text', words },
        ];
  });

function recommendationBlocks({ review }: ReportOfReview): readonly PdfBlock[] {
  const { recommendation, sectionsToChange } = review;
  if (recommendation === null) return [];
  const sections =
    sectionsToChange.length === 0 ? '' : ` Sections to change: ${sectionsToChange.join(', ')}.`;
  return [{ kind: 'text', words: `${recommendationWords[recommendation]}.${sections}` }];
}

/** The report of a review as blocks of a document: for the PDF, and for Word. */
export function reportBlocks(report: ReportOfReview): readonly PdfBlock[] {
  const { pupil, review, words, missing, schoolName } = report;
  const facts = reportFactsOf(report);
  const steps = stepsAsked(facts).flatMap((step): PdfBlock[] => {
    const parts = partsAsked(facts).filter((part) => part.step === step && isSaid(words[part.name]));
    const first = step === 'recommendation' ? recommendationBlocks(report) : [];
    if (parts.length === 0 && first.length === 0) return [];
    return [
      { kind: 'heading', level: 2, words: reportStepWords[step] },
      ...first,
      ...parts.flatMap(({ name, label }): PdfBlock[] => [
        { kind: 'heading', level: 3, words: label },
        { kind: 'text', words: words[name] ?? '' },
      ]),
    ];
  });
  const advice = adviceBlocks(report);
  return [
    { kind: 'heading', level: 1, words: `Report: ${reviewKindWords[review.kind].toLowerCase()}` },
    ...(missing.length === 0
      ? []
      : [
          {
            kind: 'callout' as const,
            words: `A draft. Missing still: ${missing.map(({ label }) => label).join('; ')}.`,
          },
        ]),
    {
      kind: 'facts',
      rows: [
        ['Pupil', `${nameOf(pupil)}, born ${longDate(pupil.bornOn)}`],
        ['School', schoolName],
        [
          'Year and class',
          [pupil.yearGroup, pupil.className].filter((part) => part !== null).join(', ') || '–',
        ],
        [
          'Meeting',
          [longDate(review.meetingOn), review.meetingAt, review.venue]
            .filter((part) => part !== null)
            .join(', '),
        ],
        ...(review.chair === null ? [] : [['Led by', review.chair] as const]),
      ],
    },
    { kind: 'heading', level: 2, words: 'Who was invited, who came, who sent advice' },
    people(report),
    ...steps,
    ...(advice.length === 0
      ? []
      : [{ kind: 'heading' as const, level: 2 as const, words: 'Advice, as it was given' }, ...advice]),
  ];
}

export const reportPdf = (report: ReportOfReview): PdfDocument => ({
  title: `Report: ${reviewKindWords[report.review.kind].toLowerCase()}`,
  footer: `${report.schoolName} · meeting of ${longDate(report.review.meetingOn)}`,
  blocks: reportBlocks(report),
});
