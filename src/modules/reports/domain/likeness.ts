import { type Place, plainWords } from './place.ts';

/** A fact as it is looked for: what it is called, and what the part of a form that asks for it is called. */
export type Offered = {
  readonly key: string;
  readonly group: string;
  readonly names: readonly string[];
  readonly groupNames: readonly string[];
};
export type Likely = { readonly key: string; readonly score: number };

/** One word for what forms call by many. */
const same: Readonly<Record<string, string>> = {
  child: 'pupil',
  childs: 'pupil',
  childrens: 'pupil',
  learner: 'pupil',
  student: 'pupil',
  pupils: 'pupil',
  young: 'pupil',
  person: 'pupil',
  parent: 'carer',
  parents: 'carer',
  carers: 'carer',
  guardian: 'carer',
  parental: 'carer',
  dob: 'born',
  birth: 'born',
  tel: 'phone',
  telephone: 'phone',
  mobile: 'phone',
  sendco: 'senco',
  coordinator: 'senco',
  ehcp: 'ehc',
  setting: 'school',
  establishment: 'school',
  la: 'authority',
  council: 'authority',
};
const silent = new Set(
  'the of a an s your please their this is are to for and or in if any as at it on how do what which'.split(
    ' ',
  ),
);

const tokens = (words: string): ReadonlySet<string> =>
  new Set(
    plainWords(words)
      .replace(/\bdate (of )?birth\b/g, 'born')
      .replace(/\be mail\b/g, 'email')
      .split(' ')
      .filter((word) => word !== '' && !silent.has(word))
      .map((word) => same[word] ?? (word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word)),
  );

const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((word) => other.has(word)).length;

/** How alike two labels are, from 0 to 1: twice the words they share by the words they have. */
export function likeness(one: string, other: string): number {
  const [a, b] = [tokens(one), tokens(other)];
  return a.size + b.size === 0 ? 0 : (2 * shared(a, b)) / (a.size + b.size);
}

/** Whether a heading is about a group of facts, from 0 to 1. */
const headingFit = (heading: string, names: readonly string[]): number => {
  const words = tokens(heading);
  if (words.size === 0) return 0;
  return Math.max(
    ...names.map((name) => {
      const own = tokens(name);
      return own.size === 0 ? 0 : shared(words, own) / Math.min(words.size, own.size);
    }),
  );
};

const enough = 0.62;
const ofHeading = 0.3;
/** Rows are for lists: a pupil has one name, and many targets. */
const lists = new Set([
  'carers',
  'history',
  'support',
  'advice',
  'review',
  'results',
  'plan',
  'ehc',
  'needs',
]);

/**
 * The fact that a place most likely asks for, by its label and the heading over it; null where none is like enough. What
 * somebody has said before of the same label comes first, and a name in braces may be a fact's own key.
 */
export function suggestFact(
  place: Pick<Place, 'label' | 'heading' | 'kind'>,
  offered: readonly Offered[],
  learnt: ReadonlyMap<string, string> = new Map(),
): Likely | null {
  const known = learnt.get(learntAs(place));
  if (known !== undefined && offered.some(({ key }) => key === known)) return { key: known, score: 1 };
  const named = offered.find(({ key }) => key === place.label);
  if (named !== undefined) return { key: named.key, score: 1 };
  let best: Likely | null = null;
  for (const { key, group, names, groupNames } of offered) {
    const alike = Math.max(...names.map((name) => likeness(place.label, name)));
    if (alike < 0.5) continue;
    const bonus = ofHeading * headingFit(place.heading, groupNames);
    const misfit = place.kind === 'rows' && !lists.has(group) ? 0.25 : 0;
    const score = alike + bonus - misfit;
    if (alike >= enough - bonus && score > (best?.score ?? enough - 0.001)) best = { key, score };
  }
  return best === null ? null : { key: best.key, score: Math.min(1, best.score) };
}

/** Under what a mapping is remembered for other forms of the school. */
export const learntAs = ({ label, heading }: Pick<Place, 'label' | 'heading'>): string =>
  `${plainWords(heading)}|${plainWords(label)}`;
