import { sql } from 'kysely';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PersonId, PupilId } from '#src/kernel/ids.ts';
import { PersonId as AnyPerson } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Run, RunPupil, RunStaff, Slot } from '../domain/run.ts';
import { runOf, runPupilOf, runStaffOf, slotOf } from './run-rows.ts';

/** A pupil's time in a run, with the name as used. */
export type NamedPupil = RunPupil & {
  readonly forename: string;
  readonly surname: string;
  readonly yearGroup: string | null;
  readonly className: string | null;
};

/** An adult's time in a run, with the name and who signs in as them. */
export type NamedStaff = RunStaff & { readonly name: string; readonly personId: PersonId | null };

/** A run with all that hangs on it, those who left included; of pupils only those whom the actor may see. */
export type FullRun = {
  readonly run: Run;
  readonly pupils: readonly NamedPupil[];
  readonly staff: readonly NamedStaff[];
  readonly slots: readonly Slot[];
};

/** Which runs: those that touch these days, these runs alone, or those of one pupil. Withdrawn ones only by id. */
export type RunsAsked =
  | { readonly from: SchoolDate; readonly until: SchoolDate }
  | { readonly runIds: readonly string[] }
  | { readonly pupilId: PupilId };

/**
 * Runs in order of their names, in two statements however many they are. Somebody who reaches single pupils gets the runs
 * of these pupils, and those that they run.
 */
export async function listRuns(tx: Tx, asked: RunsAsked): Promise<readonly FullRun[]> {
  const { schoolId } = tx.scope.actor;
  if ('runIds' in asked && asked.runIds.length === 0) return [];
  const rows = await tx
    .selectFrom('runs')
    .selectAll()
    .where('schoolId', '=', schoolId)
    .where(chosen(tx, asked))
    .orderBy('name')
    .orderBy('runId')
    .execute();
  const runIds = rows.map((row) => row.runId);
  if (runIds.length === 0) return [];
  const { pupils, staff, slots } = await tx.scope.together({
    pupils: (part) => listPupils(part, runIds),
    staff: (part) => listStaffOf(part, runIds),
    slots: (part) => listSlots(part, runIds),
  });
  const runs = rows.map((row) => ({
    run: runOf(row),
    pupils: pupils.get(row.runId) ?? [],
    staff: staff.get(row.runId) ?? [],
    slots: slots.get(row.runId) ?? [],
  }));
  return runs.filter((full) => isOwn(tx, full));
}

function chosen(tx: Tx, asked: RunsAsked) {
  if ('runIds' in asked) return sql<boolean>`run_id = any(${[...asked.runIds]}::uuid[])`;
  if ('pupilId' in asked)
    return sql<boolean>`withdrawn_at is null and run_id in (
      select run_id from run_pupils where school_id = ${tx.scope.actor.schoolId}
        and pupil_id = ${asked.pupilId} and withdrawn_at is null)`;
  return sql<boolean>`withdrawn_at is null and from_on <= ${asked.until}::date
    and coalesce(until_on >= ${asked.from}::date, true)`;
}

function isOwn(tx: Tx, { pupils, staff }: FullRun): boolean {
  const { reach, personId } = tx.scope.actor;
  return reach === 'school' || pupils.length > 0 || staff.some((one) => one.personId === personId);
}

/** One run; null where there is none, or none that the actor may see. */
export async function findRun(tx: Tx, runId: string): Promise<FullRun | null> {
  const [found] = await listRuns(tx, { runIds: [runId] });
  return found ?? null;
}

const grouped = <T extends { readonly runId: string }>(
  all: readonly T[],
): ReadonlyMap<string, readonly T[]> => {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(one.runId, [...(found.get(one.runId) ?? []), one]);
  return found;
};

async function listPupils(tx: Tx, runIds: readonly string[]) {
  const rows = await tx
    .selectFrom('runPupils as p')
    .innerJoin('pupilLines as l', (join) =>
      join.onRef('l.schoolId', '=', 'p.schoolId').onRef('l.pupilId', '=', 'p.pupilId'),
    )
    .selectAll('p')
    .select(['l.forename', 'l.surname', 'l.yearGroup', 'l.className'])
    .where('p.schoolId', '=', tx.scope.actor.schoolId)
    .where('p.runId', 'in', runIds)
    .where('p.withdrawnAt', 'is', null)
    .orderBy('l.surname')
    .orderBy('l.forename')
    .orderBy('p.fromOn')
    .execute();
  return grouped(
    rows.map(({ forename, surname, yearGroup, className, ...row }) => ({
      ...runPupilOf(row),
      forename,
      surname,
      yearGroup,
      className,
    })),
  );
}

async function listStaffOf(tx: Tx, runIds: readonly string[]) {
  const rows = await tx
    .selectFrom('runStaff as r')
    .innerJoin('staff as s', (join) =>
      join.onRef('s.schoolId', '=', 'r.schoolId').onRef('s.staffId', '=', 'r.staffId'),
    )
    .selectAll('r')
    .select(['s.personId', sql<string>`concat_ws(' ', coalesce(s.title, s.forename), s.surname)`.as('name')])
    .where('r.schoolId', '=', tx.scope.actor.schoolId)
    .where('r.runId', 'in', runIds)
    .where('r.withdrawnAt', 'is', null)
    .orderBy('r.share')
    .orderBy('s.surname')
    .execute();
  return grouped(
    rows.map(({ personId, name, ...row }) => ({
      ...runStaffOf(row),
      name,
      personId: personId === null ? null : AnyPerson.parse(personId),
    })),
  );
}

async function listSlots(tx: Tx, runIds: readonly string[]) {
  const rows = await tx
    .selectFrom('runSlots')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('runId', 'in', runIds)
    .where('withdrawnAt', 'is', null)
    .orderBy('weekday')
    .orderBy('startsAt')
    .execute();
  return grouped(rows.map(slotOf));
}
