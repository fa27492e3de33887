import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, audiences, permissions, writeMarks } from '#src/kernel/access.ts';
import type { PersonId, PupilId, SchoolId } from '#src/kernel/ids.ts';
import { inScope } from '#src/platform/db/scope.ts';
import { scopeOf } from '#src/platform/program.ts';
import { type Filled, fillTwoSchools } from '../two-schools.ts';
import { asOwner, ownerUrl, program } from '../worker-database.ts';

type Row = Record<string, unknown>;
let filled: Filled;
let tables: readonly string[];
let everything: ReadonlyMap<string, readonly Row[]>;

beforeAll(async () => {
  filled = await fillTwoSchools();
  const found = await asOwner<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' order by 1",
  );
  tables = found.map((row) => row.name);
  const rows = new Map<string, readonly Row[]>();
  for (const table of tables) rows.set(table, await asOwner(`select to_jsonb(t) as row from app.${table} t`));
  everything = new Map([...rows].map(([table, all]) => [table, all.map(({ row }) => row as Row)]));
}, 120_000);

const reference = ['trusts', 'schools', 'impact_sharing'];
/** What belongs to one person; the program itself keeps it in order. */
const ownTables = new Set([
  'api_answers',
  'calendar_feeds',
  'digest_choices',
  'plan_drafts',
  'plan_packs',
  'session_taps',
]);

/** What the design says may be seen, in other words than the policies: from the columns that a row has. */
const isOfSchoolOrWithin = (row: Row, actor: Actor): boolean => row.pupil_id === null || isWithin(row, actor);

const isProgram = ({ personId, reach }: Actor): boolean => personId === null && reach === 'school';

function maySee(table: string, row: Row, actor: Actor): boolean {
  const isOwn = row.person_id !== null && row.person_id === actor.personId;
  const isHere = row.school_id === actor.schoolId;
  const isWhole = actor.reach === 'school';
  if (ownTables.has(table)) return isHere && (isOwn || isProgram(actor));
  switch (table) {
    case 'trusts':
    case 'schools':
    case 'impact_sharing':
      return true;
    case 'trust_memberships':
      return isOwn || actor.writes.includes('trust');
    case 'members':
    case 'memberships':
      return isHere || isOwn;
    case 'reach':
      return isHere && (isWhole || isOwn);
    case 'saved_views':
      return isHere && (isOwned(row, actor) || (row.is_shared === true && isWhole));
    case 'tasks':
      return isHere && isHeard(row, actor) && isTaskWithin(row, actor);
    case 'documents':
    case 'document_files':
      return isHere && isHeard(row, actor) && isOfSchoolOrWithin(row, actor);
    // Shown only of a pupil that was asked about: a test of its own.
    case 'views':
      return false;
    default:
      return isHere && isHeard(row, actor) && isWithin(row, actor);
  }
}

const isHeard = (row: Row, { sees }: Actor): boolean =>
  !('audience' in row) || sees.some((audience) => audience === row.audience);

function isWithin(row: Row, { reach }: Actor): boolean {
  if (reach === 'school') return true;
  const pupilIds = Array.isArray(row.pupil_ids) ? row.pupil_ids : 'pupil_id' in row ? [row.pupil_id] : null;
  return pupilIds === null || pupilIds.some((pupilId) => reach.some((id) => id === pupilId));
}

const isOwned = (row: Row, { personId }: Actor): boolean =>
  personId !== null && row.owner_person_id === personId;

const isOwnTask = (row: Row, { personId }: Actor): boolean =>
  personId !== null && [row.owner_person_id, row.given_by_person_id].includes(personId);

/** A task about a pupil follows the pupil; one about nobody is its owner's, its giver's and the whole school's. */
const isTaskWithin = (row: Row, actor: Actor): boolean =>
  row.pupil_id === null ? isOwnTask(row, actor) || actor.reach === 'school' : isWithin(row, actor);

const text = (row: Row): string => JSON.stringify(row, Object.keys(row).sort());

