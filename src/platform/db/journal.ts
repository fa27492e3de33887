import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { DB } from './schema.ts';
import type { Tx } from './scope.ts';

/** The tables that an import may write, each with the column that names a row beside `school_id`. */
export const journalled = {
  groups: 'groupId',
  staff: 'staffId',
  groupStaff: 'groupStaffId',
  lessons: 'lessonId',
  pupils: 'pupilId',
  pupilIdentifiers: 'identifierId',
  pupilFacts: 'factId',
  enrolments: 'enrolmentId',
  groupPupils: 'groupPupilId',
  carers: 'carerId',
  pupilCarers: 'pupilCarerId',
  attendance: 'attendanceId',
  suspensions: 'suspensionId',
  senStatuses: 'statusId',
  needs: 'needId',
  specialPlaces: 'specialPlaceId',
  results: 'resultId',
  runs: 'runId',
  runPupils: 'runPupilId',
  runStaff: 'runStaffId',
  runSlots: 'slotId',
  authorities: 'authorityId',
  cases: 'caseId',
  caseEvents: 'caseEventId',
  budgetEntries: 'budgetEntryId',
} as const satisfies { readonly [T in keyof DB]?: keyof DB[T] };
export type Journalled = keyof typeof journalled;

/** `pupilFacts` → `pupil_facts`: the name of a table or column as the database has it. */
export const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const tableOf = (table: Journalled) => sql.ref(`app.${snake(table)}`);
const keyOf = (table: Journalled) => sql.ref(snake(journalled[table]));

/** Adds rows; inside an import, notes each as made by it. The school is filled in from the scope. */
export async function add<T extends Journalled>(
  tx: Tx,
  table: T,
  rows: readonly Omit<Insertable<DB[T]>, 'schoolId'>[],
): Promise<void> {
  if (rows.length === 0) return;
  const { actor, importing } = tx.scope;
  const shared = { schoolId: actor.schoolId, ...(importing && { importId: importing.importId }) };
  const whole = rows.map((row) => ({ ...row, ...shared }));
  const insert = tx.insertInto(table).values(whole as never);
  await insert.execute();
  if (importing === null) return;
  const ids = rows.map((row) => String(Reflect.get(row, journalled[table])));
  const first = importing.next;
  importing.next += rows.length;
  await sql`
    insert into import_changes (school_id, import_id, sequence, table_name, row_key, before, after, audience)
    select t.school_id, ${importing.importId}, ${first} + named.place::int - 1, ${snake(table)}, to_jsonb(named.id), null, to_jsonb(t), i.audience
    from imports i join ${tableOf(table)} t on t.school_id = i.school_id and t.school_id = ${actor.schoolId}, unnest(${ids}::uuid[]) with ordinality as named (id, place)
    where i.import_id = ${importing.importId} and t.${keyOf(table)} = named.id`.execute(tx);
}

/** Changes one row, which must be there; inside an import, notes what it was and what it became. */
export async function amend<T extends Journalled>(
  tx: Tx,
  table: T,
  id: string,
  set: Updateable<DB[T]>,
): Promise<void> {
  const { actor, importing } = tx.scope;
  if (importing !== null) await note(tx, table, id, importing);
  const assigned = sql.join(
    Object.entries(set).map(([name, value]) => sql`${sql.ref(snake(name))} = ${value}`),
  );
  const { numAffectedRows } = await sql`
    update ${tableOf(table)} t set ${assigned}
    where t.school_id = ${actor.schoolId} and t.${keyOf(table)} = ${id}`.execute(tx);
  if (numAffectedRows !== 1n) throw new Error(`No row of ${table} to change`);
  if (importing === null) return;
  await sql`
    update import_changes c set after = to_jsonb(t) from ${tableOf(table)} t
    where c.school_id = ${actor.schoolId} and c.import_id = ${importing.importId}
      and c.sequence = ${importing.next - 1}
      and t.school_id = ${actor.schoolId} and t.${keyOf(table)} = ${id}`.execute(tx);
}

async function note(tx: Tx, table: Journalled, id: string, importing: { importId: string; next: number }) {
  const sequence = importing.next;
  importing.next += 1;
  await sql`
    insert into import_changes (school_id, import_id, sequence, table_name, row_key, before, after, audience)
    select t.school_id, ${importing.importId}, ${sequence}, ${snake(table)}, to_jsonb(${id}::uuid), to_jsonb(t), to_jsonb(t), i.audience
    from ${tableOf(table)} t join imports i on i.school_id = t.school_id and i.import_id = ${importing.importId}
    where t.school_id = ${tx.scope.actor.schoolId} and t.${keyOf(table)} = ${id}`.execute(tx);
}

/** A whole row of a table, as it is read. */
export type RowOf<T extends keyof DB> = Selectable<DB[T]>;
