import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenProvision from '#test/given-provision.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import * as givenWeek from '#test/given-week.ts';
import { errorsShown, type Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const ta = { post: 'Teaching assistant' };

async function world() {
  const school = await given.school();
  const senco = await given.person(school, 'senco');
  const at = await givenWeek.schoolDay(school);
  const ann = await givenSchool.staff(school, ta);
  await givenWeek.adultWeek(school, ann);
  const pupilId = await givenPupils.pupil(school, { forename: 'Amara', surname: 'Okafor' });
  return { school, senco, at, ann, pupilId };
}

const main = ({ $ }: Read) => $('main').text();
const versionOf = ({ $ }: Read) => $('input[name="version"]').first().attr('value') ?? '';
const eventsOf = async (schoolId: string) =>
  (
    await asOwner<{ type: string }>(
      'select type from app.events where school_id = $1 order by xmin::text::bigint, cmin::text::bigint',
      [schoolId],
    )
  ).map(({ type }) => type);

describe('the week by hand', () => {
  it('is picked, placed with a button of the table, pinned and taken out again', async () => {
    const { school, senco, at, ann, pupilId } = await world();
    const demandId = await givenWeek.demand(school, { pupils: [pupilId] });
    expect(main(await senco.browser.get('/team'))).toContain('0 of 1 placed');
    const picked = await senco.browser.get(`/team?day=3&pick=${demandId}`);
    const buttons = picked
      .$('button[name="place"]')
      .toArray()
      .map((one) => picked.$(one).attr('value'));
    expect(buttons).toEqual([540, 600, 675, 795].map((minute) => `${at(3, minute)} ${ann}`));
    const placed = await senco.browser.post('/team/place', {
      ...{ demandId, moving: '', version: versionOf(picked) },
      place: `${at(3, 600)} ${ann}`,
    });
    expect(placed.goesTo).toBe('/team?day=3');
    const week = await senco.browser.get('/team?day=3&by=pupils');
    expect(week.$('tbody tr').text()).toContain('Amara Okafor');
    expect(week.$('tbody td').text()).toContain('Mrs Doyle');
    const deed = `/team/on/2026-11-24/demands/${demandId}/slots/${at(3, 600)}/staff/${ann}`;
    expect((await senco.browser.post(`${deed}/pin`, {})).goesTo).toBe('/team?day=3');
    expect((await senco.browser.get('/team?day=3')).$('.tag').text()).toContain('Pinned');
    expect((await senco.browser.post(`${deed}/take-out`, {})).status).toBe(303);
    expect(main(await senco.browser.get('/team'))).toContain('0 of 1 placed');
    expect((await senco.browser.post(`${deed}/take-out`, {})).status).toBe(404);
    expect((await eventsOf(school.schoolId)).filter((type) => type === 'WeekPlaced')).toHaveLength(3);
  });

  it('says in words why an adult cannot be in two places, and keeps what stands (rule dep-4)', async () => {
    const { school, senco, at, ann, pupilId } = await world();
    const runId = await givenProvision.run(school, { name: 'Talk Boost' });
    await givenProvision.inRun(school, runId, pupilId);
    await givenProvision.runBy(school, runId, ann);
    await givenProvision.slot(school, runId, { weekday: 2, startsAt: '09:00', minutes: 60 });
    const demandId = await givenWeek.demand(school);
    const form = await senco.browser.get(`/team/place?demand=${demandId}`);
    expect(form.$('select[name="place"] option').text()).not.toContain('Tue 9.00');
    const refused = await senco.browser.post('/team/place', {
      ...{ demandId, moving: '', version: versionOf(form) },
      place: `${at(2, 540)} ${ann}`,
    });
    expect(refused.status).toBe(422);
    expect(errorsShown(refused).join()).toMatch(/two places at once.*Talk Boost with Mrs Doyle/);
    const stale = await senco.browser.post('/team/place', {
      ...{ demandId, moving: '', version: '99' },
      place: `${at(1, 540)} ${ann}`,
    });
    expect(errorsShown(stale).join()).toContain('Nothing was overwritten');
  });

  it('says what is in the way where no place is left: too long a demand, one TA whose hours are full', async () => {
    const { school, senco, ann } = await world();
    const long = await givenWeek.demand(school, { length: 9, name: 'All day' });
    expect(main(await senco.browser.get(`/team/place?demand=${long}`))).toContain(
      '9 periods one after the other',
    );
    await given.inSchool(school, (tx) =>
      tx
        .insertInto('contracts')
        .values({
          ...{ schoolId: school.schoolId, contractId: long, staffId: ann, minutesPerWeek: 30 },
          ...{ weeksPerYear: '39', fromOn: '2026-09-01' },
        })
        .execute(),
    );
    const short = await givenWeek.demand(school);
    const shown = main(await senco.browser.get(`/team/place?demand=${short}`));
    expect(shown).toContain('No place keeps every rule');
    expect(shown).toContain('the contract has 30');
  });

  it('shows TAs their own week alone, and lets nobody but the SENCO change it', async () => {
    const { school, senco, at, ann } = await world();
    const bob = await givenSchool.staff(school, { ...ta, forename: 'Bob', surname: 'Hale' });
    await givenWeek.adultWeek(school, bob);
    const demandId = await givenWeek.demand(school, { name: 'Lunch duty', kind: 'duty' });
    const version = versionOf(await senco.browser.get(`/team?day=1&pick=${demandId}`));
    await senco.browser.post('/team/place', { demandId, moving: '', version, place: `${at(1, 735)} ${ann}` });
    const own = await given.person(school, 'ta');
    await asOwner('update app.staff set person_id = $1 where staff_id = $2', [own.personId, ann]);
    const week = await own.browser.get('/team?day=1');
    expect(
      week
        .$('tbody th')
        .toArray()
        .map((one) => week.$(one).text()),
    ).toEqual(['Mrs DoyleTeaching assistant']);
    expect(main(week)).toContain('Lunch duty');
    const seen = [ann, bob].map((staffId) => own.browser.get(`/team/adults/${staffId}`));
    expect((await Promise.all(seen)).map(({ status }) => status)).toEqual([200, 404]);
    const card = await own.browser.get(`/team/adults/${ann}/card.pdf`);
    expect(card.status).toBe(200);
    expect((await own.browser.get('/team/demands')).status).toBe(403);
    const head = await given.person(school, 'head');
    expect(main(await head.browser.get('/team?day=1'))).toContain('Mrs Hale');
    expect((await head.browser.get('/team/place')).status).toBe(403);
  });
});

describe('what the week is made of', () => {
  it('takes the school day in lines, and says which line it cannot read', async () => {
    const school = await given.school();
    const { browser } = await given.person(school, 'senco');
    const day = { fromOn: '2026-11-24', travelMinutes: '5', version: '0' };
    const wrong = await browser.post('/team/day', {
      ...day,
      lines: '9.00 to 10.00 lesson\n9.30 to 10.30 lesson',
    });
    expect(errorsShown(wrong)).toEqual(['9.30 to 10.30 meets 9.00 to 10.00']);
    const lines = '9.00 to 10.00 lesson\n10.00 to 10.15 break\nFriday\n9.00 to 12.00 lesson';
    expect((await browser.post('/team/day', { ...day, lines })).goesTo).toBe('/team');
    expect((await browser.get('/team/day')).$('textarea').text()).toContain('Friday\n9.00 to 12.00 lesson');
    expect((await browser.post('/team/day', { ...day, lines })).status).toBe(422);
  });

  it('takes the times of an adult, a skill that runs out and what pupils must not miss', async () => {
    const { school, senco, ann, at, pupilId } = await world();
    const days = { day1: '9.00 to 10.15, 12.15 to 14.15', day2: '', day3: '', day4: '', day5: '' };
    const week = { fromOn: '2026-11-24', ...days, inARow: '3', siteId: '', version: '1' };
    const wrong = await senco.browser.post(`/team/adults/${ann}/week`, { ...week, day1: 'mornings' });
    expect(errorsShown(wrong).join()).toContain('Monday must be times like');
    expect((await senco.browser.post(`/team/adults/${ann}/week`, week)).status).toBe(303);
    const skill = { name: 'Makaton', fromOn: '2025-09-01', untilOn: '2026-10-31' };
    expect((await senco.browser.post(`/team/adults/${ann}/skills/new`, skill)).status).toBe(303);
    expect(main(await senco.browser.get(`/team/adults/${ann}`))).toContain('Ran out');
    const point = { names: 'Amara Okafor', words: 'Swimming', weekdays: ['1'], from: '9.00', until: '10.00' };
    expect((await senco.browser.post('/team/points', { ...point, fromOn: '2026-09-01' })).status).toBe(303);
    const demandId = await givenWeek.demand(school, { pupils: [pupilId] });
    const picked = await senco.browser.get(`/team?day=1&pick=${demandId}`);
    expect(
      picked
        .$('button[name="place"]')
        .toArray()
        .map((one) => picked.$(one).attr('value')),
    ).toEqual([`${at(1, 795)} ${ann}`]);
  });

  it('takes a demand by hand, changes it, and takes it out with a reason', async () => {
    const { school, senco, ann } = await world();
    const asked = {
      ...{
        kind: 'class_support',
        name: 'Phonics',
        names: 'Amara Okafor',
        groupId: '',
        force: 'general',
        times: '5',
      },
      ...{
        length: '1',
        oncePerDay: 'yes',
        need: '2',
        weekdays: [],
        fromMinute: '9.00',
        untilMinute: '',
        kinds: [],
      },
      ...{ room: '', skills: 'Phonics', adults: [ann], fromOn: '2026-09-01', version: '0' },
    };
    const wrong = await senco.browser.post('/team/demands/new', { ...asked, names: 'Nobody Here' });
    expect(errorsShown(wrong)).toEqual(['Nobody on roll is called Nobody Here']);
    expect((await senco.browser.post('/team/demands/new', asked)).goesTo).toBe('/team/demands');
    const [row] = await asOwner<{ id: string }>(
      'select demand_id as id from app.demands where school_id = $1',
      [school.schoolId],
    );
    const address = `/team/demands/${row?.id}`;
    expect((await senco.browser.get(address)).goesTo).toBe(`${address}/change`);
    const change = { ...asked, times: '4', version: '1' };
    expect((await senco.browser.post(`${address}/change`, change)).status).toBe(303);
    expect((await senco.browser.post(`${address}/change`, change)).status).toBe(422);
    expect(
      (await senco.browser.post(`${address}/withdraw`, { why: 'Taught otherwise', version: '2' })).status,
    ).toBe(303);
    expect(main(await senco.browser.get('/team/demands'))).toContain('Taken out of the week: Phonics');
    expect((await eventsOf(school.schoolId)).filter((type) => /Demand|Skill/.test(type))).toEqual([
      ...['SkillAdded', 'DemandAdded', 'DemandChanged', 'DemandWithdrawn'],
    ]);
  });
});
