import { longDate } from '#src/kernel/dates.ts';
import { type DocumentKind, kindLabel, type ListedDocument } from '#src/modules/documents/index.ts';
import {
  attendanceWords,
  currentVersion,
  doseInWords,
  type EhcLine,
  type EhcVersion,
  type Review,
  recommendationWords,
  reviewCapacityWords,
  reviewKindWords,
  sectionLetters,
  sectionTitles,
} from '#src/modules/ehcp/index.ts';
import type { FactsRead } from '../queries/get-facts-read.ts';
import { each, type Fact, type FactSource, factsOf, one } from './fact.ts';

const hrefOf = ({ pupil }: FactsRead, last: string): string => `/pupils/${pupil.pupilId}/${last}`;
const versionOf = ({ ehcPlan }: FactsRead): EhcVersion | null =>
  ehcPlan === null ? null : currentVersion(ehcPlan);
const ehcSource = (read: FactsRead): FactSource => {
  const version = versionOf(read);
  return {
    label: version === null ? 'EHC plan' : `EHC plan, number ${version.number}`,
    on: version?.datedOn ?? null,
    href: hrefOf(read, 'ehc-plan'),
  };
};
const ehc =
  (words: (read: FactsRead) => string | null | undefined): Fact['of'] =>
  (read) =>
    one(words(read), ehcSource(read));
const line =
  (words: (line: EhcLine) => string | null): Fact['of'] =>
  (read) =>
    each(versionOf(read)?.lines ?? [], words, () => ehcSource(read));

/** What the EHC plan says. */
const ehcFacts: readonly Fact[] = factsOf('ehc', 'staff', {
  authority: [
    'EHC plan: authority',
    ['authority that made the plan', 'placing authority of the plan'],
    ehc(({ ehcPlan }) => ehcPlan?.authority),
  ],
  made: [
    'EHC plan: first made on',
    ['date of ehc plan', 'date plan made', 'date of first plan', 'ehcp date'],
    ehc(({ ehcPlan }) => (ehcPlan?.madeOn == null ? null : longDate(ehcPlan.madeOn))),
  ],
  dated: [
    'EHC plan: date of this version',
    ['date of final plan', 'date of current plan', 'date of last amended plan'],
    ehc((read) => dayOf(versionOf(read))),
  ],
  has: [
    'Has an EHC plan',
    ['does the child have an ehc plan', 'ehcp'],
    (read) => one(read.ehcPlan !== null && read.ehcPlan.endedOn === null ? 'Yes' : 'No', ehcSource(read)),
  ],
  ...Object.fromEntries(
    sectionLetters.map((letter) => [
      `section-${letter.toLowerCase()}`,
      [
        `EHC plan: Section ${letter}, ${lower(sectionTitles[letter])}`,
        [`section ${letter}`, sectionTitles[letter]],
        ehc((read) => versionOf(read)?.sections[letter]),
      ] as const,
    ]),
  ),
  outcomes: [
    'EHC plan: outcomes',
    ['outcomes of the plan', 'outcome in section e', 'section e outcomes', 'ehcp outcome', 'outcome'],
    (read) =>
      each(
        versionOf(read)?.outcomes ?? [],
        ({ words }) => words,
        () => ehcSource(read),
      ),
  ],
  provision: [
    'EHC plan: provision, line by line',
    ['provision in section f', 'section f provision', 'provision'],
    line(({ words }) => words),
  ],
  doses: [
    'EHC plan: quantity of each line',
    ['quantity', 'hours', 'how much'],
    line((item) => doseInWords(item)),
  ],
  whom: ['EHC plan: by whom each line', ['delivered by', 'by whom'], line(({ byWhom }) => byWhom)],
});

