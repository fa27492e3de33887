import { beforeAll, describe, expect, it } from 'vitest';
import { loadDailyWork } from '#src/demo/load-daily.ts';
import { type LoadedSchool, loadPeople, loadSchool, loadTrust } from '#src/demo/load-demo.ts';
import { makeDemoTrust } from '#src/demo/make-demo-trust.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import type { SchoolId } from '#src/kernel/ids.ts';
import * as given from '../given.ts';
import { asOwner, program, testToday } from '../worker-database.ts';

let schoolId: SchoolId;

beforeAll(async () => {
  const trust = makeDemoTrust({ seed: 1, today: schoolDate(testToday), schools: 1, pupils: 210 });
  const trustId = await loadTrust(program, trust);
  const loaded = new Map<string, LoadedSchool>();
  for (const school of trust.schools) loaded.set(school.urn, await loadSchool(program, school, trustId));
  const few = trust.people.filter(({ email }) => /^(senco|head|teacher|ta)@/.test(email));
  await loadPeople(program, few, { schools: loaded, trustId, password: 'unused words of nobody' });
  await loadDailyWork(program, loaded.values());
  const [school] = [...loaded.values()];
  if (school === undefined) throw new Error('a school');
  schoolId = school.schoolId;
}, 120_000);

describe('the work of the demo’s days', () => {
  it('holds concerns in every state', async () => {
    const outcomes = await asOwner<{ outcome: string }>(
      'select distinct outcome from app.concern_decisions where school_id = $1 order by 1',
      [schoolId],
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['assess', 'monitor', 'no_action', 'sen_support']);
    const [open] = await asOwner<{ n: number }>(
      `select count(*)::int as n from app.concerns c where school_id = $1 and withdrawn_at is null and not exists (
         select from app.concern_decisions d where d.concern_id = c.concern_id)`,
      [schoolId],
    );
    expect(open?.n).toBeGreaterThanOrEqual(2);
  });

  it('was done on days of work gone by, and about pupils whom the doer reaches', async () => {
    const strange = await asOwner(
      `select raised_on from app.concerns c where school_id = $1 and (raised_on > $2 or extract(isodow from raised_on) > 5
         or not exists (select from app.reach r where r.pupil_id = c.pupil_id and r.person_id = c.raised_by_person_id))`,
      [schoolId, testToday],
    );
    expect(strange).toEqual([]);
  });

  it.each([
    ['senco', 3],
    ['teacher', 2],
    ['ta', 1],
  ] as const)('gives the %s something to do', async (role, least) => {
    const [tasks] = await asOwner<{ n: number }>(
      `select count(*)::int as n from app.tasks t join app.memberships m on m.person_id = t.owner_person_id
       where t.school_id = $1 and m.role = $2 and t.done_at is null and t.withdrawn_at is null`,
      [schoolId, role],
    );
    expect(tasks?.n).toBeGreaterThanOrEqual(least);
  });

  it('leaves the lines as they would be drawn today', async () => {
    const { browser } = await given.person({ schoolId, urn: '', trustId: null }, 'senco');
    const shown = await browser.get('/watch-list');
    expect(shown.$('section[aria-label="Often raised"] tbody tr').length).toBeGreaterThan(0);
    expect(shown.$('section[aria-label="To be looked at again"] tbody tr')).toHaveLength(1);
  });
});