/** Tables in which an actor sees another set of rows than the design says, by `select *` with no condition at all. */
async function breaches(actor: Actor): Promise<string[]> {
  return inScope(scopeOf(program), actor, async (tx) => {
    const found: string[] = [];
    for (const table of tables) {
      const { rows } = await sql<{
        row: Row;
      }>`select to_jsonb(t) as row from ${sql.table(`app.${table}`)} t`.execute(tx);
      const seen = rows.map(({ row }) => text(row)).sort();
      const due = (everything.get(table) ?? [])
        .filter((row) => maySee(table, row, actor))
        .map(text)
        .sort();
      if (JSON.stringify(seen) !== JSON.stringify(due))
        found.push(`${table}: sees ${seen.length}, should see ${due.length}`);
    }
    return found;
  });
}

const anyActor = (schools: Filled['schools'], people: Filled['people']): fc.Arbitrary<Actor> =>
  fc
    .record({
      school: fc.constantFrom(...schools),
      personId: fc.constantFrom<PersonId | null>(null, ...people),
      isWhole: fc.boolean(),
      few: fc.array(fc.constantFrom(...schools.flatMap((school) => school.pupilIds)), { maxLength: 6 }),
      sees: fc.subarray([...audiences]),
      writes: fc.subarray([...audiences, ...writeMarks]),
    })
    .map(({ school, personId, isWhole, few, sees, writes }) => ({
      personId,
      schoolId: school.schoolId,
      roles: ['anyone'],
      permissions: new Set(permissions),
      reach: isWhole ? ('school' as const) : few,
      sees,
      writes,
    }));

const runs = { numRuns: Number(process.env.RUNS ?? 40) };

describe('the wall of the database', () => {
  it('has something behind it in every table', () => {
    const empty = [...everything].filter(([, rows]) => rows.length === 0).map(([table]) => table);
    expect(empty).toEqual([]);
  });

  it('shows exactly the rows of the school, the audiences and the reach, whatever the query', async () => {
    await fc.assert(
      fc.asyncProperty(anyActor(filled.schools, filled.people), async (actor) => {
        expect(await breaches(actor)).toEqual([]);
      }),
      runs,
    );
  }, 240_000);

  it('changes no row outside what may be written, by an update of everything', async () => {
    await fc.assert(
      fc.asyncProperty(anyActor(filled.schools, filled.people), async (actor) => {
        for (const table of tables) {
          const changed = await updateEverything(actor, table);
          const due = (everything.get(table) ?? [])
            .filter((row) => maySee(table, row, actor))
            .map(text)
            .sort();
          if (changed === 'refused') continue;
          expect({ table, changed: changed.every((row) => due.includes(row)) }).toEqual({
            table,
            changed: true,
          });
          const unwritable = changed.filter((row) => !mayWrite(table, JSON.parse(row), actor));
          expect({ table, unwritable }).toEqual({ table, unwritable: [] });
        }
      }),
      { numRuns: 12 },
    );
  }, 240_000);

  it('shows nothing without a scope', async () => {
    for (const table of tables.filter((name) => !reference.includes(name))) {
      const { rows } = await sql`select 1 from ${sql.table(`app.${table}`)} limit 1`.execute(
        program.database.app,
      );
      expect({ table, rows: rows.length }).toEqual({ table, rows: 0 });
    }
  });

  it('refuses a row for another school, and a pupil of another school', async () => {
    const [here, there] = filled.schools;
    if (here === undefined || there === undefined) throw new Error('two schools');
    const actor = whole(here.schoolId);
    const insert = (schoolId: SchoolId, pupilId: PupilId | undefined) =>
      inScope(scopeOf(program), actor, (tx) =>
        sql`insert into strengths (school_id, strength_id, pupil_id, words, from_on)
          values (${schoolId}, gen_random_uuid(), ${pupilId}, 'words', now())`.execute(tx),
      );
    await expect(insert(there.schoolId, there.pupilIds[0])).rejects.toThrow(/row-level security/);
    await expect(insert(here.schoolId, there.pupilIds[0])).rejects.toThrow(/foreign key/);
  });

  it('lets nobody change or delete an event or a view record', async () => {
    const [here] = filled.schools;
    if (here === undefined) throw new Error('a school');
    for (const deed of [
      'update events set why = why',
      'delete from events',
      'update views set page = page',
      'delete from views',
    ]) {
      const tried = inScope(scopeOf(program), whole(here.schoolId), (tx) => sql.raw(deed).execute(tx));
      await expect(tried).rejects.toThrow(/permission denied/);
    }
  });

  it('is missed when it is gone: without one policy, or with it opened, the same check fails', async () => {
    const [here] = filled.schools;
    if (here === undefined) throw new Error('a school');
    const teacher: Actor = {
      ...whole(here.schoolId),
      reach: here.pupilIds.slice(0, 2),
      sees: ['identity'],
      writes: [],
    };
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      for (const table of ['needs', 'pupil_facts', 'carers', 'register_lines']) {
        const { rows } = await owner.query(
          `select qual, with_check from pg_policies where schemaname = 'app' and tablename = $1 and policyname = 'own'`,
          [table],
        );
        const { qual, with_check } = rows[0];
        await owner.query(`alter policy own on app.${table} using (true)`);
        expect((await breaches(teacher)).map((line) => line.split(':')[0])).toEqual([table]);
        await owner.query(`drop policy own on app.${table}`);
        expect((await breaches(whole(here.schoolId))).map((line) => line.split(':')[0])).toEqual([table]);
        await owner.query(
          `create policy own on app.${table} to sendero_app, sendero_undo using (${qual}) with check (${with_check})`,
        );
        expect(await breaches(teacher)).toEqual([]);
      }
    } finally {
      await owner.end();
    }
  }, 120_000);
});

