import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '#src/app.ts';
import { programActor } from '#src/kernel/access.ts';
import { PersonId, type PupilId } from '#src/kernel/ids.ts';
import { listViewsOf } from '#src/modules/privacy/index.ts';
import { askViewsOf, inScope } from '#src/platform/db/scope.ts';
import { scopeOf } from '#src/platform/program.ts';
import { addressOf, findIds } from '../addresses.ts';
import * as given from '../given.ts';
import { type Filled, fillTwoSchools } from '../two-schools.ts';
import { asOwner, ownerUrl, program } from '../worker-database.ts';

type Here = Filled['schools'][number];
let here: Here;
let names: ReadonlyMap<string, string>;
let ids: ReadonlyMap<string, string>;
let senco: given.Person;

beforeAll(async () => {
  const filled = await fillTwoSchools(23);
  const [first] = filled.schools;
  if (first === undefined) throw new Error('a school');
  here = first;
  const school = { schoolId: here.schoolId, urn: '', trustId: null };
  senco = await given.person(school, 'senco', 'safeguarding_lead');
  ids = await findIds(here.schoolId, here.pupilIds[0] ?? '');
  const rows = await asOwner<{ id: string; forename: string; surname: string }>(
    'select pupil_id as id, forename, surname from app.pupil_lines where school_id = $1',
    [here.schoolId],
  );
  names = new Map(
    rows.flatMap(({ id, forename, surname }) => [
      [`${forename} ${surname}`, id],
      [`${surname}, ${forename}`, id],
    ]),
  );
}, 120_000);

const forgetViews = () => asOwner('delete from app.views where person_id = $1', [senco.personId]);
const listViews = () =>
  asOwner<{ pupils: string[] }>('select pupil_ids as pupils from app.views where person_id = $1', [
    senco.personId,
  ]);

const pupilsIn = (text: string): ReadonlySet<string> =>
  new Set([...names].filter(([name]) => text.includes(name)).map(([, id]) => id));

/** One view of one page, with everybody whom it names. */
function faultsOf(
  path: string,
  shown: ReadonlySet<string>,
  views: readonly { readonly pupils: readonly string[] }[],
): readonly string[] {
  const kept = new Set(views.flatMap((view) => view.pupils));
  const missed = [...shown].filter((id) => !kept.has(id)).length;
  return views.length === 1 && missed === 0
    ? []
    : [`${path}: ${views.length} views, ${missed} of ${shown.size} pupils not in them`];
}

/** Pages that show a name without showing a record: each with its reason. */
const apart: Readonly<Record<string, string>> = {
  '/imports/:importId': 'The rows of a file, not yet of anybody at the school',
  '/imports/:importId/rows/:rowNumber': 'A row of a file, not yet of anybody at the school',
};

