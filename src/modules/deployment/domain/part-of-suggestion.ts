import { z } from 'zod';
import { form, version } from '../../../kernel/form.ts';
import type { NamedDemand } from './demand-facts.ts';
import { type FullWeek, placementKey } from './full-week.ts';
import { type Breach, breaches } from './placement/check.ts';
import type { Placement } from './week.ts';

/** What a suggestion would change about one demand. */
export type Change = {
  readonly demand: NamedDemand;
  readonly gone: readonly Placement[];
  readonly come: readonly Placement[];
};

/** What would be given at other times or by other adults, demand by demand. */
export function changesOf(week: FullWeek, suggested: readonly Placement[]): readonly Change[] {
  const before = new Set(week.placements.map(placementKey));
  const after = new Set(suggested.map(placementKey));
  return week.demands.flatMap((demand) => {
    const of = (list: readonly Placement[], without: ReadonlySet<string>) =>
      list.filter((one) => one.demandId === demand.demandId && !without.has(placementKey(one)));
    const [gone, come] = [of(week.placements, after), of(suggested, before)];
    return gone.length === 0 && come.length === 0 ? [] : [{ demand, gone, come }];
  });
}

/** The week with some demands as they are suggested and the rest as it stands. */
export const mixed = (
  week: FullWeek,
  suggested: readonly Placement[],
  taken: ReadonlySet<string>,
): readonly Placement[] => [
  ...week.placements.filter(({ demandId }) => !taken.has(demandId)),
  ...suggested.filter(({ demandId }) => taken.has(demandId)),
];

const wordsOf = ({ kind, placements }: Breach): string =>
  `${kind} ${placements.map(placementKey).toSorted().join()}`;

/** The hard rules that a mixture breaks and the week as it stands does not (rule place-7). Empty: it can be had. */
export function newBreaches(week: FullWeek, placements: readonly Placement[]): readonly Breach[] {
  const standing = new Set(breaches(week, week.placements).map(wordsOf));
  return breaches(week, placements).filter((breach) => !standing.has(wordsOf(breach)));
}

/**
 * What has to be taken with some changes so that no rule is broken: whatever of the suggestion moves out of their way, and
 * what that needs in turn. With all of a suggestion there is nothing in the way, so there is always an end.
 */
export function takenWhole(
  week: FullWeek,
  suggested: readonly Placement[],
  taken: ReadonlySet<string>,
): ReadonlySet<string> {
  const changed = new Set(changesOf(week, suggested).map(({ demand }) => demand.demandId));
  let whole = taken;
  for (;;) {
    const clashes = newBreaches(week, mixed(week, suggested, whole));
    const involved = clashes.flatMap(({ placements }) => placements.map(({ demandId }) => demandId));
    const more = involved.filter((demandId) => changed.has(demandId) && !whole.has(demandId));
    if (more.length === 0) return whole;
    whole = new Set([...whole, ...more]);
  }
}

const some = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** Which changes of a suggestion are taken, by their demands. */
export const takePartForm = form({
  demandIds: {
    kind: 'checkboxes' as const,
    label: 'What is taken',
    schema: z.preprocess(some, z.array(z.uuid()).min(1, 'Tick what is to change').max(1000)),
  },
  version: version(),
});
