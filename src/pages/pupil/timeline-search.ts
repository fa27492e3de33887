import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { dayInAddress } from '#src/kernel/day-in-address.ts';
import type { ChronologyPart } from '#src/modules/pupils/index.ts';
import { happeningKinds } from './happening-kinds.ts';

/** What the address of a timeline holds. */
export type TimelineSearch = {
  readonly kind: readonly string[];
  readonly from: SchoolDate | undefined;
  readonly until: SchoolDate | undefined;
  /** The event before which to go on. */
  readonly before: string | undefined;
};

type Given = Readonly<Record<string, unknown>>;

/** Reads any address; what it does not know it leaves out. */
export const TimelineSearch = z.record(z.string(), z.unknown()).transform((given: Given): TimelineSearch => {
  const asked = [given.kind].flat();
  return {
    kind: happeningKinds.map((kind) => kind.value).filter((value) => asked.includes(value)),
    from: dayInAddress(given, 'from'),
    until: dayInAddress(given, 'until'),
    before: z.uuid().optional().catch(undefined).parse(given.before),
  };
});

/** What the query of the timeline is asked. */
export function partOf({ kind, from, until, before }: TimelineSearch, limit: number): ChronologyPart {
  const chosen = happeningKinds.filter((one) => kind.includes(one.value));
  return {
    before,
    kinds: chosen.length === 0 ? undefined : chosen.flatMap((one) => Object.keys(one.events)),
    withImports: chosen.some((one) => one.isImport === true),
    fromOn: from,
    untilOn: until,
    limit,
  };
}

type Pairs = readonly (readonly [name: string, value: string])[];

/** The fields that a form keeps while it asks for the others. */
export const pairsOf = ({ kind, from, until }: TimelineSearch, without: 'kind' | 'days' | null): Pairs => [
  ...(without === 'kind' ? [] : kind.map((one) => ['kind', one] as const)),
  ...(without === 'days' || from === undefined ? [] : [['from', from] as const]),
  ...(without === 'days' || until === undefined ? [] : [['until', until] as const]),
];

export function timelineAddress(path: string, search: TimelineSearch, before?: string): string {
  const pairs = [...pairsOf(search, null), ...(before === undefined ? [] : [['before', before] as const])];
  const query = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
  return query === '' ? path : `${path}?${query}`;
}