describe('a read of a pupil', () => {
  it('leaves a view record for every page and file that names one', async () => {
    const wrong: string[] = [];
    let named = 0;
    for (const { path, methods, may } of routes) {
      if (!methods.includes('GET') || may === 'open' || may === 'signed in' || path in apart) continue;
      await forgetViews();
      const { status, text } = await senco.browser.get(addressOf(path, ids));
      if (status !== 200) continue;
      const shown = pupilsIn(text);
      if (shown.size === 0 && !path.includes(':pupilId')) continue;
      named += 1;
      wrong.push(...faultsOf(path, shown, await listViews()));
    }
    expect(wrong).toEqual([]);
    expect(named).toBeGreaterThan(20);
  }, 240_000);

  it('is found again by its pupil through the index, behind the wall', async () => {
    const [pupilId] = here.pupilIds;
    if (pupilId === undefined) throw new Error('a pupil');
    const actor = { ...programActor(here.schoolId), personId: PersonId.parse(senco.personId) };
    await fillViews(here, pupilId);
    const plan = await inScope(scopeOf(program), actor, async (tx) => {
      await askViewsOf(tx, pupilId);
      const { rows } = await sql<Record<string, string>>`explain select * from views v
        where v.school_id = ${here.schoolId} and v.pupil_ids @> array[${pupilId}::uuid]`.execute(tx);
      return rows.map((row) => Object.values(row)[0]).join('\n');
    });
    expect(plan).toContain('views_by_pupil');
    const found = await inScope(scopeOf(program), actor, (tx) => listViewsOf(tx, pupilId, {}));
    expect(found?.views.length).toBeGreaterThan(0);
  });

  it('is shown of a pupil that was asked about, and of nobody else', async () => {
    const actor = { ...programActor(here.schoolId), personId: PersonId.parse(senco.personId) };
    const [one, other] = here.pupilIds.slice(-2);
    if (one === undefined || other === undefined) throw new Error('pupils');
    await asOwner(
      `insert into app.views (school_id, view_id, at, person_id, role, page, pupil_ids)
       select $1, gen_random_uuid(), now(), $2, 'senco', '/x', array[p] from unnest($3::uuid[]) p`,
      [here.schoolId, senco.personId, [one, other]],
    );
    const count = (asked: PupilId | null) =>
      inScope(scopeOf(program), actor, async (tx) => {
        if (asked !== null) await askViewsOf(tx, asked);
        const { rows } = await sql<{ pupils: string[] }>`select pupil_ids as pupils from views`.execute(tx);
        return rows.every(({ pupils }) => asked !== null && pupils.includes(asked)) ? rows.length : 'others';
      });
    expect(await count(null)).toBe(0);
    expect(await count(one)).toBeGreaterThan(0);
    const teacher = { ...actor, reach: [one] };
    const none = await inScope(scopeOf(program), teacher, async (tx) => {
      await askViewsOf(tx, one);
      return (await sql`select 1 from views`.execute(tx)).rows.length;
    });
    expect(none).toBe(0);
  });
});

/** Enough other views that an index is worth its while. */
async function fillViews({ schoolId, pupilIds }: Here, except: PupilId): Promise<void> {
  const others = pupilIds.filter((pupilId) => pupilId !== except);
  await asOwner(
    `insert into app.views (school_id, view_id, at, person_id, role, page, pupil_ids)
     select $1, gen_random_uuid(), now() - n * interval '1 minute', $2, 'senco', '/x',
       array[($3::uuid[])[1 + n % cardinality($3::uuid[])]]
     from generate_series(1, 20000) n`,
    [schoolId, senco.personId, others],
  );
  await asOwner('analyze app.views');
}

describe('an event', () => {
  it('says who, when, in which role and of each changed field what it was and is', async () => {
    const [counted] = await asOwner<{ events: number }>('select count(*)::int as events from app.events');
    expect(counted?.events).toBeGreaterThan(50);
    const wrong = await asOwner(
      `select type, role, person_id, changes from app.events
       where at is null or role = '' or (person_id is null and role <> 'program')
         or jsonb_typeof(changes) <> 'object'
         or exists (select from jsonb_each(changes) c where jsonb_typeof(c.value) <> 'object'
           or not (c.value ? 'before' and c.value ? 'after')) limit 5`,
    );
    expect(wrong).toEqual([]);
  });
});

describe('events and views', () => {
  it('cannot be changed, deleted or emptied by any role of the program', async () => {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      const { rows } = await owner.query<{ role: string }>(
        "select rolname as role from pg_roles where rolname like 'sendero\\_%' order by 1",
      );
      const roles = rows.map((row) => row.role);
      expect(roles).toEqual(expect.arrayContaining(['sendero_app', 'sendero_undo']));
      for (const role of roles.filter((name) => !/backup|restore|retention/.test(name))) {
        for (const table of ['app.events', 'app.views']) {
          for (const deed of [
            `update ${table} set role = role`,
            `delete from ${table}`,
            `truncate ${table}`,
            `alter table ${table} disable row level security`,
            `drop table ${table}`,
          ]) {
            await owner.query('begin');
            await owner.query(`set local role ${role}`);
            await expect(owner.query(deed), `${role}: ${deed}`).rejects.toThrow(
              /permission denied|must be owner|does not exist/,
            );
            await owner.query('rollback');
          }
        }
      }
    } finally {
      await owner.end();
    }
  });
});
