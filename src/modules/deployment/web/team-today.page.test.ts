import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenProvision from '#test/given-provision.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import * as givenWeek from '#test/given-week.ts';
import { errorsShown, type Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

/**
 * Tuesday 24 November 2026. Mr Khan runs a group at 9.00 and gives reading at 10.00; Mrs Lee is free at 9.00 and helps in
 * class at 10.00.
 */
async function world() {
  const school = await given.school();
  await givenSchool.academicYear(school);
  await givenWeek.schoolDay(school);
  const senco = await given.person(school, 'senco');
  const office = await given.person(school, 'office');
  const ta = await given.person(school, 'ta');
  const khan = await givenSchool.staff(school, { title: 'Mr', surname: 'Khan' });
  const lee = await givenPupils.staffOf(school, ta.personId);
  for (const one of [khan, lee]) await givenWeek.adultWeek(school, one);
  const amara = await givenPupils.pupil(school);
  const runId = await givenProvision.run(school);
  await givenProvision.inRun(school, runId, amara);
  await givenProvision.runBy(school, runId, khan);
  const slotId = await givenProvision.slot(school, runId, { weekday: 2, startsAt: '09:00', minutes: 60 });
  return { school, senco, office, ta, khan, lee, amara, runId, slotId };
}
type World = Awaited<ReturnType<typeof world>>;

const place = async ({ school }: World, demandId: string, staffId: string, minute: number) =>
  asOwner(
    `insert into app.placements (school_id, placement_id, demand_id, staff_id, weekday, from_minute, from_on)
     values ($1, gen_random_uuid(), $2, $3, 2, $4, '2026-09-01')`,
    [school.schoolId, demandId, staffId, minute],
  );
const absent = ({ office }: World, staffIds: string | readonly string[], more: Record<string, string> = {}) =>
  office.browser.post('/team/absent', { staffIds, ...more });
const keysOf = (page: Read) =>
  page
    .$('input[name=keys]')
    .toArray()
    .map((one) => page.$(one).attr('value') ?? '');
const versionOf = (page: Read) => page.$('input[name=version]').attr('value') ?? '';
const words = (page: Read) => page.$('main').text().replace(/\s+/g, ' ');
const sessions = ({ school }: World) =>
  asOwner<{ state: string; reason: string }>(
    'select state, reason from app.sessions where school_id = $1 and withdrawn_at is null',
    [school.schoolId],
  );
const events = ({ school }: World) =>
  asOwner<{ type: string }>(
    `select type from app.events where school_id = $1 and type ~ '^(Absence|DayMend|RunStaff|Session)'
     order by xmin::text::bigint, cmin::text::bigint`,
    [school.schoolId],
  ).then((rows) => rows.map(({ type }) => type));

describe('who is away', () => {
  it('is marked by the office with a tick, once; taken back with one', async () => {
    const all = await world();
    expect((await absent(all, all.khan)).goesTo).toBe('/team/absent');
    const again = await absent(all, all.khan);
    expect(errorsShown(again)).toEqual(['Marked already: Mr Khan (all day)']);
    const page = await all.office.browser.get('/team/absent');
    expect(words(page)).toContain('Mr Khan');
    await all.office.browser.post(page.$('form[action$="/take-back"]').attr('action') ?? '');
    expect(await events(all)).toEqual(['AbsencesMarked', 'AbsenceTakenBack']);
  });

  it.each([
    [{ fromOn: '2027-11-24' }, 'This is more than 200 days ahead. Check the year'],
    [{ fromOn: '2026-11-28' }, 'The school is shut on this day: nobody need be marked as away'],
    [
      { fromOn: '2026-11-20' },
      'This absence is over. Say of each session that was missed what became of it instead',
    ],
    [{ fromTime: '11.00', untilTime: '9.00' }, 'The end must be after the beginning'],
    [{ fromTime: 'soon' }, 'From must be a time, like 9.30'],
  ])('is refused with its reason: %o', async (more, message) => {
    const all = await world();
    const refused = await absent(all, all.khan, more);
    expect([refused.status, errorsShown(refused)]).toEqual([422, [message]]);
    expect(await events(all)).toEqual([]);
  });
});

describe('the team today', () => {
  it('suggests who takes what falls; who takes a group reaches its pupils, and it is undone at once', async () => {
    const all = await world();
    const { senco, ta, school, runId, lee, khan } = all;
    await absent(all, khan);
    const page = await senco.browser.get('/team/today');
    expect(words(page)).toMatch(/9\.00 Talk Boost, red group: .+ takes it/);
    expect(words(page)).toContain('Mr Khan is away');
    const taken = { keys: keysOf(page), version: versionOf(page) };
    expect((await senco.browser.post('/team/today', taken)).goesTo).toBe('/team/today');
    const there = await asOwner<{ staff: string; instead: string }>(
      `select staff_id as staff, instead_of as instead from app.run_staff
       where school_id = $1 and run_id = $2 and instead_of is not null and withdrawn_at is null`,
      [school.schoolId, runId],
    );
    expect(there).toEqual([{ staff: lee, instead: khan }]);
    expect(words(await ta.browser.get('/provision/today'))).toContain('Talk Boost, red group');
    expect(words(await senco.browser.get('/team/today/print'))).toContain('for Mr Khan, today only');
    expect(words(await senco.browser.get('/team/today'))).toContain('Nothing is left to decide');
    await senco.browser.post('/team/today/take-back');
    expect(words(await senco.browser.get('/team/today'))).toMatch(/9\.00 Talk Boost, red group: .+ takes it/);
    expect(await events(all)).toEqual([
      'AbsencesMarked',
      'RunStaffGiven',
      'DayMended',
      'RunStaffEnded',
      'DayMendTakenBack',
    ]);
  });

  it('counts the time of whoever stood in, and not of whoever was away', async () => {
    const all = await world();
    const { senco, ta, school, lee, slotId } = all;
    await absent(all, all.khan);
    const page = await senco.browser.get('/team/today');
    await senco.browser.post('/team/today', { keys: keysOf(page), version: versionOf(page) });
    await ta.browser.post(`/provision/slots/${slotId}/days/2026-11-24/all-here`);
    const gave = await asOwner('select staff_id as staff from app.session_staff where school_id = $1', [
      school.schoolId,
    ]);
    expect(gave).toEqual([{ staff: lee }]);
  });

  it('logs what is lost as cancelled, with its reason; taking it back opens the session again', async () => {
    const all = await world();
    const { senco, khan, lee } = all;
    await absent(all, [khan, lee]);
    const page = await senco.browser.get('/team/today');
    expect(words(page)).toContain('Talk Boost, red group: nobody can take it, it is lost');
    await senco.browser.post('/team/today', { keys: keysOf(page), version: versionOf(page) });
    expect(await sessions(all)).toEqual([{ state: 'cancelled', reason: 'adult_absent' }]);
    expect(words(await senco.browser.get('/team/today'))).toContain('counted so');
    await senco.browser.post('/team/today/take-back');
    expect(await sessions(all)).toEqual([]);
  });

  it('drops what is general for what the law owes, and says so', async () => {
    const all = await world();
    const { school, senco, khan, lee, amara } = all;
    const owed = await givenWeek.demand(school, { name: 'Speech', force: 'law', pupils: [amara] });
    const general = await givenWeek.demand(school, { name: 'Help in 3B', force: 'general' });
    await place(all, owed, khan, 600);
    await place(all, general, lee, 600);
    await absent(all, khan, { fromTime: '10.00' });
    const page = await senco.browser.get('/team/today');
    expect(words(page)).toMatch(/10\.00 Speech: .+ takes it/);
    expect(words(page)).toContain('10.00 Help in 3B (general) is lost for it');
    expect(words(page)).not.toContain('Talk Boost');
  });

  // (rule dep-5)
  it('gives help later that day where nobody is free at its own time: on their phone, and they reach the pupil', async () => {
    const all = await world();
    const { school, senco, ta, khan, lee, amara } = all;
    const reading = await givenWeek.demand(school, { name: 'Reading aloud', pupils: [amara] });
    const general = await givenWeek.demand(school, { name: 'Phonics', force: 'law' });
    await place(all, reading, khan, 600);
    await place(all, general, lee, 600);
    await absent(all, khan, { fromTime: '10.00' });
    const page = await senco.browser.get('/team/today');
    expect(words(page)).toMatch(/10\.00 Reading aloud: .+ gives it at 11\.15/);
    await senco.browser.post('/team/today', { keys: keysOf(page), version: versionOf(page) });
    expect(words(await senco.browser.get('/team/today'))).toMatch(
      /10\.00 Reading aloud: .+ for Mr Khan, at 11\.15/,
    );
    expect(words(await senco.browser.get('/team/today/print'))).toContain('not at 10.00, today only');
    const own = words(await ta.browser.get('/team/my-day'));
    expect(own).toMatch(
      /changed today.*11\.15 to 12\.15\s*Reading aloud for Mr Khan, today only not at 10\.00/,
    );
    expect(own).toContain('Amara Okafor');
    expect(own).not.toContain('Talk Boost');
    expect((await ta.browser.get(`/pupils/${amara}`)).status).toBe(200);
    const reach = `select until_on::text as until from app.reach where school_id = $1 and person_id = $2
      and why = 'helps in the week' and withdrawn_at is null`;
    expect(await asOwner(reach, [school.schoolId, ta.personId])).toEqual([{ until: '2026-11-24' }]);
    await senco.browser.post('/team/today/take-back');
    expect(words(await senco.browser.get('/team/today'))).toContain('gives it at 11.15');
    expect(await asOwner(reach, [school.schoolId, ta.personId])).toEqual([]);
    expect((await ta.browser.get(`/pupils/${amara}`)).status).toBe(404);
  });

  it('tells whoever is second that the day was decided, and overwrites nothing', async () => {
    const all = await world();
    const { senco, khan } = all;
    await absent(all, khan);
    const page = await senco.browser.get('/team/today');
    const taken = { keys: keysOf(page), version: versionOf(page) };
    await senco.browser.post('/team/today', taken);
    const second = await senco.browser.post('/team/today', taken);
    expect(second.status).toBe(422);
    expect(words(second)).toContain('Nothing was overwritten');
    expect((await events(all)).filter((type) => type === 'DayMended')).toHaveLength(1);
  });

  it('says of a school with one adult what is lost, and keeps it till it is decided', async () => {
    const school = await given.school();
    await givenSchool.academicYear(school);
    await givenWeek.schoolDay(school);
    const senco = await given.person(school, 'senco');
    const only = await givenSchool.staff(school, {});
    await givenWeek.adultWeek(school, only);
    const reading = await givenWeek.demand(school, { name: 'Reading aloud' });
    await asOwner(
      `insert into app.placements (school_id, placement_id, demand_id, staff_id, weekday, from_minute, from_on)
       values ($1, gen_random_uuid(), $2, $3, 2, 600, '2026-09-01')`,
      [school.schoolId, reading, only],
    );
    await senco.browser.post('/team/absent', { staffIds: only });
    const page = await senco.browser.get('/team/today');
    expect(words(page)).toContain('10.00 Reading aloud: nobody can take it, it is lost');
    await senco.browser.post('/team/today', { keys: keysOf(page), version: versionOf(page) });
    const after = words(await senco.browser.get('/team/today'));
    expect(after).toContain('Reading aloud: lost');
    expect(after).toContain('no group counts it: it is told here alone');
  });

  it('is nobody’s but those who plan the team', async () => {
    const all = await world();
    expect((await all.ta.browser.get('/team/today')).status).toBe(403);
    expect((await all.office.browser.get('/team/today')).status).toBe(403);
    expect((await all.ta.browser.get('/team/absent')).status).toBe(403);
  });
});

describe('the figures of the team', () => {
  it('say where the time goes, on the page and as a workbook, and which training is needed', async () => {
    const all = await world();
    const page = await all.senco.browser.get('/insight/time');
    expect(words(page)).toMatch(/1\.0 hours a week planned of [\d.]+ contracted/);
    expect(words(page)).toMatch(/Okafor, Amara.*1\.0/);
    expect(words(page)).toContain('Too few pupils');
    expect((await all.senco.browser.get('/insight/time.xlsx')).status).toBe(200);
    expect(words(await all.senco.browser.get('/team/training'))).toContain(
      'No help in the week asks for a skill',
    );
    expect((await all.ta.browser.get('/insight/time')).status).toBe(403);
  });
});