function lower(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
const dayOf = (version: EhcVersion | null): string | null =>
  version === null ? null : longDate(version.datedOn);

/** The meeting that forms are about: the next or the last of the reviews of law; else the next or last of all. */
function reviewOf({ reviews }: FactsRead): Review | undefined {
  const statutory = reviews.filter(({ kind }) => kind !== 'termly');
  return (statutory.length > 0 ? statutory : reviews).toSorted((a, b) =>
    a.meetingOn < b.meetingOn ? 1 : -1,
  )[0];
}
const reviewSource = (read: FactsRead): FactSource => {
  const review = reviewOf(read);
  return {
    label: 'Review meeting',
    on: review?.meetingOn ?? null,
    href: review === undefined ? null : `/annual-reviews/${review.reviewId}`,
  };
};
const meeting =
  (words: (review: Review) => string | null): Fact['of'] =>
  (read) => {
    const review = reviewOf(read);
    return one(review === undefined ? null : words(review), reviewSource(read));
  };
const person =
  (words: (person: Review['people'][number]) => string | null): Fact['of'] =>
  (read) =>
    each(reviewOf(read)?.people ?? [], words, () => reviewSource(read));
const adviceIn = (invited: Review['people'][number]): string | null => {
  if (invited.advice === null) return null;
  if (invited.advice.receivedOn !== null) return `Received ${longDate(invited.advice.receivedOn)}`;
  return `Asked ${longDate(invited.advice.askedOn)}`;
};

/** The review meeting, and who was asked. */
const reviewFacts: readonly Fact[] = factsOf('review', 'staff', {
  kind: [
    'Meeting: kind',
    ['type of review', 'type of meeting'],
    meeting(({ kind }) => reviewKindWords[kind]),
  ],
  day: [
    'Meeting: date',
    ['date of meeting', 'date of review', 'date of annual review', 'review meeting date', 'meeting date'],
    meeting(({ meetingOn }) => longDate(meetingOn)),
  ],
  time: ['Meeting: time', ['time of meeting', 'time'], meeting(({ meetingAt }) => meetingAt)],
  venue: ['Meeting: place', ['venue', 'place of meeting', 'location'], meeting(({ venue }) => venue)],
  chair: ['Meeting: chair', ['chair', 'chaired by'], meeting(({ chair }) => chair)],
  recommendation: [
    'Meeting: recommendation',
    ['recommendation', 'recommendation of the review', 'recommended'],
    meeting(({ recommendation }) => (recommendation === null ? null : recommendationWords[recommendation])),
  ],
  sections: [
    'Meeting: sections to change',
    ['sections to be amended', 'sections to change'],
    meeting(({ sectionsToChange }) => sectionsToChange.join(', ')),
  ],
  people: [
    'Meeting: people asked',
    ['name', 'invited', 'who was invited', 'person'],
    person(({ name }) => name),
    'contacts',
  ],
  capacities: [
    'Meeting: as what each was asked',
    ['role', 'relationship or role', 'capacity', 'job title'],
    person(({ capacity }) => reviewCapacityWords[capacity]),
  ],
  attended: [
    'Meeting: who came',
    ['attended', 'present', 'attended yes no'],
    person(({ attended }) => (attended === null ? null : attendanceWords[attended])),
  ],
  advice: [
    'Meeting: advice of each',
    ['advice received', 'report submitted', 'report attached'],
    person(adviceIn),
  ],
});

const professional: readonly DocumentKind[] = [
  'psychology',
  'speech',
  'occupational',
  'health',
  'mental_health',
  'specialist_teaching',
  'social_care',
];

/** What came from professionals and is kept as a document: the appendices of a bundle. */
export const reportsOf = ({ documents }: Pick<FactsRead, 'documents'>): readonly ListedDocument[] =>
  documents.filter(({ kind }) => professional.includes(kind));
const report =
  (words: (document: ListedDocument) => string | null): Fact['of'] =>
  (read) =>
    each(reportsOf(read), words, ({ documentId, title, datedOn, receivedOn }) => ({
      label: title,
      on: datedOn ?? receivedOn,
      href: `/documents/${documentId}`,
    }));
type Advised = FactsRead['advice'][number];
const advised =
  (words: (advice: Advised) => string | null): Fact['of'] =>
  (read) =>
    each(read.advice, words, ({ author, datedOn }) => ({
      label: `Advice of ${author}`,
      on: datedOn,
      href: hrefOf(read, 'ehc-plan/advice'),
    }));

/** Who from outside has written about the pupil. */
const adviceFacts: readonly Fact[] = factsOf('advice', 'staff', {
  reports: [
    'Reports: titles',
    ['report', 'title of report', 'reports attached', 'attachments', 'supporting documents'],
    report(({ title }) => title),
  ],
  kinds: [
    'Reports: kinds',
    ['type of report', 'service', 'agency', 'role'],
    report(({ kind }) => kindLabel(kind)),
  ],
  from: [
    'Reports: from whom',
    ['professional', 'name of professional', 'author', 'written by', 'name'],
    report(({ fromWhom }) => fromWhom),
  ],
  days: [
    'Reports: dates',
    ['date of report', 'date of last report', 'last involvement', 'date'],
    report(({ datedOn, receivedOn }) => longDate(datedOn ?? receivedOn)),
  ],
  authors: ['Advice: authors', ['advice from', 'advice given by'], advised(({ author }) => author)],
  capacities: ['Advice: as what', ['job title', 'profession'], advised(({ capacity }) => capacity)],
  'advice-days': ['Advice: dates', ['date of advice'], advised(({ datedOn }) => longDate(datedOn))],
  recommended: [
    'Advice: recommendations',
    ['recommendations', 'advice given', 'what was advised'],
    advised(({ lines }) => lines.map(({ words }) => words).join('; ')),
  ],
});

export const ehcFactsAll: readonly Fact[] = [...ehcFacts, ...reviewFacts, ...adviceFacts];
