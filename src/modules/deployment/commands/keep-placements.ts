import { sql } from 'kysely';
import { z } from 'zod';
import { addDays, SchoolDate } from '#src/kernel/dates.ts';
import { newId, StaffId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { deploymentEvents } from '../domain/deployment.events.ts';
import type { FullWeek } from '../domain/full-week.ts';
import type { Placement } from '../domain/week.ts';
import { readPlaced } from '../queries/read-week.ts';

const record = recorder(deploymentEvents);

const Held = z.object({
  placementId: z.uuid(),
  demandId: z.uuid(),
  staffId: StaffId,
  weekday: z.int(),
  fromMinute: z.int(),
  isPinned: z.boolean(),
  fromOn: SchoolDate,
  untilOn: SchoolDate.nullable(),
});
type Held = z.output<typeof Held>;
type Wanted = Pick<Held, 'demandId' | 'staffId' | 'weekday' | 'fromMinute' | 'isPinned'>;

const partsOf = ({ demandId, staffId, weekday, fromMinute, isPinned }: Wanted): Wanted => ({
  demandId,
  staffId,
  weekday,
  fromMinute,
  isPinned,
});
const keyOf = (wanted: Wanted): string => Object.values(partsOf(wanted)).join(' ');

/** What is to be kept: all but what follows from runs, each once. */
function wantedOf(week: FullWeek, placements: readonly Placement[]): readonly Wanted[] {
  const found = new Map<string, Wanted>();
  for (const { demandId, slotId, staffId, isPinned } of placements) {
    const slot = week.slots.find((one) => one.slotId === slotId);
    if (slot === undefined) throw new Error('A placement at a time that this week does not have');
    if (week.fixedIds.has(demandId)) continue;
    const wanted = { demandId, staffId, weekday: slot.day, fromMinute: slot.from, isPinned };
    found.set(`${demandId} ${staffId} ${slotId}`, wanted);
  }
  return [...found.values()];
}

/** What is held on the day, and the first day after it from which another version of the timetable holds already. */
async function heldOn(tx: Tx, on: SchoolDate): Promise<{ held: readonly Held[]; next: SchoolDate | null }> {
  const own = sql`school_id = ${tx.scope.actor.schoolId} and withdrawn_at is null`;
  const { rows } = await sql`
    select placement_id, demand_id, staff_id, weekday, from_minute, is_pinned, from_on, until_on from placements
    where ${own} and from_on <= ${on}::date and coalesce(until_on >= ${on}::date, true)`.execute(tx);
  const { rows: ends } = await sql<{ next: string | null }>`
    select least(min(from_on) filter (where from_on > ${on}::date),
      min(until_on + 1) filter (where until_on >= ${on}::date))::text as next
    from placements where ${own}`.execute(tx);
  return { held: z.array(Held).parse(rows), next: SchoolDate.nullable().parse(ends[0]?.next ?? null) };
}

/**
 * Keeps who is placed where from the day of the week on, until the day from which another version holds already. What stood
 * before that day and what comes after it stay as they were (rule dep-3). False when nothing is another.
 */
export async function keepPlacements(
  tx: Tx,
  week: FullWeek,
  given: { readonly placements: readonly Placement[]; readonly why?: string | undefined },
): Promise<Result<boolean, 'stale'>> {
  const { schoolId } = tx.scope.actor;
  await sql`select from school_weeks where school_id = ${schoolId} for update`.execute(tx);
  const { version } = await readPlaced(tx, week.on);
  if (version !== week.version) return refused('stale');
  const { held, next } = await heldOn(tx, week.on);
  const wanted = wantedOf(week, given.placements);
  const [heldKeys, wantedKeys] = [new Set(held.map(keyOf)), new Set(wanted.map(keyOf))];
  const ended = held.filter((one) => !wantedKeys.has(keyOf(one)));
  const begun = wanted.filter((one) => !heldKeys.has(keyOf(one)));
  if (ended.length === 0 && begun.length === 0) return done(false);
  await endAll(tx, week.on, ended);
  const later = ended.filter(({ untilOn }) => next !== null && (untilOn === null || untilOn >= next));
  await addAll(tx, [
    ...begun.map((one) => ({ ...one, fromOn: week.on, untilOn: next === null ? null : addDays(next, -1) })),
    ...later.map((one) => ({ ...partsOf(one), fromOn: next ?? week.on, untilOn: one.untilOn })),
  ]);
  const changes = {
    placed: { before: ended.map(partsOf), after: begun.map(partsOf) },
    fromOn: { before: null, after: week.on },
  };
  await record(tx, { type: 'WeekPlaced', audience: 'plans', why: given.why, changes });
  return done(true);
}

async function endAll(tx: Tx, on: SchoolDate, ended: readonly Held[]): Promise<void> {
  if (ended.length === 0) return;
  await sql`
    update placements set version = version + 1,
      until_on = case when from_on < ${on}::date then ${addDays(on, -1)}::date else until_on end,
      withdrawn_at = case when from_on < ${on}::date then null else ${tx.scope.clock.now()}::timestamptz end
    where school_id = ${tx.scope.actor.schoolId}
      and placement_id = any(${ended.map(({ placementId }) => placementId)}::uuid[])`.execute(tx);
}

async function addAll(
  tx: Tx,
  rows: readonly (Wanted & { readonly fromOn: SchoolDate; readonly untilOn: SchoolDate | null })[],
): Promise<void> {
  if (rows.length === 0) return;
  const { actor, clock } = tx.scope;
  const at = clock.now().getTime();
  await tx
    .insertInto('placements')
    .values(rows.map((row) => ({ ...row, schoolId: actor.schoolId, placementId: newId(at) })))
    .execute();
}
