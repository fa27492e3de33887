import { z } from 'zod';
import { sectionKinds, sectionWords } from './plan.ts';

/** What a face of the plan can show: the facts at its head, each part in words, and the targets in several ways. */
export const faceParts = [
  'facts',
  ...sectionKinds,
  'targets',
  'goals',
  'strategies',
  'review',
  'signatures',
] as const;
export type FacePart = (typeof faceParts)[number];

type PartWords = { readonly label: string; readonly hint: string };

/** What each part is, for whoever puts a template together. */
export const facePartWords: Readonly<Record<FacePart, PartWords>> = {
  ...sectionWords,
  facts: { label: 'Facts', hint: 'Name, class, the days on which the plan was issued and is reviewed' },
  targets: { label: 'Targets in full', hint: 'With the start, what success looks like, and who does what' },
  goals: { label: 'Targets in short', hint: 'Their words alone' },
  strategies: { label: 'What adults do', hint: 'Every strategy of every target, with who and how often' },
  review: { label: 'Room for the review', hint: 'A table to write in at the meeting' },
  signatures: { label: 'Room to sign', hint: 'Lines for the pupil, a parent and the school' },
};

/** `one_page`: panels on one side of A4. `pages`: a document of as many pages as it takes. */
export const layouts = ['pages', 'one_page'] as const;
export type Layout = (typeof layouts)[number];

export const FaceParts = z
  .array(z.object({ part: z.enum(faceParts), heading: z.string().min(1).max(100) }))
  .min(1);

/** Which parts of the plan a face shows, in which order, under which headings. */
export type FaceTemplate = {
  readonly templateKey: string;
  readonly name: string;
  readonly lead: string | null;
  readonly layout: Layout;
  /** A form that the law does not know yet: every copy of it says so. */
  readonly isProposed: boolean;
  readonly parts: z.output<typeof FaceParts>;
};

/** As a school keeps it: in place of a shipped one, or beside them. */
export type KeptTemplate = {
  readonly templateKey: string;
  /** `shipped`: the school went back to the shipped one. */
  readonly state: 'own' | 'shipped' | 'withdrawn';
  readonly name: string;
  readonly lead: string | null;
  readonly layout: Layout;
  readonly parts: FaceTemplate['parts'];
  readonly withdrawnWhy: string | null;
  readonly version: number;
};

/** A template as a school has it. */
export type SchoolTemplate = FaceTemplate & {
  readonly origin: 'shipped' | 'changed' | 'own';
  readonly withdrawnWhy: string | null;
  /** 0 where nothing was ever saved. */
  readonly version: number;
};

const shippedWords = ({ name, lead, layout, parts }: FaceTemplate) => [
  name,
  lead,
  layout,
  parts.map(({ part, heading }) => ({ part, heading })),
];

/** The shipped templates as a school has changed them, then its own by name. Withdrawn ones are among them. */
export function templatesOf(
  shipped: readonly FaceTemplate[],
  kept: readonly KeptTemplate[],
): readonly SchoolTemplate[] {
  const ofShipped = shipped.map((one): SchoolTemplate => {
    const row = kept.find(({ templateKey }) => templateKey === one.templateKey);
    const { version = 0, withdrawnWhy = null } = row ?? {};
    if (row === undefined || row.state === 'shipped') {
      return { ...one, origin: 'shipped', withdrawnWhy, version };
    }
    const { name, lead, layout, parts } = row;
    const isChanged = JSON.stringify([name, lead, layout, parts]) !== JSON.stringify(shippedWords(one));
    return {
      ...one,
      name,
      lead,
      layout,
      parts,
      origin: isChanged ? 'changed' : 'shipped',
      withdrawnWhy,
      version,
    };
  });
  const own = kept
    .filter(({ templateKey }) => !shipped.some((one) => one.templateKey === templateKey))
    .map(({ state: _, ...row }): SchoolTemplate => ({ ...row, isProposed: false, origin: 'own' }));
  return [...ofShipped, ...own.toSorted((one, other) => one.name.localeCompare(other.name))];
}

export const isOffered = ({ withdrawnWhy }: SchoolTemplate): boolean => withdrawnWhy === null;