const whole = (schoolId: SchoolId): Actor => ({
  personId: null,
  schoolId,
  roles: ['anyone'],
  permissions: new Set(permissions),
  reach: 'school',
  sees: audiences,
  writes: [...audiences, ...writeMarks],
});

/** Sets a column of every row to what it is, and rolls back; the rows that the database let through. */
async function updateEverything(actor: Actor, table: string): Promise<string[] | 'refused'> {
  class Back extends Error {}
  const seen: string[] = [];
  try {
    await inScope(scopeOf(program), actor, async (tx) => {
      const column = table === 'trusts' || table === 'trust_memberships' ? 'trust_id' : 'school_id';
      const { rows } = await sql<{ row: Row }>`update ${sql.table(`app.${table}`)} t
        set ${sql.ref(column)} = ${sql.ref(column)} returning to_jsonb(t) as row`.execute(tx);
      seen.push(...rows.map(({ row }) => text(row)));
      throw new Back();
    });
  } catch (stop) {
    if (!(stop instanceof Back)) return 'refused';
  }
  return seen;
}

function mayWrite(table: string, row: Row, actor: Actor): boolean {
  const marks: Record<string, string> = {
    trusts: 'trust',
    trust_memberships: 'trust',
    schools: 'school',
    impact_sharing: 'school',
    members: 'people',
    memberships: 'people',
  };
  const mark = marks[table];
  if (mark !== undefined)
    return (
      actor.writes.some((written) => written === mark) &&
      (mark === 'trust' || row.school_id === actor.schoolId)
    );
  if (table === 'tasks' && isOwnTask(row, actor)) return true;
  if (table === 'tasks' && actor.reach !== 'school') return false;
  if (ownTables.has(table))
    return row.school_id === actor.schoolId && [row.person_id, null].includes(actor.personId);
  if (table === 'saved_views')
    return isOwned(row, actor) || (row.is_shared === true && actor.writes.includes('school'));
  if (['register_figures', 'impact_figures', 'trust_impact_figures'].includes(table))
    return row.school_id === actor.schoolId;
  if ('audience' in row) return actor.writes.some((written) => written === row.audience);
  return actor.writes.includes('school');
}
