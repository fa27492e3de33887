import pg from 'pg';
import { appRole, undoRole } from '#src/platform/db/protect.ts';

/** Tables that every node holds whole: they name trusts and schools, and hold no fact about a pupil. */
export const referenceTables: readonly string[] = [
  'trusts',
  'schools',
  'trust_memberships',
  'impact_sharing',
];

export type Link = { readonly from: string; readonly to: string };
export type Spread = {
  readonly table: string;
  readonly kind: 'reference' | 'by school';
  readonly statement: string;
};

/**
 * The statements that lay each table on the nodes of a Citus cluster, a table after those it points to. Throws when tables
 * point at each other in a circle, or a reference table points to one of a school: Citus can lay neither.
 */
export function planSpread(tables: readonly string[], links: readonly Link[]): Spread[] {
  const planned: Spread[] = [];
  const waiting = new Set(tables);
  const mayGo = (table: string) =>
    links.every(({ from, to }) => from !== table || to === table || !waiting.has(to));
  while (waiting.size > 0) {
    const next = [...waiting].sort(referenceFirst).find(mayGo);
    if (next === undefined)
      throw new Error(`Tables point at each other in a circle: ${[...waiting].join(', ')}`);
    waiting.delete(next);
    planned.push(spread(next, planned));
  }
  const wrong = links.find(({ from, to }) => referenceTables.includes(from) && !referenceTables.includes(to));
  if (wrong !== undefined)
    throw new Error(`${wrong.from} is on every node and points to ${wrong.to}, which is not`);
  return planned;
}

const referenceFirst = (one: string, other: string): number =>
  Number(referenceTables.includes(other)) - Number(referenceTables.includes(one)) || (one < other ? -1 : 1);

function spread(table: string, before: readonly Spread[]): Spread {
  if (referenceTables.includes(table))
    return { table, kind: 'reference', statement: `select create_reference_table('app.${table}')` };
  const first = before.find(({ kind }) => kind === 'by school');
  const beside = first === undefined ? 'none' : `app.${first.table}`;
  return {
    table,
    kind: 'by school',
    statement: `select create_distributed_table('app.${table}', 'school_id', colocate_with => '${beside}')`,
  };
}

/** The tables of the schema and what points to what. */
export async function readLinks(client: pg.ClientBase): Promise<{ tables: string[]; links: Link[] }> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p') order by 1`,
  );
  const { rows: links } = await client.query<Link>(
    `select distinct f.relname as from, t.relname as to from pg_constraint k join pg_class f on f.oid = k.conrelid
     join pg_class t on t.oid = k.confrelid where k.contype = 'f' and k.connamespace = 'app'::regnamespace`,
  );
  return { tables: tables.map(({ name }) => name), links };
}

/** The server has no Citus, and so no nodes to lay anything on. */
export class NoCitus extends Error {}

/**
 * Lays the tables of `app` on the nodes of a cluster; run again, it lays only what is new. Sign-in and the queue stay on the
 * coordinator. Throws `NoCitus` where the extension is not installed.
 */
export async function spreadTables(ownerUrl: string): Promise<Spread[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query(`select 1 from pg_extension where extname = 'citus'`);
    if (rows.length === 0) throw new NoCitus('This database has no extension citus');
    // Walls read what SET LOCAL says: the nodes must be told it too.
    for (const role of [appRole, undoRole])
      await client.query(`alter role ${role} set citus.propagate_set_commands = 'local'`);
    const { tables, links } = await readLinks(client);
    const { rows: laid } = await client.query<{ name: string }>(
      `select c.relname as name from pg_dist_partition d join pg_class c on c.oid = d.logicalrelid
       where c.relnamespace = 'app'::regnamespace`,
    );
    const isLaid = new Set(laid.map(({ name }) => name));
    const wanted = planSpread(tables, links).filter(({ table }) => !isLaid.has(table));
    for (const { statement } of wanted) await client.query(statement);
    return wanted;
  } finally {
    await client.end();
  }
}
