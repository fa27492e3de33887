import type { StaffId } from '#src/kernel/ids.ts';
import type { Adult, Demand, Placement, Week } from '../week.ts';
import { type Days, daysOf, overlap, type Run, runFrom, whenWords } from './runs.ts';

/** The hard rules, each by the word it is known by. */
export type BreachKind =
  | 'unknown'
  | 'start'
  | 'length'
  | 'named'
  | 'skills'
  | 'avoids'
  | 'available'
  | 'adult'
  | 'pupil'
  | 'demand'
  | 'day'
  | 'times'
  | 'minutes'
  | 'row'
  | 'travel';

/** A hard rule that some placements break together, in words without a name. */
export type Breach = {
  readonly kind: BreachKind;
  readonly words: string;
  readonly placements: readonly Placement[];
};

/** A placement with what it points at. */
type Placed = {
  readonly placement: Placement;
  readonly adult: Adult;
  readonly demand: Demand;
  readonly run: Run;
};

/**
 * Every hard rule that a timetable breaks; an empty list is a timetable that can be worked. It knows nothing of how the
 * timetable was found. (rule place-1)
 * One adult with two demands on Tuesday at 09:10 → one breach, 'adult', with both placements.
 */
export function breaches(week: Week, placements: readonly Placement[]): readonly Breach[] {
  const days = daysOf(week.slots);
  const known = {
    days,
    adults: new Map(week.adults.map((adult) => [adult.staffId, adult])),
    demands: new Map(week.demands.map((demand) => [demand.demandId, demand])),
  };
  const found: Breach[] = [];
  const placed = placements.flatMap((placement) => {
    const whole = lookUp(known, placement);
    if ('words' in whole) found.push({ ...whole, placements: [placement] });
    return 'words' in whole ? [] : [whole];
  });
  for (const one of placed) found.push(...ofOne(one));
  for (const ofDemand of Map.groupBy(placed, ({ demand }) => demand).values()) found.push(...asked(ofDemand));
  for (const ofAdult of Map.groupBy(placed, ({ adult }) => adult).values()) {
    found.push(...twice('adult', 'The adult is in two places at once', ofAdult));
    found.push(...travelled(ofAdult, week.travelMinutes));
    found.push(...worked(ofAdult, days));
  }
  return [...found, ...pupilsTwice(placed)];
}

type Plain = Omit<Breach, 'placements'>;

type Known = {
  readonly days: Days;
  readonly adults: ReadonlyMap<StaffId, Adult>;
  readonly demands: ReadonlyMap<string, Demand>;
};

function lookUp({ days, adults, demands }: Known, placement: Placement): Placed | Plain {
  const adult = adults.get(placement.staffId);
  const demand = demands.get(placement.demandId);
  const slot = days.slots.get(placement.slotId);
  if (adult === undefined) return { kind: 'unknown', words: 'The adult is not in the week any more' };
  if (demand === undefined) return { kind: 'unknown', words: 'The help is not asked for any more' };
  if (slot === undefined) return { kind: 'unknown', words: 'The time is not in the school day any more' };
  const run = runFrom(days, slot.slotId, demand.length);
  if (run === null) {
    const words = `The help takes ${demand.length} times in one piece, and the day has not so many from ${whenWords(slot)}`;
    return { kind: 'length', words };
  }
  return { placement, adult, demand, run };
}

/** What is wrong with a placement whatever else is placed. */
function ofOne({ placement, adult, demand, run }: Placed): readonly Breach[] {
  const plain: Plain[] = [];
  const say = (isBroken: boolean, kind: BreachKind, words: string) => {
    if (isBroken) plain.push({ kind, words });
  };
  const missing = [...demand.skills].filter((skill) => !adult.skills.has(skill));
  const absent = run.slotIds.some((slotId) => !adult.slotIds.has(slotId));
  say(!demand.startIds.has(placement.slotId), 'start', `The help may not begin on ${whenWords(run)}`);
  say(
    demand.only !== null && !demand.only.has(adult.staffId),
    'named',
    'The help is for somebody else to give',
  );
  say(missing.length > 0, 'skills', `The adult is not trained: ${missing.join(', ')}`);
  say(
    demand.pupilIds.some((id) => adult.avoids.has(id)),
    'avoids',
    'The adult is not to work with this pupil',
  );
  say(absent, 'available', `The adult is not available on ${whenWords(run)}`);
  return plain.map((one) => ({ ...one, placements: [placement] }));
}

