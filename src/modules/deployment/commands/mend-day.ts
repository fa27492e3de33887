import { newId, type StaffId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import {
  endStandIn,
  type FullRun,
  listRuns,
  listSessionsById,
  logSession,
  standIn,
  undoSession,
} from '#src/modules/provision/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { coverEvents } from '../domain/cover.events.ts';
import { type CoverDay, standingOf, stuckBy } from '../domain/day/cover-day.ts';
import { isAway, withMoves } from '../domain/day/day-plan.ts';
import { isStillGiven, runSlotAt } from '../domain/day/day-sessions.ts';
import type { Suggestion } from '../domain/day/replan.ts';
import type { Week } from '../domain/week.ts';

const record = recorder(coverEvents);

export type MendRefusal = 'stale' | 'shut' | 'nothing' | 'not_today' | 'stuck';
type DayMove = Suggestion['moves'][number];

/**
 * Takes some of what is suggested for a day: others take it from now on, and reach the pupils of a group that they run for
 * the day; of what is lost the session is logged as cancelled because an adult was absent or needed elsewhere, and so it
 * stands in the account of Section F. Somebody decided on the day meanwhile: nothing is done.
 */
export async function mendDay(
  tx: Tx,
  given: { readonly day: CoverDay; readonly chosen: readonly Suggestion[]; readonly version: number },
): Promise<Result<number, MendRefusal>> {
  const { day, chosen, version } = given;
  const standing = standingOf(day);
  if (standing === null) return refused('shut');
  if (day.on !== tx.scope.today) return refused('not_today');
  if (chosen.length === 0) return refused('nothing');
  if (version !== day.version || !(await countOn(tx, day))) return refused('stale');
  if (stuckBy(day, chosen).length > 0) return refused('stuck');
  const moves = chosen.flatMap((one) => one.moves);
  const runs = await runsOf(tx, day, moves);
  const after = withMoves(standing.week, moves);
  const rows = [];
  for (const move of moves) {
    const { item } = move;
    const reason = isAway(standing.away, item.placement.staffId, item) ? 'adult_absent' : 'adult_elsewhere';
    const full = runs.get(item.placement.demandId) ?? null;
    rows.push(await carryOut(tx, { day, after, full, move, reason }));
  }
  await tx.insertInto('coverMoves').values(rows).execute();
  const changes = { moves: { before: null, after: rows.map(toldOf) }, on: { before: null, after: day.on } };
  await record(tx, { type: 'DayMended', audience: 'notes', changes });
  return done(rows.length);
}

type Decided = {
  readonly day: CoverDay;
  readonly after: Week;
  readonly full: FullRun | null;
  readonly move: DayMove;
  readonly reason: 'adult_absent' | 'adult_elsewhere';
};

/** Does what a move means for its run, and says what is kept of it. */
async function carryOut(tx: Tx, { day, after, full, move, reason }: Decided) {
  const { actor, clock } = tx.scope;
  const { item, to, slotId: toSlotId } = move;
  const { demandId, slotId, staffId } = item.placement;
  const isLost = full !== null && to === null && !isGiven(day, after, full, item);
  return {
    schoolId: actor.schoolId,
    coverMoveId: newId(clock.now().getTime()),
    onDate: day.on,
    ...{ demandKey: demandId, slotKey: slotId, fromStaffId: staffId, toStaffId: to, reason },
    toSlotKey: toSlotId ?? null,
    sessionId: isLost ? await cancel(tx, day, { full, move, reason }) : null,
    runStaffId:
      full === null || to === null
        ? null
        : await standIn(tx, { full, staffId: to, insteadOf: staffId, on: day.on }),
    decidedBy: actor.personId,
    decidedAt: clock.now(),
  };
}

type ToldRow = {
  readonly demandKey: string;
  readonly fromStaffId: StaffId;
  readonly toStaffId: StaffId | null;
};
const toldOf = ({ demandKey, fromStaffId, toStaffId }: ToldRow) => ({ demandKey, fromStaffId, toStaffId });

/** Counts the day on; false where somebody did meanwhile. */
async function countOn(tx: Tx, { on, version }: CoverDay): Promise<boolean> {
  const { schoolId } = tx.scope.actor;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('coverDays')
    .values({ schoolId, onDate: on, version: 1 })
    .onConflict((oc) =>
      oc
        .columns(['schoolId', 'onDate'])
        .doUpdateSet({ version: version + 1 })
        .where('coverDays.version', '=', version),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** The runs of provision that the moves are of, by demand. */
async function runsOf(
  tx: Tx,
  { week }: CoverDay,
  moves: readonly DayMove[],
): Promise<ReadonlyMap<string, FullRun>> {
  const moved = new Set(moves.map(({ placement }) => placement.demandId));
  const wanted = week.demands.filter(({ demandId, runId }) => runId !== null && moved.has(demandId));
  const runIds = [...new Set(wanted.flatMap(({ runId }) => runId ?? []))];
  const runs = runIds.length === 0 ? [] : await listRuns(tx, { runIds });
  return new Map(
    wanted.flatMap(({ demandId, runId }) => {
      const full = runs.find(({ run }) => run.runId === runId);
      return full === undefined ? [] : [[demandId, full] as const];
    }),
  );
}

const isGiven = (
  { weekday, week: { demands } }: CoverDay,
  after: Week,
  { run }: FullRun,
  { from }: DayMove['item'],
): boolean => weekday !== null && isStillGiven(after, weekday, demands, { runId: run.runId, from });

type Cancelled = Pick<Decided, 'move' | 'reason'> & { readonly full: FullRun };

/** Logs the session that is lost; null where none is due then, or somebody logged it already. */
async function cancel(tx: Tx, day: CoverDay, { full, move, reason }: Cancelled): Promise<string | null> {
  const { from, until } = move.item;
  const slot =
    day.weekday === null ? null : runSlotAt(full.slots, { on: day.on, day: day.weekday, from, until });
  if (slot === null) return null;
  const told = { state: 'cancelled' as const, reason, missing: [], note: null, nextStep: null };
  const logged = await logSession(tx, { ...told, full, slotId: slot.slotId, on: day.on });
  return logged.ok ? logged.value : null;
}

/** Takes back what was decided for a day: everybody has the day that was planned, and the sessions are open again. */
export async function takeBackDay(tx: Tx, day: CoverDay): Promise<Result<number, 'nothing' | 'stale'>> {
  if (day.moves.length === 0) return refused('nothing');
  if (!(await countOn(tx, day))) return refused('stale');
  const sessions = await listSessionsById(
    tx,
    day.moves.flatMap(({ sessionId }) => sessionId ?? []),
  );
  for (const session of sessions) await undoSession(tx, session, 'The cover of the day was taken back');
  for (const { runStaffId } of day.moves) if (runStaffId !== null) await endStandIn(tx, runStaffId);
  await tx
    .updateTable('coverMoves')
    .set({ withdrawnAt: tx.scope.clock.now() })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('onDate', '=', day.on)
    .where('withdrawnAt', 'is', null)
    .execute();
  const changes = { moves: { before: day.moves.length, after: 0 }, on: { before: day.on, after: null } };
  await record(tx, { type: 'DayMendTakenBack', audience: 'notes', changes });
  return done(day.moves.length);
}
