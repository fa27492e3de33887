import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import * as givenWeek from '#test/given-week.ts';
import { errorsShown, type Read } from '#test/http.ts';
import { asOwner, program } from '#test/worker-database.ts';
import makeSuggestion from '../jobs/make-suggestion.job.ts';

const blank = {
  ...{ staffId: '', hours: '', newHours: '', newSkills: '', newRate: '', title: '', force: '', times: '' },
  ...{ length: '', demandSkills: '', cutHours: '', cutPounds: '' },
};
const main = ({ $ }: Read) => $('main').text().replace(/\s+/g, ' ');

/** Two adults with 30 and 20 hours that can be placed, and reading twice a week. */
async function world() {
  const school = await given.school();
  await givenWeek.schoolDay(school);
  const ann = await givenSchool.staff(school, { post: 'Teaching assistant' });
  const bob = await givenSchool.staff(school, {
    forename: 'Bob',
    surname: 'Hale',
    post: 'Teaching assistant',
  });
  for (const staffId of [ann, bob]) await givenWeek.adultWeek(school, staffId);
  const pupilId = await givenPupils.pupil(school);
  await givenWeek.demand(school, { name: 'Reading aloud', times: 2, pupils: [pupilId] });
  const senco = await given.person(school, 'senco');
  const ask = (more: Record<string, string>) =>
    senco.browser.post('/team/scenarios/new', { name: 'A try', ...blank, ...more });
  const make = async (address: string) => {
    const weekSuggestionId = address.split('/').at(-1) ?? '';
    const ids = { schoolId: school.schoolId, personId: senco.personId, weekSuggestionId };
    await makeSuggestion.run(ids, { program });
  };
  const placed = () =>
    asOwner('select staff_id from app.placements where school_id = $1 and withdrawn_at is null', [
      school.schoolId,
    ]);
  return { school, senco, ann, bob, ask, make, placed };
}

describe('scenarios', () => {
  it('are kept by name, looked for, set side by side, and touch nothing until one is taken over', async () => {
    const { school, senco, ann, ask, make, placed } = await world();
    const fewer = (await ask({ name: 'Without Ann', staffId: ann, hours: '-40' })).goesTo ?? '';
    const pupil =
      (await ask({ name: 'A new pupil', title: 'One to one', times: '3', length: '2' })).goesTo ?? '';
    expect(main(await senco.browser.get(fewer))).toContain('Looking for a better week');
    await make(fewer);
    await make(pupil);
    const page = await senco.browser.get('/team/scenarios');
    const heads = page.$('thead').first().find('th');
    const labels = heads.toArray().map((one) => page.$(one).text());
    expect(labels.toSorted()).toEqual(['A new pupil', 'As it stands', 'What', 'Without Ann']);
    const row = (label: string) =>
      page
        .$('tbody tr')
        .toArray()
        .map((one) => page.$(one).text())
        .find((text) => text.startsWith(label));
    expect(row('Intervention')).toBe('Intervention0 h of 2 h, 0 %2 h of 2 h, 100 %2 h of 2 h, 100 %');
    const law = row('Named in an EHC plan') ?? '';
    expect(law.match(/None needed/g)).toHaveLength(2);
    expect(law).toContain('6 h of 6 h, 100 %');
    expect(main(page)).toContain('Mrs Doyle 40 h fewer');
    const one = await senco.browser.get(`/team/scenarios?with=${fewer.split('/').at(-1)}`);
    expect(one.$('thead').first().text()).not.toContain('A new pupil');
    expect(await placed()).toEqual([]);
    expect((await senco.browser.post(`${fewer}/take-over`)).goesTo).toBe('/team');
    expect(await placed()).toHaveLength(2);
    expect((await senco.browser.post(`${pupil}/take-over`)).goesTo).toBe(pupil);
    expect(main(await senco.browser.get(pupil))).toContain('The week was changed after this was looked for');
    expect((await senco.browser.post(`${pupil}/put-away`)).goesTo).toBe('/team/scenarios');
    expect((await senco.browser.get(pupil)).status).toBe(404);
    const events = await asOwner<{ type: string }>(
      `select type from app.events where school_id = $1 and type ~ '^(Scenario|WeekPlaced)'
       order by xmin::text::bigint, cmin::text::bigint`,
      [school.schoolId],
    );
    expect(events.map(({ type }) => type)).toEqual([
      ...['ScenarioAsked', 'ScenarioAsked', 'WeekPlaced', 'ScenarioPutAway'],
    ]);
  });

  it('are not taken over where they use hours that nobody has', async () => {
    const { school, senco, ann, ask, make, placed } = await world();
    await asOwner('update app.adult_times set until_minute = 560 where school_id = $1', [school.schoolId]);
    const more = (await ask({ name: 'More of Ann', staffId: ann, hours: '5' })).goesTo ?? '';
    await make(more);
    expect((await senco.browser.post(`${more}/take-over`)).goesTo).toBe(more);
    expect((await senco.browser.get(more)).text).toContain('Not all of its hours are real yet');
    expect(await placed()).toEqual([]);
  });

  it.each([
    [{ name: '' }, 'Enter name'],
    [{ hours: '5' }, 'Select whose hours change'],
    [{ newHours: 'many' }, 'Hours a week of somebody new must be a number of hours, like 5 or 2.5'],
    [{ cutHours: '-3' }, 'Hours a week to be saved must be a number of hours, like 5 or 2.5'],
    [{ times: '3' }, 'Enter what the help for the new pupil is'],
    [{ cutPounds: '9000' }, 'No rate of an adult is known: enter hours instead'],
  ])('are refused with the reason: %o', async (more, message) => {
    const { ask } = await world();
    const refused = await ask(more);
    expect([refused.status, errorsShown(refused)]).toEqual([422, [message]]);
  });

  it('are for those who manage the week, and of one school', async () => {
    const { school, ask } = await world();
    const address = (await ask({})).goesTo ?? '';
    const ta = await given.person(school, 'ta');
    expect((await ta.browser.get(address)).status).toBe(403);
    const other = await given.person(await given.school(), 'senco');
    expect((await other.browser.get(address)).status).toBe(404);
  });
});
