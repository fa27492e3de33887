import { sql } from 'kysely';
import { type GroupId, newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { addGroup, endGroup, putStaffInGroup } from '#src/modules/school/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { ownSource } from '../domain/facts.ts';
import { pupilsEvents } from '../domain/pupils.events.ts';
import type { Move, RolloverPlan } from '../domain/rollover-plan.ts';
import { isRolledOver } from '../queries/get-rollover.ts';
import { endEnrolment } from './change-enrolment.ts';

const record = recorder(pupilsEvents);

export type RolledOver = { readonly moved: number; readonly left: number; readonly classes: number };
type Refusal = 'already_done' | 'group_in_use_later' | 'class_name_taken';

/**
 * Turns the school to the next academic year: year groups, classes and those who teach them change from one day
 * to the next, leavers' enrolments end. One event a pupil and one for the whole. It is a person's deed and no
 * import's, so the many rows are changed by few statements and not noted for an undo.
 */
export async function rollOver(tx: Tx, plan: RolloverPlan): Promise<Result<RolledOver, Refusal>> {
  if (tx.scope.importing !== null) throw new Error('An import cannot turn the year');
  if (await isRolledOver(tx, plan.year)) return refused('already_done');
  const ending = plan.ending.map((group) => group.groupId);
  if (await hasLaterPlaces(tx, ending, plan)) return refused('group_in_use_later');
  const told = { source: ownSource, sourceOn: tx.scope.today };
  for (const { pupilId } of plan.leavers) await endEnrolment(tx, { pupilId, told, endedOn: plan.lastOn });
  await endPlaces(tx, ending, plan);
  for (const group of plan.ending) {
    if (!(await endGroup(tx, group, plan.lastOn)).ok) return refused('group_in_use_later');
  }
  const classes = await beginClasses(tx, plan);
  if (!classes.ok) return classes;
  await moveUp(tx, plan, classes.value);
  const counts = { moved: plan.moves.length, left: plan.leavers.length, classes: plan.classes.length };
  const changes = Object.fromEntries(
    Object.entries({ year: plan.year, ...counts }).map(([name, after]) => [name, { before: null, after }]),
  );
  await record(tx, { type: 'YearRolledOver', audience: 'figures', changes });
  return done(counts);
}

/** A place in a group that ends, planned for a day after its end, would be lost: somebody must look at it. */
async function hasLaterPlaces(tx: Tx, ending: readonly GroupId[], plan: RolloverPlan): Promise<boolean> {
  const { rows } = await sql`
    select 1 from group_pupils
    where school_id = ${tx.scope.actor.schoolId} and group_id = any(${[...ending]}::uuid[])
      and from_on > ${plan.lastOn}::date
    limit 1`.execute(tx);
  return rows.length > 0;
}

const endPlaces = (tx: Tx, ending: readonly GroupId[], plan: RolloverPlan) =>
  sql`
  update group_pupils set until_on = ${plan.lastOn}::date, version = version + 1
  where school_id = ${tx.scope.actor.schoolId} and group_id = any(${[...ending]}::uuid[])
    and (until_on is null or until_on > ${plan.lastOn}::date)`.execute(tx);

/** The next year's classes by name: those there already, and new ones with their staff. */
async function beginClasses(
  tx: Tx,
  plan: RolloverPlan,
): Promise<Result<ReadonlyMap<string, GroupId>, 'class_name_taken'>> {
  const classes = new Map<string, GroupId>();
  const { startsOn: fromOn } = plan;
  for (const { name, yearGroup, groupId, staff } of plan.classes) {
    if (groupId !== null) {
      classes.set(name, groupId);
      continue;
    }
    const added = await addGroup(tx, { kind: 'class', name, yearGroup, fromOn, source: ownSource });
    if (!added.ok) return refused('class_name_taken');
    for (const { staffId } of staff)
      await putStaffInGroup(tx, { groupId: added.value, staffId, fromOn, source: ownSource });
    classes.set(name, added.value);
  }
  return done(classes);
}

async function moveUp(tx: Tx, plan: RolloverPlan, classes: ReadonlyMap<string, GroupId>): Promise<void> {
  const { moves, lastOn, startsOn: fromOn } = plan;
  const ids = moves.map((move) => move.pupilId);
  await sql`
    update pupil_facts set until_on = ${lastOn}::date, version = version + 1
    where school_id = ${tx.scope.actor.schoolId} and pupil_id = any(${ids}::uuid[]) and kind = 'year_group'
      and withdrawn_at is null and (until_on is null or until_on > ${lastOn}::date)`.execute(tx);
  const facts = moves.map(({ pupilId, to }) => ({
    factId: newId(),
    pupilId,
    kind: 'year_group',
    value: to,
    fromOn,
    source: ownSource,
    sourceOn: tx.scope.today,
    audience: 'identity',
  }));
  await addInParts(facts, (part) => add(tx, 'pupilFacts', part));
  const placed = await listPlacedFrom(tx, plan);
  const places = moves.flatMap((move) => {
    const groupId = classOf(move, classes);
    if (groupId === null || placed.has(move.pupilId)) return [];
    return [{ groupPupilId: newId(), groupId, pupilId: move.pupilId, fromOn, source: ownSource }];
  });
  await addInParts(places, (part) => add(tx, 'groupPupils', part));
  for (const move of moves) await recordMove(tx, move, fromOn);
}

const classOf = (move: Move, classes: ReadonlyMap<string, GroupId>): GroupId | null =>
  move.nextClass === null || move.staysInClass ? null : (classes.get(move.nextClass) ?? null);

/** PostgreSQL takes 65,535 values in one statement. */
const rowsAtOnce = 1000;

async function addInParts<T>(rows: readonly T[], addPart: (part: readonly T[]) => Promise<void>) {
  for (let at = 0; at < rows.length; at += rowsAtOnce) await addPart(rows.slice(at, at + rowsAtOnce));
}

/** Pupils who have a class of their own after the last day already: it is left as it is. */
async function listPlacedFrom(tx: Tx, plan: RolloverPlan): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('groupPupils as p')
    .innerJoin('groups as g', (join) =>
      join.onRef('g.schoolId', '=', 'p.schoolId').onRef('g.groupId', '=', 'p.groupId'),
    )
    .select('p.pupilId')
    .where('p.schoolId', '=', tx.scope.actor.schoolId)
    .where('g.kind', '=', 'class')
    .where((eb) => eb.or([eb('p.untilOn', 'is', null), eb('p.untilOn', '>', plan.lastOn)]))
    .execute();
  return new Set(rows.map((row) => row.pupilId));
}

const recordMove = (tx: Tx, move: Move, fromOn: string) =>
  record(tx, {
    type: 'PupilFactsLearned',
    audience: 'identity',
    pupilId: move.pupilId,
    why: 'New academic year',
    changes: {
      year_group: { before: move.yearGroup, after: move.to },
      ...(move.nextClass === null || move.staysInClass
        ? {}
        : { class: { before: move.className, after: move.nextClass } }),
      fromOn: { before: null, after: fromOn },
    },
  });
