import pg from 'pg';
import { loadSchool } from '#src/demo/load-demo.ts';
import { makeDemoTrust } from '#src/demo/make-demo-trust.ts';
import type { SchoolId } from '#src/kernel/ids.ts';
import type { BenchSchool } from './bench-school.ts';

/**
 * Puts schools of 40 pupils beside the one that is measured until there are `count`: one is made as the demo makes it, and
 * copied table by table in the database. Keys begin with the school, so a copy may keep all other ids.
 */
export async function fillSchools(school: BenchSchool, ownerUrl: string, count: number): Promise<void> {
  const today = school.program.clock.today();
  const [small] = makeDemoTrust({ seed: 5, today, schools: 1, pupils: 40 }).schools;
  if (small === undefined) throw new Error('The demo has no school');
  const { schoolId } = await loadSchool(school.program, { ...small, urn: '800000' }, null);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await copySchool(owner, schoolId, count - 2);
    // What autovacuum does by itself within a minute: the planner must know the tables' sizes.
    await owner.query('vacuum analyze');
  } finally {
    await owner.end();
  }
}

async function copySchool(owner: pg.Client, schoolId: SchoolId, copies: number): Promise<void> {
  await owner.query('begin');
  // A copy of rows that keep the rules keeps them too: asking again for each would only take time.
  await owner.query(`set local session_replication_role = replica; set local synchronous_commit = off`);
  await owner.query(
    `create temporary table copies on commit drop as select gen_random_uuid() as school_id, number from generate_series(1, ${copies}) as number`,
  );
  const columnsOf = await listColumns(owner);
  for (const [table, columns] of columnsOf) {
    const taken = columns.map((column) => takenFrom(table, column)).join(', ');
    await owner.query(
      `insert into app.${table} (${columns.join(', ')}) select ${taken} from app.${table} t cross join copies c where t.school_id = $1`,
      [schoolId],
    );
  }
  await owner.query('commit');
}

function takenFrom(table: string, column: string): string {
  if (column === 'school_id') return 'c.school_id';
  if (table === 'schools' && column === 'urn') return '(800000 + c.number)::text';
  return `t.${column}`;
}

async function listColumns(owner: pg.Client): Promise<[string, string[]][]> {
  const { rows } = await owner.query<{ table: string; columns: string[] }>(
    `select c.relname as table, array_agg(quote_ident(a.attname) order by attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' group by c.relname
     having bool_or(a.attname = 'school_id') order by (c.relname <> 'schools'), c.relname`,
  );
  return rows.map(({ table, columns }) => [table, columns]);
}
