import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import type { GroupId, PupilId } from '#src/kernel/ids.ts';
import { joinGroup, learnFacts } from '#src/modules/pupils/index.ts';
import { listStaffedGroups } from '#src/modules/school/index.ts';
import * as given from '#test/given.ts';
import { byHand, inGroup, pupil, staffOf } from '#test/given-pupils.ts';
import { findGroup, group, staff, teaching } from '#test/given-school.ts';
import { errorsShown, type Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const firstDay = schoolDate('2027-09-01');

async function primary() {
  const school = await given.school();
  const senco = await given.person(school, 'senco');
  const [oak4, oak5] = [await group(school), await group(school, { name: '5 Oak', yearGroup: '5' })];
  const leavers = await group(school, { name: '6 Oak', yearGroup: '6' });
  const [amara, ben, cara] = [
    await pupil(school, { forename: 'Amara', yearGroup: '4' }),
    await pupil(school, { forename: 'Ben', yearGroup: '5' }),
    await pupil(school, { forename: 'Cara', yearGroup: '6' }),
  ];
  await inGroup(school, amara, oak4);
  await inGroup(school, ben, oak5);
  await inGroup(school, cara, leavers);
  const [doyle, mole] = [await staff(school), await staff(school, { title: 'Mr', surname: 'Mole' })];
  await teaching(school, { groupId: oak4, staffId: doyle });
  await teaching(school, { groupId: oak5, staffId: mole });
  return { school, senco, oak4, oak5, leavers, amara, ben, cara };
}

const factsOf = (pupilId: PupilId) =>
  asOwner(
    `select value, from_on, until_on from app.pupil_facts
      where pupil_id = $1 and kind = 'year_group' and withdrawn_at is null order by from_on`,
    [pupilId],
  );
const placesOf = (pupilId: PupilId) =>
  asOwner(
    `select g.name, p.from_on, p.until_on from app.group_pupils p join app.groups g using (school_id, group_id)
      where p.pupil_id = $1 order by p.from_on`,
    [pupilId],
  );
const eventsOf = async (school: given.School, pupilId: PupilId | null) =>
  (
    await asOwner<{ type: string }>(
      `select type from app.events where school_id = $1 and pupil_id is not distinct from $2
        and type not in ('PupilEnrolled', 'GroupJoined') order by type`,
      [school.schoolId, pupilId],
    )
  ).map((row) => row.type);
const classRows = ({ $ }: Read) =>
  $('table')
    .first()
    .find('tbody tr')
    .toArray()
    .map((row) =>
      $(row)
        .children()
        .toArray()
        .map((cell) => $(cell).text())
        .slice(0, 4),
    );
const turn = { isChecked: 'yes' };

describe('the turn of the year, looked through before', () => {
  it('shows who moves where, who leaves and who will teach whom', async () => {
    const { senco } = await primary();
    const shown = await senco.browser.get('/school/rollover');
    expect([shown.status, shown.$('h1').text()]).toEqual([200, 'Move on to 2027/28']);
    expect(classRows(shown)).toEqual([
      ['4 Oak', 'Year 4', 'Mrs Doyle', '0'],
      ['5 Oak', 'Year 5', 'Mr Mole', '1'],
      ['6 Oak', 'Year 6', 'Nobody yet: say who in Classes and groups', '1'],
    ]);
    expect(shown.text).toContain('Okafor, Amara');
    expect(shown.text).toContain('Leave: 1');
  });

  it('is recorded as a view of the pupils that it shows', async () => {
    const { school, senco, amara, ben, cara } = await primary();
    await senco.browser.get('/school/rollover');
    const [view] = await asOwner<{ pupil_ids: string[] }>(
      `select pupil_ids from app.views where school_id = $1 and page = '/school/rollover'`,
      [school.schoolId],
    );
    expect(view?.pupil_ids.toSorted()).toEqual([amara, ben, cara].toSorted());
  });

  it('lets pupils leave after another year group', async () => {
    const { senco } = await primary();
    expect((await senco.browser.get('/school/rollover?last=5')).text).toContain('Leave: 2');
    expect((await senco.browser.get('/school/rollover?last=soon')).text).toContain('Leave: 1');
  });

  it('is for those who manage the school', async () => {
    const { school } = await primary();
    const head = await given.person(school, 'head');
    expect((await head.browser.get('/school/rollover')).status).toBe(403);
    expect((await head.browser.post('/school/rollover', turn)).status).toBe(403);
  });

  it('shows nobody of another school', async () => {
    await primary();
    const stranger = await given.person(await given.school(), 'senco');
    expect((await stranger.browser.get('/school/rollover')).text).not.toContain('Okafor');
  });
});

describe('turning the year', () => {
  it('changes year groups, classes and reach from one day to the next', async () => {
    const { school, senco, oak4, amara, cara } = await primary();
    const done = await senco.browser.post('/school/rollover', turn);
    expect([done.status, done.goesTo]).toEqual([303, '/school']);
    expect(await factsOf(amara)).toEqual([
      { value: '4', from_on: '2026-09-01', until_on: '2027-08-31' },
      { value: '5', from_on: '2027-09-01', until_on: null },
    ]);
    expect(await placesOf(amara)).toEqual([
      { name: '4 Oak', from_on: '2026-09-01', until_on: '2027-08-31' },
      { name: '5 Oak', from_on: '2027-09-01', until_on: null },
    ]);
    expect(await placesOf(cara)).toEqual([{ name: '6 Oak', from_on: '2026-09-01', until_on: '2027-08-31' }]);
    const [enrolment] = await asOwner('select until_on from app.enrolments where pupil_id = $1', [cara]);
    expect(enrolment).toEqual({ until_on: '2027-08-31' });
    expect(await findGroup(school, oak4)).toMatchObject({
      untilOn: '2027-08-31',
      staff: [{ untilOn: '2027-08-31' }],
    });
    const next = await given.inSchool(school, (tx) => listStaffedGroups(tx, firstDay));
    expect(next.map((one) => [one.name, one.fromOn, one.staff.map((place) => place.name)])).toEqual([
      ['4 Oak', '2027-09-01', ['Mrs Doyle']],
      ['5 Oak', '2027-09-01', ['Mr Mole']],
      ['6 Oak', '2027-09-01', []],
    ]);
  });

  it('gives a pupil into the sight of the next teacher', async () => {
    const { school, senco, amara, oak4, oak5 } = await primary();
    const [before, after] = [await given.person(school, 'teacher'), await given.person(school, 'teacher')];
    await teaching(school, { groupId: oak4, staffId: await staffOf(school, before.personId) });
    await teaching(school, { groupId: oak5, staffId: await staffOf(school, after.personId) });
    await senco.browser.post('/school/rollover', turn);
    const reach = await asOwner(
      `select person_id, from_on, until_on from app.reach
        where pupil_id = $1 and withdrawn_at is null order by from_on`,
      [amara],
    );
    expect(reach).toEqual([
      { person_id: before.personId, from_on: '2026-09-01', until_on: '2027-08-31' },
      { person_id: after.personId, from_on: '2027-09-01', until_on: null },
    ]);
  });

  it('records one event a pupil and one for the whole', async () => {
    const { school, senco, amara, cara } = await primary();
    await senco.browser.post('/school/rollover', turn);
    expect(await eventsOf(school, amara)).toEqual(['PupilFactsLearned']);
    expect(await eventsOf(school, cara)).toEqual(['EnrolmentEnded']);
    expect((await eventsOf(school, null)).filter((type) => type === 'YearRolledOver')).toHaveLength(1);
  });

  it('happens once', async () => {
    const { senco, amara } = await primary();
    await senco.browser.post('/school/rollover', turn);
    const again = await senco.browser.post('/school/rollover', turn);
    expect([again.status, (await factsOf(amara)).length]).toEqual([422, 2]);
    expect(again.text).toContain('The school has moved on to 2027/28 already');
  });

  it('asks that somebody has looked', async () => {
    const { senco, amara } = await primary();
    const blind = await senco.browser.post('/school/rollover');
    expect([blind.status, errorsShown(blind)]).toEqual([
      422,
      ['Tick that you have looked through what will happen'],
    ]);
    expect(await factsOf(amara)).toHaveLength(1);
  });

  it('uses the classes that are made already, with their staff', async () => {
    const { school, senco, amara } = await primary();
    const groupId: GroupId = await group(school, { name: '5 Elm', yearGroup: '5', fromOn: firstDay });
    await inGroupFrom(school, amara, groupId);
    const shown = await senco.browser.get('/school/rollover');
    expect(classRows(shown).map(([name]) => name)).toContain('5 Elm');
    await senco.browser.post('/school/rollover', turn);
    expect((await placesOf(amara)).at(-1)).toEqual({ name: '5 Elm', from_on: '2027-09-01', until_on: null });
  });

  it('leaves alone whose next year group is entered already', async () => {
    const { school, senco } = await primary();
    const back = await pupil(school, { forename: 'Dan', yearGroup: '4' });
    await given.inSchool(school, (tx) =>
      learnFacts(tx, {
        pupilId: back,
        told: byHand,
        facts: [{ kind: 'year_group', value: '6', fromOn: firstDay }],
      }),
    );
    await senco.browser.post('/school/rollover', turn);
    expect(await factsOf(back)).toEqual([
      { value: '4', from_on: '2026-09-01', until_on: '2027-08-31' },
      { value: '6', from_on: '2027-09-01', until_on: null },
    ]);
  });

  it('is refused whole when a class is in use after its end', async () => {
    const { school, senco, oak4, amara, cara } = await primary();
    await teaching(school, { groupId: oak4, staffId: await staff(school), fromOn: firstDay });
    const refused = await senco.browser.post('/school/rollover', turn);
    expect([refused.status, errorsShown(refused)]).toEqual([
      422,
      [
        'A class or group of this year has pupils, staff or lessons that begin only after 31 August. End those first',
      ],
    ]);
    expect([(await factsOf(amara)).length, await eventsOf(school, cara)]).toEqual([1, []]);
  });
});

async function inGroupFrom(school: given.School, pupilId: PupilId, groupId: GroupId): Promise<void> {
  await given.inSchool(school, (tx) => joinGroup(tx, { pupilId, groupId, fromOn: firstDay, told: byHand }));
}
