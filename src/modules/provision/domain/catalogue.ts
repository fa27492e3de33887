import { z } from 'zod';
import seed from './catalogue-seed.json' with { type: 'json' };
import { type Area, areas, type StaffKind, staffKinds, type Tier, tiers } from './run.ts';

/** From and to, both included; one figure is twice the same. Null: not said. */
export type Range = readonly [least: number, most: number];

/** What the school can give: shipped, shipped and changed by the school, or its own. */
export type Entry = {
  /** Of a shipped one. */
  readonly seedKey: string | null;
  /** The school's own row; null for a shipped one that nobody changed. */
  readonly entryId: string | null;
  readonly name: string;
  readonly tier: Tier;
  /** A layer of the proposed reform, not law. */
  readonly proposedLayer: string | null;
  readonly areas: readonly Area[];
  readonly age: Range | null;
  readonly minutes: Range | null;
  readonly times: Range | null;
  readonly weeks: Range | null;
  readonly group: Range | null;
  readonly staffKind: StaffKind;
  readonly materialsPence: number;
  readonly dose: string | null;
  readonly entryRule: string | null;
  readonly exitRule: string | null;
  readonly measure: string | null;
  readonly evidence: string | null;
  readonly source: string | null;
  readonly isWithdrawn: boolean;
  /** 0: never changed here. */
  readonly version: number;
};

const range = z
  .tuple([z.int().min(0), z.int()])
  .refine(([least, most]) => least <= most)
  .nullable();
const Seed = z.array(
  z.strictObject({
    key: z.string().regex(/^[a-z0-9-]{1,60}$/),
    name: z.string().min(1).max(120),
    tier: z.enum(tiers),
    areas: z.array(z.enum(areas)).min(1),
    age: range,
    minutes: range,
    times: range,
    weeks: range,
    group: range,
    staffKind: z.enum(staffKinds),
    dose: z.string(),
    measure: z.string(),
    evidence: z.string(),
    source: z.string(),
  }),
);

/** The interventions that are shipped (rule prov-1): read and checked once. */
export const shippedEntries: readonly Entry[] = Seed.parse(seed).map(({ key, ...entry }) => ({
  ...entry,
  seedKey: key,
  entryId: null,
  proposedLayer: null,
  materialsPence: 0,
  entryRule: null,
  exitRule: null,
  isWithdrawn: false,
  version: 0,
}));

/** A shipped entry by its key; a key that is none is a mistake. */
export function findShipped(key: string): Entry {
  const found = shippedEntries.find((entry) => entry.seedKey === key);
  if (found === undefined) throw new Error(`Nothing shipped is called ${key}`);
  return found;
}

/**
 * The school's catalogue (rule prov-1): what is shipped, with the school's own words in place of those that it changed,
 * and its own entries; by name. What was withdrawn is among them, and says so.
 */
export function catalogueOf(own: readonly Entry[]): readonly Entry[] {
  const changed = new Set(own.map((entry) => entry.seedKey));
  return [...shippedEntries.filter((entry) => !changed.has(entry.seedKey)), ...own].toSorted((one, other) =>
    one.name.localeCompare(other.name, 'en-GB'),
  );
}

/** What an entry is called in an address, and what a run keeps of it. */
export const keyOf = (entry: Pick<Entry, 'seedKey' | 'entryId'>): string =>
  entry.seedKey ?? entry.entryId ?? '';

const span = (range: Range, unit = ''): string =>
  `${range[0] === range[1] ? range[0] : `${range[0]} to ${range[1]}`}${unit}`;

/** `3 times a week, 30 minutes, 10 weeks, 4 pupils`; what is not said is left out. */
export function doseInWords({ times, minutes, weeks, group }: Entry): string {
  const parts = [
    times === null ? null : times[1] === 1 ? 'once a week' : `${span(times)} times a week`,
    minutes === null ? null : span(minutes, ' minutes'),
    weeks === null ? null : span(weeks, ' weeks'),
    group === null ? null : group[1] === 1 ? 'one pupil' : span(group, ' pupils'),
  ];
  return parts.filter((part) => part !== null).join(', ');
}

export type CatalogueFilter = {
  readonly q: string;
  readonly area: Area | null;
  readonly tier: Tier | null;
  readonly age: number | null;
  readonly withdrawn: boolean;
};

/** Whether an entry is among those asked for. An entry of no stated age is for every age. */
export function isFound(entry: Entry, { q, area, tier, age, withdrawn }: CatalogueFilter): boolean {
  if (entry.isWithdrawn !== withdrawn) return false;
  if (area !== null && !entry.areas.includes(area)) return false;
  if (tier !== null && entry.tier !== tier) return false;
  if (age !== null && entry.age !== null && (age < entry.age[0] || age > entry.age[1])) return false;
  const words = [entry.name, entry.measure, entry.dose, entry.evidence].join(' ').toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}