/** What is wrong with the times of one demand together. */
function asked(placed: readonly Placed[]): readonly Breach[] {
  const demand = placed[0]?.demand;
  if (demand === undefined) return [];
  const found: Breach[] = [];
  const placements = placed.map(({ placement }) => placement);
  if (placed.length > demand.times) {
    const words = `Asked for ${demand.times} times a week and placed ${placed.length} times`;
    found.push({ kind: 'times', words, placements });
  }
  for (const [first, second] of pairs(placed)) {
    const both = [first.placement, second.placement];
    if (overlap(first.run, second.run))
      found.push({ kind: 'demand', words: 'The same help is placed twice at once', placements: both });
    if (demand.oncePerDay)
      found.push({ kind: 'day', words: 'Asked for once a day and placed twice', placements: both });
  }
  return found;
}

const twice = (kind: BreachKind, words: string, placed: readonly Placed[]): readonly Breach[] =>
  pairs(placed)
    .filter(([one, other]) => overlap(one.run, other.run))
    .map(([one, other]) => ({
      kind,
      words: `${words}, on ${whenWords(one.run.from < other.run.from ? other.run : one.run)}`,
      placements: [one.placement, other.placement],
    }));

/** Where an adult is for a demand: at its site, else at the adult's own. */
export const siteOf = (demand: Pick<Demand, 'siteId'>, adult: Pick<Adult, 'siteId'>): string | null =>
  demand.siteId ?? adult.siteId;

function travelled(placed: readonly Placed[], travelMinutes: number): readonly Breach[] {
  return pairs(placed)
    .map(([one, other]) =>
      one.run.from <= other.run.from ? ([one, other] as const) : ([other, one] as const),
    )
    .filter(([before, after]) => {
      const from = siteOf(before.demand, before.adult);
      const to = siteOf(after.demand, after.adult);
      if (from === null || to === null || from === to) return false;
      const between = after.run.from - before.run.until;
      return between >= 0 && between < travelMinutes;
    })
    .map(([before, after]) => ({
      kind: 'travel' as const,
      words: `${after.run.from - before.run.until} minutes to reach the other site by ${whenWords(after.run)}, and ${travelMinutes} are needed`,
      placements: [before.placement, after.placement],
    }));
}

/** The limits of an adult's week and day. */
function worked(placed: readonly Placed[], days: Days): readonly Breach[] {
  const adult = placed[0]?.adult;
  if (adult === undefined) return [];
  const placements = placed.map(({ placement }) => placement);
  const minutes = placed.reduce((sum, { run }) => sum + run.minutes, 0);
  const found: Breach[] = [];
  if (minutes > adult.minutes) {
    const words = `${minutes} minutes are placed, and the contract has ${adult.minutes}`;
    found.push({ kind: 'minutes', words, placements });
  }
  if (adult.inARow === null) return found;
  const longest = longestRow(new Set(placed.flatMap(({ run }) => run.slotIds)), days);
  if (longest.length > adult.inARow) {
    const within = placed.filter(({ run }) => run.slotIds.some((id) => longest.includes(id)));
    const words = `${longest.length} one after the other without a free one, and at most ${adult.inARow} are agreed`;
    found.push({ kind: 'row', words, placements: within.map(({ placement }) => placement) });
  }
  return found;
}

/** The longest row of taken slots that follow one another. */
function longestRow(taken: ReadonlySet<string>, { slots }: Days): readonly string[] {
  const inOrder = [...taken]
    .flatMap((id) => slots.get(id) ?? [])
    .toSorted((one, other) => one.day - other.day || one.until - other.until);
  const ending = new Map<string, readonly string[]>();
  let longest: readonly string[] = [];
  for (const { day, from, until, slotId } of inOrder) {
    const row = [...(ending.get(`${day} ${from}`) ?? []), slotId];
    const known = ending.get(`${day} ${until}`) ?? [];
    if (row.length > known.length) ending.set(`${day} ${until}`, row);
    if (row.length > longest.length) longest = row;
  }
  return longest;
}

/** Two groups that share pupils are told once; two times of one demand are told of the demand. */
function pupilsTwice(placed: readonly Placed[]): readonly Breach[] {
  const each = placed.flatMap((one) => one.demand.pupilIds.map((pupilId) => ({ pupilId, one })));
  const told = new Map<string, Breach>();
  for (const ofPupil of Map.groupBy(each, ({ pupilId }) => pupilId).values())
    for (const [one, other] of pairs(ofPupil.map((each) => each.one)))
      if (one.demand !== other.demand)
        for (const breach of twice('pupil', 'A pupil is in two places at once', [one, other]))
          told.set(`${placed.indexOf(one)} ${placed.indexOf(other)}`, breach);
  return [...told.values()];
}

/** All pairs of one day: what is on two days is in nobody's way. */
function pairs(list: readonly Placed[]): readonly (readonly [Placed, Placed])[] {
  const found: (readonly [Placed, Placed])[] = [];
  for (const [at, one] of list.entries())
    for (let next = at + 1; next < list.length; next += 1) {
      const other = list[next];
      if (other !== undefined && other.run.day === one.run.day) found.push([one, other]);
    }
  return found;
}
