import { longDate, type SchoolDate } from '#src/kernel/dates.ts';
import { areaWords, type SectionKind, sectionKinds } from './plan.ts';
import type { FacePart, FaceTemplate, Layout } from './plan-template.ts';
import { type IssuedContent, strategyLine } from './plan-version.ts';
import { proposedWords } from './shipped-templates.ts';

/** Whose plan it is, as the head of a face tells it. */
export type FacePupil = {
  readonly forename: string;
  readonly surname: string;
  readonly bornOn: SchoolDate;
  /** `Year 4, 4 Ash class`, or what of it is known. */
  readonly place: string;
};

/** The plan that a face shows, in the state in which it stands. */
export type FaceSource = {
  readonly pupil: FacePupil;
  readonly schoolName: string;
  readonly content: IssuedContent;
  /** Null: not issued, so it is marked as a draft. */
  readonly issued: { readonly number: number; readonly on: SchoolDate } | null;
};

export type FaceTarget = {
  readonly title: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly strategies: readonly (readonly [string, string, string])[];
};

/** One part of a face under its heading: what each maker of paper or pages draws in its own way. */
export type FaceBlock = { readonly part: FacePart; readonly heading: string } & (
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  /** Null: a draft in which nothing is written there yet. */
  | { readonly kind: 'words'; readonly words: string | null }
  | { readonly kind: 'targets'; readonly targets: readonly FaceTarget[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'lines'; readonly labels: readonly string[] }
);

/** A plan seen through a template. */
export type Face = {
  readonly templateKey: string;
  readonly name: string;
  readonly pupilName: string;
  readonly schoolName: string;
  readonly lead: string | null;
  /** `Draft`, or which issued plan it is. */
  readonly mark: string;
  readonly isDraft: boolean;
  readonly proposed: string | null;
  readonly layout: Layout;
  readonly blocks: readonly FaceBlock[];
};

/** The plan through a template. What is not written is left out of an issued plan, and said of a draft. */
export function faceOf(template: FaceTemplate, source: FaceSource): Face {
  const { pupil, schoolName, issued } = source;
  return {
    templateKey: template.templateKey,
    name: template.name,
    pupilName: `${pupil.forename} ${pupil.surname}`,
    schoolName,
    lead: template.lead,
    mark: issued === null ? 'Draft' : `Number ${issued.number}, issued ${longDate(issued.on)}`,
    isDraft: issued === null,
    proposed: template.isProposed ? proposedWords : null,
    layout: template.layout,
    blocks: template.parts.flatMap(({ part, heading }) => blockOf({ part, heading }, source) ?? []),
  };
}

type Named = { readonly part: FacePart; readonly heading: string };

function blockOf(named: Named, source: FaceSource): FaceBlock | null {
  const { content, issued } = source;
  const { part } = named;
  if (isSection(part)) {
    const words = content.sections.find(({ kind }) => kind === part)?.words ?? null;
    return words === null && issued !== null ? null : { ...named, kind: 'words', words };
  }
  if (part === 'facts') return { ...named, kind: 'facts', rows: factsOf(source) };
  if (part === 'signatures') {
    return { ...named, kind: 'lines', labels: ['Pupil', 'Parent or carer', 'For the school'] };
  }
  if (content.targets.length === 0) {
    return issued === null ? { ...named, kind: 'words', words: null } : null;
  }
  if (part === 'targets') return { ...named, kind: 'targets', targets: content.targets.map(targetOf) };
  if (part === 'goals') {
    return { ...named, kind: 'list', items: content.targets.map(({ words }) => words) };
  }
  if (part === 'review') {
    const rows = content.targets.map(({ words }, at) => [`${at + 1}. ${words}`, '', '', '']);
    return {
      ...named,
      kind: 'table',
      columns: ['Target', 'How far (1 to 5)', 'What we saw', 'Carry on, change or close'],
      rows,
    };
  }
  const items = content.targets.flatMap(({ strategies }) => strategies.map(strategyLine));
  return items.length === 0 ? null : { ...named, kind: 'list', items: [...new Set(items)] };
}

const isSection = (part: FacePart): part is SectionKind => sectionKinds.some((kind) => kind === part);

function factsOf({ pupil, schoolName, content, issued }: FaceSource): readonly (readonly [string, string])[] {
  const { sharedOn, sharedWith, reviewOn, cycle } = content;
  return [
    ['Name', `${pupil.forename} ${pupil.surname}`],
    ['Date of birth', longDate(pupil.bornOn)],
    ...(pupil.place === '' ? [] : [['Class', pupil.place] as const]),
    ['School', schoolName],
    ['Issued', issued === null ? 'not yet: a draft' : `${longDate(issued.on)}, number ${issued.number}`],
    ['Cycle', String(cycle)],
    ['Shared', sharedOn === null ? 'not noted' : [longDate(sharedOn), sharedWith].filter(Boolean).join(', ')],
    ['Review', reviewOn === null ? 'no day set' : longDate(reviewOn)],
  ];
}

const targetOf = (target: IssuedContent['targets'][number], at: number): FaceTarget => ({
  title: `${at + 1}. ${target.words}`,
  facts: [
    ['Area', areaWords[target.area]],
    ...(target.baseline === null ? [] : [['Now', target.baseline] as const]),
    ...(target.success === null ? [] : [['Success', target.success] as const]),
    ...(target.byOn === null ? [] : [['By', longDate(target.byOn)] as const]),
  ],
  strategies: target.strategies.map(
    ({ words, who, howOften }) => [words, who ?? '–', howOften ?? '–'] as const,
  ),
});

/** Words on several lines are a list: each line stands by itself. */
export const linesOf = (words: string): readonly string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
