import { sql } from 'kysely';
import { programActor } from '#src/kernel/access.ts';
import { inScope } from '#src/platform/db/scope.ts';
import { scopeOf } from '#src/platform/program.ts';
import type { BenchSchool } from './bench-school.ts';

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** An address with real ids in it: the first row of the table whose key the parameter is; null when there is none. */
export async function findAddress(school: BenchSchool, path: string): Promise<string | null> {
  const names = [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name ?? '');
  let address = path.replace(/\{[^}]*\}/g, '');
  for (const name of names) {
    const id = await findId(school, snake(name));
    if (id === null) return null;
    address = address.replace(`:${name}`, id);
  }
  return address;
}

function findId(school: BenchSchool, column: string): Promise<string | null> {
  return inScope(scopeOf(school.program), programActor(school.schoolId), async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[2]
      where k.contype = 'p' and c.relnamespace = 'app'::regnamespace and a.attname = ${column}
      order by c.relname limit 1`.execute(tx);
    const [table] = rows;
    if (table === undefined) return null;
    const found = await sql<{
      id: string;
    }>`select ${sql.ref(column)}::text as id from ${sql.table(`app.${table.name}`)}
      where school_id = ${school.schoolId} limit 1`.execute(tx);
    return found.rows[0]?.id ?? null;
  });
}
