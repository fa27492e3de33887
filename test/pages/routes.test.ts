import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '#src/app.ts';
import { permissions } from '#src/kernel/access.ts';
import type { PersonId } from '#src/kernel/ids.ts';
import { type RoleName, roleNames, roles } from '#src/modules/identity/index.ts';
import { addressOf, findIds } from '../addresses.ts';
import { expectGenerated, markdownTable } from '../generated.ts';
import * as given from '../given.ts';
import { type Browser, browser, signedIn } from '../http.ts';
import { type Filled, fillTwoSchools } from '../two-schools.ts';
import { asOwner, program } from '../worker-database.ts';

let filled: Filled;
let ids: ReadonlyMap<string, string>;
const people = new Map<RoleName, Browser>();

beforeAll(async () => {
  filled = await fillTwoSchools(11);
  const [here] = filled.schools;
  if (here === undefined) throw new Error('a school');
  const { schoolId } = here;
  const [row] = await asOwner<{ trustId: string; urn: string }>(
    'select trust_id as "trustId", urn from app.schools where school_id = $1',
    [schoolId],
  );
  const school = { schoolId, urn: row?.urn ?? '', trustId: given.trustIdOf(row?.trustId ?? '') };
  for (const role of roleNames) people.set(role, (await given.person(school, role)).browser);
  await tieAll(schoolId, here.pupilIds[0]);
  ids = await findIds(schoolId, here.pupilIds[0] ?? '');
}, 120_000);

/** Those who reach single pupils reach the first one, each by a tie of their own, so that its pages open at all. */
const tieAll = (schoolId: string, pupilId: string | undefined) =>
  asOwner(
    `insert into app.reach (school_id, reach_id, person_id, pupil_id, why, origin_id, from_on, until_on,
       sees, capacity, reason, invited_by)
     select m.school_id, gen_random_uuid(), m.person_id, $2, t.why, gen_random_uuid(), '2026-01-01', '2027-01-01',
       case t.why when 'invited' then array['identity', 'family', 'staff'] end,
       case t.why when 'invited' then 'professional' end, case t.why when 'invited' then 'Advice' end,
       case t.why when 'invited' then m.person_id end
     from app.memberships m
     join (values ('teacher', 'teaches the class'), ('ta', 'key worker'), ('parent', 'parent or carer'),
       ('young_person', 'the young person'), ('guest', 'invited')) t (role, why) on t.role = m.role
     where m.school_id = $1`,
    [schoolId, pupilId],
  );

const mayOpen = (role: RoleName, needed: string): boolean => roles[role].may.some((one) => one === needed);
const cases = routes.flatMap((route) => route.methods.map((method) => ({ ...route, method })));

/** Who may is answered somehow, but neither refused nor failed; who may not is refused. */
const isRight = (status: number, isAllowed: boolean): boolean =>
  isAllowed ? status < 500 && status !== 403 : status === 403;

const ask = (by: Browser, method: string, path: string) =>
  method === 'GET' ? by.get(addressOf(path, ids)) : by.post(addressOf(path, ids), {});

describe('every route × every role', () => {
  it('has an id for each parameter of each address', () => {
    const unknown = routes
      .map((route) => addressOf(route.path, ids))
      .filter((address) => address.includes('no-id-for'));
    expect(unknown).toEqual([]);
  });

  it.each(roleNames)(
    'refuses %s what the table does not give, and fails on nothing that it does',
    async (role) => {
      const by = people.get(role);
      if (by === undefined) throw new Error(role);
      const wrong: string[] = [];
      for (const { method, path, may } of cases) {
        if (may === 'open' || path === '/sign-out') continue;
        const { status } = await ask(by, method, path);
        if (!isRight(status, may === 'signed in' || mayOpen(role, may)))
          wrong.push(`${method} ${path} (${may}): ${status}`);
      }
      expect(wrong).toEqual([]);
    },
    240_000,
  );

  it('sends somebody who is not signed in to the sign-in page, and nowhere else', async () => {
    const wrong: string[] = [];
    for (const { method, path, may } of cases) {
      if (may === 'open') continue;
      const answer = await ask(browser(), method, path);
      if (answer.status !== 303 || !answer.goesTo?.startsWith('/sign-in'))
        wrong.push(`${method} ${path}: ${answer.status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('shows nothing of a school to somebody whose role there ended yesterday', async () => {
    const [here] = filled.schools;
    if (here === undefined) throw new Error('a school');
    const school = { schoolId: here.schoolId, urn: '', trustId: null };
    const gone = await given.person(school, 'senco');
    await asOwner(`update app.memberships set until_on = '2026-11-23' where person_id = $1`, [gone.personId]);
    const wrong: string[] = [];
    for (const { method, path, may } of cases) {
      if (may === 'open' || may === 'signed in') continue;
      const { status } = await ask(gone.browser, method, path);
      if (status !== 403) wrong.push(`${method} ${path}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('finds nothing in another school by its addresses', async () => {
    const other = await given.school();
    const { browser: stranger } = await given.person(other, 'senco');
    const wrong: string[] = [];
    for (const { method, path, may } of cases) {
      // Every school has the two documents, and the same parts in them: such an address names no row.
      const namesRow = path.replace(/:(document|part)\b/g, '').includes(':');
      if (may === 'open' || may === 'signed in' || !namesRow) continue;
      if (!mayOpen('senco', may)) continue;
      const { status } = await ask(stranger, method, path);
      if (status !== 404) wrong.push(`${method} ${path}: ${status}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('leaves nothing of an old session after signing out', async () => {
    const [here] = filled.schools;
    const [somebody] = filled.people;
    if (here === undefined || somebody === undefined) throw new Error('somebody');
    const by = await signedIn(somebody as PersonId, here.schoolId);
    await by.post('/sign-out');
    expect((await by.get('/pupils')).goesTo).toMatch(/^\/sign-in/);
    const { rows } = await program.database.auth.query('select 1 from session where "userId" = $1', [
      somebody,
    ]);
    expect(rows.length).toBe(0);
  });
});

describe('the printed tables', () => {
  it('say who may do what', () => {
    const mark = (role: RoleName, permission: string) => (mayOpen(role, permission) ? 'yes' : '');
    const text = [
      '# Who may do what',
      '',
      'Printed from `src/modules/identity/domain/roles.ts` by `npm run generate`. Memberships add up; reach is by role or by dated rows.',
      '',
      markdownTable(
        ['', ...permissions],
        roleNames.map((role) => [
          roles[role].name,
          ...permissions.map((permission) => mark(role, permission)),
        ]),
      ),
      '',
      markdownTable(
        ['', 'reach', 'sees', 'writes'],
        roleNames.map((role) => [
          roles[role].name,
          roles[role].reach,
          roles[role].sees.join(', '),
          roles[role].writes.join(', '),
        ]),
      ),
      '',
    ].join('\n');
    expectGenerated('docs/generated/permissions.md', text);
  });

  it('say which routes there are', () => {
    const rows = [...routes]
      .sort((one, other) => one.path.localeCompare(other.path))
      .map((route) => [
        `\`${route.path}\``,
        route.methods.join(' '),
        route.may,
        `\`src/${route.file.replace(/^\.\//, '')}\``,
      ]);
    const text = [
      '# Routes',
      '',
      'Printed by `npm run generate`.',
      '',
      markdownTable(['address', 'methods', 'may', 'file'], rows),
      '',
    ].join('\n');
    expectGenerated('docs/generated/routes.md', text);
  });
});
