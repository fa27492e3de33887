import { sql } from 'kysely';
import { audienceOf } from '#src/kernel/access.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type HeardRecord, heardKinds, heardTables } from '../domain/heard-records.ts';

type Row = {
  kind: string;
  recordId: string;
  audience: string;
  part: string | null;
  label: string;
  version: number;
};

const table = (name: string) => sql.table(name);
const part = (kind: keyof typeof heardTables) => {
  const { part: column } = heardTables[kind];
  return column === null ? sql`null::text` : sql.ref(column);
};

/** Who may read each record of a pupil that says so by itself; one statement for all tables. */
export async function listHeardRecords(tx: Tx, pupilId: PupilId): Promise<readonly HeardRecord[]> {
  const each = heardKinds.map((kind) => {
    const { table: name, id, label } = heardTables[kind];
    return sql`select ${kind}::text as kind, ${sql.ref(id)} as record_id, audience, ${part(kind)} as part,
        ${sql.ref(label)} as label, version
      from ${table(name)}
      where school_id = ${tx.scope.actor.schoolId} and pupil_id = ${pupilId} and withdrawn_at is null`;
  });
  const { rows } = await sql<Row>`${sql.join(each, sql` union all `)}`.execute(tx);
  return rows.flatMap(recordOf);
}

function recordOf({ kind, audience, ...row }: Row): HeardRecord[] {
  const known = heardKinds.find((one) => one === kind);
  return known === undefined ? [] : [{ ...row, kind: known, audience: audienceOf(audience) }];
}
