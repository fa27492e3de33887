import type { Audience } from '#src/kernel/access.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { FactsRead } from '../queries/get-facts-read.ts';

/** Where a fact comes from, so that its reader can look. */
export type FactSource = {
  readonly label: string;
  readonly on: SchoolDate | null;
  readonly href: string | null;
};
export type Told = { readonly words: string; readonly source: FactSource };

/** The groups of facts, with words that a form's headings may use for the same. */
export const factGroups = {
  pupil: { label: 'The pupil', also: ['pupil details', 'child details', 'personal details', 'learner'] },
  carer1: {
    label: 'First parent or carer',
    also: ['parent 1', 'carer 1', 'first contact', 'family contact 1', 'parent or carer', 'mother'],
  },
  carer2: {
    label: 'Second parent or carer',
    also: ['parent 2', 'carer 2', 'second contact', 'family contact 2', 'father'],
  },
  carers: {
    label: 'Parents and carers',
    also: ['parents', 'family', 'contacts', 'people with parental responsibility'],
  },
  school: {
    label: 'The school',
    also: ['school details', 'setting', 'requester', 'referrer', 'educational setting'],
  },
  needs: { label: 'Needs and strengths', also: ['special educational needs', 'areas of need', 'sen status'] },
  plan: {
    label: 'The plan',
    also: ['support plan', 'assess plan do review', 'one plan', 'outcomes', 'targets'],
  },
  history: {
    label: 'Cycles and reviews',
    also: ['cycles', 'graduated approach', 'progress towards outcomes', 'history'],
  },
  support: {
    label: 'Support and cost',
    also: ['provision map', 'intervention', 'costed provision', 'provision'],
  },
  bid: {
    label: 'Application for top-up',
    also: ['funding requested', 'high needs funding', 'top-up funding', 'element 3', 'what is asked for'],
  },
  attendance: { label: 'Attendance', also: ['attendance and suspensions', 'exclusions'] },
  results: { label: 'Results', also: ['attainment', 'assessment results', 'scores', 'progress data'] },
  advice: {
    label: 'Professionals and reports',
    also: ['professionals involved', 'reports', 'advice', 'agencies'],
  },
  ehc: { label: 'EHC plan', also: ['education health and care plan', 'ehcp', 'sections of the plan'] },
  review: { label: 'Review meeting', also: ['annual review', 'meeting', 'people invited', 'attendees'] },
  authority: { label: 'The authority', also: ['local authority', 'sen team', 'council'] },
  today: {
    label: 'Today and the writer',
    also: ['signature', 'declaration', 'completed by', 'form completed by'],
  },
} as const satisfies Readonly<Record<string, { label: string; also: readonly string[] }>>;
export type FactGroup = keyof typeof factGroups;

/** Something that Sendero knows and a form may ask for. */
export type Fact = {
  readonly key: string;
  /** In the words of schools. */
  readonly name: string;
  readonly group: FactGroup;
  /** What forms call it. */
  readonly also: readonly string[];
  /** Who must be allowed to see it to put it into a form. */
  readonly audience: Audience;
  /** What it is for a pupil: one value, or a list whose entries stand beside those of the other lists of its kind. */
  readonly of: (read: FactsRead) => readonly Told[];
};

type Own = readonly [name: string, also: readonly string[], of: Fact['of'], audience?: Audience];

/** Facts of one group, by the last part of their keys. */
export const factsOf = (
  group: FactGroup,
  audience: Audience,
  own: Readonly<Record<string, Own>>,
): readonly Fact[] =>
  Object.entries(own).map(([key, [name, also, of, its]]) => ({
    key: `${group}.${key}`,
    name,
    group,
    also,
    audience: its ?? audience,
    of,
  }));

/** One value; nothing where there are no words. */
export const one = (words: string | null | undefined, source: FactSource): readonly Told[] =>
  words === null || words === undefined || words.trim() === '' ? [] : [{ words: words.trim(), source }];

/** A list whose places keep together: one that says nothing keeps its place. */
export const each = <T>(
  list: readonly T[],
  words: (one: T) => string | null | undefined,
  source: (one: T) => FactSource,
): readonly Told[] => {
  const told = list.map((item) => ({ words: words(item)?.trim() ?? '', source: source(item) }));
  return told.some((item) => item.words !== '') ? told : [];
};
