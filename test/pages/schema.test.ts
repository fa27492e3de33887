import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { planSpread, readLinks, referenceTables } from '#src/cluster/spread.ts';
import { audiences } from '#src/kernel/access.ts';
import { projectRoot } from '#src/platform/project-root.ts';
import { expectGenerated } from '../generated.ts';
import { asOwner, ownerUrl } from '../worker-database.ts';

type Column = { table: string; name: string; type: string; required: boolean; default: string | null };
type Constraint = { table: string; name: string; kind: string; text: string };
type Policy = { table: string; name: string; permissive: string; cmd: string; using: string; check: string };

const reference = referenceTables;

let tables: { name: string; enabled: boolean; forced: boolean; comment: string | null }[];
let columns: Column[];
let constraints: Constraint[];
let policies: Policy[];
let indexes: { table: string; text: string }[];

beforeAll(async () => {
  tables = await asOwner(`
    select relname as name, relrowsecurity as enabled, relforcerowsecurity as forced, obj_description(oid, 'pg_class') as comment
    from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p', 'v', 'm') order by 1`);
  columns = await asOwner(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
      pg_get_expr(d.adbin, d.adrelid) as default
    from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relnamespace = 'app'::regnamespace and c.relkind = 'r'
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped order by c.relname, a.attnum`);
  constraints = await asOwner(`
    select c.relname as table, conname as name, contype::text as kind, pg_get_constraintdef(k.oid) as text
    from pg_constraint k join pg_class c on c.oid = k.conrelid and c.relnamespace = 'app'::regnamespace
    where contype <> 'n' order by 1, array_position(array['p','f','u','x','c'], contype::text), 2`);
  policies = await asOwner(`
    select tablename as table, policyname as name, permissive, cmd, qual as using, with_check as check
    from pg_policies where schemaname = 'app' order by 1, 2`);
  indexes = await asOwner(`
    select tablename as table, indexdef as text from pg_indexes i where schemaname = 'app'
      and not exists (select from pg_constraint k where k.conname = i.indexname) order by 1, 2`);
});

describe('the schema', () => {
  it('has row security on and forced on every table, and one permissive policy each', () => {
    expect(tables.filter((table) => !table.enabled || !table.forced)).toEqual([]);
    const own = policies.filter((policy) => policy.name === 'own');
    expect(own.map((policy) => policy.table)).toEqual(tables.map((table) => table.name));
    expect(policies.filter((policy) => policy.permissive !== 'PERMISSIVE' || policy.cmd !== 'ALL')).toEqual(
      [],
    );
  });

  it('lets retention reach every table that names a pupil, alone or in a list, one pupil at a time, and no other but one', () => {
    const about = new Set(
      columns.filter(({ name }) => ['pupil_id', 'pupil_ids'].includes(name)).map(({ table }) => table),
    );
    const reached = policies.filter((policy) => policy.name === 'retention');
    expect(reached.map(({ table }) => table)).toEqual([...about, 'import_changes'].toSorted());
    expect(policies.length).toBe(tables.length + reached.length);
    const loose = reached.filter(
      ({ using }) => !using.includes('app.erasing') || !using.includes('app.school_id'),
    );
    expect(loose).toEqual([]);
  });

  it('names the pupil in whatever hangs on a record of a pupil, so that it goes with the pupil', () => {
    const named = new Set(
      columns.filter(({ name }) => ['pupil_id', 'pupil_ids'].includes(name)).map(({ table }) => table),
    );
    const hanging = constraints.filter(({ table, kind, text }) => {
      const target = / REFERENCES (?:app\.)?([a-z_]+)/.exec(text)?.[1] ?? '';
      return kind === 'f' && named.has(target) && !named.has(table);
    });
    expect(hanging.map(({ table, name }) => `${table}: ${name}`)).toEqual([]);
  });

  it('has no policy with a sub-select or a function that could read a table', () => {
    const calls = policies.flatMap(({ using, check }) =>
      [...`${using} ${check}`.matchAll(/([a-z_]+)\(/g)].map(([, name]) => name),
    );
    const harmless = [
      'current_setting',
      'nullif',
      'coalesce',
      'strpos',
      'string_to_array',
      'and',
      'or',
      'in',
      'not',
    ];
    expect([...new Set(calls)].filter((name) => !harmless.includes(name ?? '')).sort()).toEqual([]);
    expect(policies.filter(({ using, check }) => /select/i.test(`${using} ${check}`))).toEqual([]);
  });

  it('begins every key with the school, so that it can be sharded by it', () => {
    const keys = constraints.filter(
      ({ table, kind }) => ['p', 'u'].includes(kind) && !reference.includes(table),
    );
    expect(keys.filter(({ text }) => !/\(school_id/.test(text))).toEqual([]);
    const exclusions = constraints.filter(({ kind }) => kind === 'x');
    expect(exclusions.filter(({ text }) => !/USING gist \(school_id WITH =/.test(text))).toEqual([]);
  });

  it('has no unique index but by school, as nodes cannot know of each other', () => {
    const unique = indexes.filter(
      ({ table, text }) => /^CREATE UNIQUE/.test(text) && !reference.includes(table),
    );
    expect(unique.filter(({ text }) => !/USING btree \(school_id\b/.test(text))).toEqual([]);
  });

  it('can be laid on the nodes of a cluster, each table after those it points to', async () => {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    const { tables: names, links } = await readLinks(client);
    await client.end();
    expect(names).toEqual(tables.map(({ name }) => name));
    const order = planSpread(names, links).map(({ table }) => table);
    expect(order.toSorted()).toEqual(names);
    const late = links.filter(({ from, to }) => from !== to && order.indexOf(to) > order.indexOf(from));
    expect(late).toEqual([]);
    expect(() => planSpread(names, [...links, { from: 'schools', to: 'pupils' }])).toThrow(
      /circle|every node/,
    );
    expect(() =>
      planSpread(
        ['a', 'b'],
        [
          { from: 'a', to: 'b' },
          { from: 'b', to: 'a' },
        ],
      ),
    ).toThrow(/circle/);
  });

  it('has nothing that a distributed table cannot have: numbers of a sequence, triggers, rules, heirs, keys set to null', async () => {
    const found = await asOwner(`
      select 'sequence ' || relname as what from pg_class where relnamespace = 'app'::regnamespace and relkind = 'S'
      union all select 'identity ' || attname from pg_attribute a join pg_class c on c.oid = attrelid
        where relnamespace = 'app'::regnamespace and attidentity <> ''
      union all select 'trigger ' || tgname from pg_trigger t join pg_class c on c.oid = tgrelid
        where relnamespace = 'app'::regnamespace and not tgisinternal
      union all select 'rule ' || rulename from pg_rules where schemaname = 'app'
      union all select 'heir ' || relname from pg_inherits join pg_class c on c.oid = inhrelid where relnamespace = 'app'::regnamespace
      union all select 'set null ' || conname from pg_constraint where connamespace = 'app'::regnamespace
        and (confdeltype in ('n', 'd') or confupdtype in ('n', 'd', 'c'))
      union all select 'deferrable ' || conname from pg_constraint where connamespace = 'app'::regnamespace and condeferrable
      union all select 'other schema ' || conname from pg_constraint k join pg_class c on c.oid = confrelid
        where connamespace = 'app'::regnamespace and c.relnamespace <> 'app'::regnamespace`);
    expect(found).toEqual([]);
  });

  it('carries the school in every foreign key, so that no row can point into another school', () => {
    const foreign = constraints.filter(({ table, kind }) => kind === 'f' && !reference.includes(table));
    expect(foreign.filter(({ text }) => !/FOREIGN KEY \(school_id/.test(text))).toEqual([]);
  });

  it('says of every table how long it is kept', () => {
    expect(tables.filter((table) => !table.comment?.startsWith('retain: '))).toEqual([]);
  });

  it('gives every row about a pupil an audience that the program knows', () => {
    const about = new Set(
      columns.filter(({ name }) => name === 'pupil_id' || name === 'pupil_ids').map(({ table }) => table),
    );
    const heard = new Set(columns.filter(({ name }) => name === 'audience').map(({ table }) => table));
    // A view record speaks of pupils to leaders only, a draft and a pack to the one person whose they are: their policies say so.
    const byPolicy = ['plan_drafts', 'plan_packs', 'views'];
    expect([...about].filter((table) => !heard.has(table) && !byPolicy.includes(table))).toEqual([]);
    const named = constraints
      .filter(({ kind, text }) => kind === 'c' && text.includes('audience'))
      .flatMap(({ text }) => [...text.matchAll(/'([a-z]+)'::text/g)].map(([, name]) => name ?? ''));
    expect(
      named.filter(
        (name) =>
          !audiences.some((known) => known === name) && !/^(court|safeguarding|medical|safety)$/.test(name),
      ),
    ).toEqual([]);
  });

  it('names each check after the rule that it holds', () => {
    const unnamed = constraints.filter(({ kind, name }) => kind === 'c' && /_check\d*$/.test(name));
    expect(unnamed).toEqual([]);
  });

  it('stands in db/schema as readable text, table by table', () => {
    for (const { name, comment } of tables)
      expectGenerated(`db/schema/${name}.txt`, describeTable(name, comment));
    const files = readdirSync(join(projectRoot, 'db', 'schema')).filter((file) => file.endsWith('.txt'));
    expect(files.sort()).toEqual(tables.map((table) => `${table.name}.txt`).sort());
  });
});

function describeTable(name: string, comment: string | null): string {
  const own = columns.filter(({ table }) => table === name);
  const width = Math.max(...own.map((column) => column.name.length));
  const lines = own.map((column) => {
    const rest = [
      column.type,
      column.required ? 'required' : '',
      column.default === null ? '' : `default ${column.default}`,
    ];
    return `  ${column.name.padEnd(width)}  ${rest.filter(Boolean).join(', ')}`;
  });
  const held = constraints.filter(({ table }) => table === name).map((one) => `  ${one.name}: ${one.text}`);
  const found = indexes.filter(({ table }) => table === name).map((one) => `  ${one.text}`);
  const walls = policies
    .filter(({ table }) => table === name)
    .map((one) =>
      one.name === 'own' ? `  shows ${one.using}\n  takes ${one.check}` : `  ${one.name}: ${one.using}`,
    );
  return [
    `${name} (${comment})`,
    ...lines,
    '',
    ...held,
    ...(found.length > 0 ? ['', ...found] : []),
    '',
    ...walls,
    '',
  ].join('\n');
}
