import { describe, expect, it } from 'vitest';
import { makeWeek } from '#src/bench/make-week.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import * as givenWeek from '#test/given-week.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner, program } from '#test/worker-database.ts';
import { keepPlacements } from '../commands/keep-placements.ts';
import { breaches } from '../domain/placement/check.ts';
import { getWeek } from '../queries/get-week.ts';
import { solveInWorker } from '../solve/solve-in-worker.ts';
import makeSuggestion from './make-suggestion.job.ts';

const today = schoolDate('2026-11-24');

/** One adult, a pupil, and help three times a week. */
async function world() {
  const school = await given.school();
  const at = await givenWeek.schoolDay(school);
  const ann = await givenSchool.staff(school, { post: 'Teaching assistant' });
  await givenWeek.adultWeek(school, ann);
  const pupilId = await givenPupils.pupil(school);
  const demandId = await givenWeek.demand(school, { name: 'Reading aloud', times: 3, pupils: [pupilId] });
  const senco = await given.person(school, 'senco');
  const ask = async () => {
    const address = (await senco.browser.post('/team/suggest', {})).goesTo ?? '';
    return { address, weekSuggestionId: address.split('/').at(-1) ?? '' };
  };
  const make = (weekSuggestionId: string) =>
    makeSuggestion.run(
      { schoolId: school.schoolId, personId: senco.personId, weekSuggestionId },
      { program },
    );
  const week = () => given.inSchool(school, (tx) => getWeek(tx, today));
  const keep = async (isPinned: boolean) => {
    const placement = { demandId, slotId: at(1, 540), staffId: ann, isPinned };
    const before = await week();
    await given.inSchool(school, (tx) => keepPlacements(tx, before, { placements: [placement] }));
    return placement;
  };
  return { school, senco, ask, make, week, keep };
}

describe('a suggested week', () => {
  it('is asked for, found, compared with what stands and accepted', async () => {
    const { school, senco, ask, make, week, keep } = await world();
    const pinned = await keep(true);
    const { address, weekSuggestionId } = await ask();
    expect((await senco.browser.get(address)).text).toContain('Looking for a better week');
    await make(weekSuggestionId);
    await make(weekSuggestionId);
    const page = await senco.browser.get(address);
    for (const words of ['Accept the whole week', 'The most possible', 'Reading aloud', 'Proved'])
      expect(page.text).toContain(words);
    expect((await week()).placements).toEqual([pinned]);
    expect((await senco.browser.post(`${address}/accept`, {})).goesTo).toBe('/team');
    const after = await week();
    expect(after.placements).toHaveLength(3);
    expect(after.placements).toContainEqual(pinned);
    expect(breaches(after, after.placements)).toEqual([]);
    const events = await asOwner<{ type: string }>(
      `select type from app.events where school_id = $1 and type like 'Week%' order by xmin::text::bigint, cmin::text::bigint`,
      [school.schoolId],
    );
    expect(events.map(({ type }) => type)).toEqual(['WeekPlaced', 'WeekSuggestionAsked', 'WeekPlaced']);
    await senco.browser.post(`${address}/accept`, {});
    expect((await senco.browser.get(address)).text).toContain('accepted or stopped already');
  });

  it('is accepted in part: a clash is said and nothing changes; what belongs together is ticked then', async () => {
    const { school, senco, week, ask } = await world();
    const stands = await week();
    const [first] = stands.demands;
    const [adult] = stands.adults;
    if (first === undefined || adult === undefined) throw new Error('a week');
    const other = await givenWeek.demand(school, { name: 'Phonics' });
    const [nine, ten] = stands.slots.filter(({ day }) => day === 1).map(({ slotId }) => slotId);
    const placed = (demandId: string, slotId = '') => ({
      ...{ demandId, slotId, staffId: adult.staffId, isPinned: false },
    });
    await given.inSchool(school, async (tx) =>
      keepPlacements(tx, await getWeek(tx, today), { placements: [placed(first.demandId, nine)] }),
    );
    const { address, weekSuggestionId } = await ask();
    await asOwner(
      `update app.week_suggestions set state = 'made', made_at = now(), placements = $2,
       bounds = '{"safety":0,"law":0,"intervention":540,"general":0}' where week_suggestion_id = $1`,
      [weekSuggestionId, JSON.stringify([placed(first.demandId, ten), placed(other, nine)])],
    );
    const version = String((await week()).version);
    const none = await senco.browser.post(address, { version });
    expect(errorsShown(none)).toEqual(['Tick what is to change']);
    const clash = await senco.browser.post(address, { version, demandIds: other });
    expect(errorsShown(clash).join()).toMatch(/two places at once, on Monday 09:00: .*Phonics/);
    expect(clash.$('input[name=demandIds][checked]').length).toBe(2);
    expect((await week()).placements).toEqual([placed(first.demandId, nine)]);
    const why = await senco.browser.get(clash.$('a[href*="/staff/"]').first().attr('href') ?? '');
    expect(why.$('main').text()).toMatch(/Interventions?: placed after safety.*Why not at another time/s);
    const taken = await senco.browser.post(address, { version, demandIds: first.demandId });
    expect(taken.goesTo).toBe('/team');
    expect((await week()).placements).toEqual([placed(first.demandId, ten)]);
  });

  it('says of a demand longer than the day, and of one that nobody may give, why they cannot be met', async () => {
    const { school, senco, ask, make, week } = await world();
    await givenWeek.demand(school, { name: 'All day and more', length: 9 });
    const gone = await givenSchool.staff(school, { forename: 'Bob', surname: 'Hale' });
    await givenWeek.demand(school, { name: 'With Bob alone', staffIds: [gone] });
    const { address, weekSuggestionId } = await ask();
    await make(weekSuggestionId);
    const page = (await senco.browser.get(address)).$('main').text();
    expect(page).toMatch(
      /All day and more1There is no time at which it may beginNo one change would meet it/,
    );
    expect(page).toMatch(/With Bob alone1Nobody who is named for it is in the week/);
    expect((await senco.browser.post(`${address}/accept`, {})).goesTo).toBe('/team');
    expect((await week()).placements).toHaveLength(3);
  });

  it('is made of a school without adults, and gives nothing', async () => {
    const school = await given.school();
    await givenWeek.schoolDay(school);
    await givenWeek.demand(school, {});
    const senco = await given.person(school, 'senco');
    const address = (await senco.browser.post('/team/suggest', {})).goesTo ?? '';
    const ids = { schoolId: school.schoolId, personId: senco.personId };
    await makeSuggestion.run({ ...ids, weekSuggestionId: address.split('/').at(-1) ?? '' }, { program });
    const page = (await senco.browser.get(address)).$('main').text();
    expect(page).toContain('Nobody would change: nothing better was found than what stands');
    expect((await senco.browser.get('/team/scenarios')).status).toBe(200);
  });

  it('is not accepted over a week that was changed since: of two, the second is told', async () => {
    const { senco, ask, make, week } = await world();
    const [one, two] = [await ask(), await ask()];
    await make(one.weekSuggestionId);
    await make(two.weekSuggestionId);
    await senco.browser.post(`${one.address}/accept`, {});
    const kept = (await week()).placements;
    await senco.browser.post(`${two.address}/accept`, {});
    const page = await senco.browser.get(two.address);
    expect(page.text).toContain('The week was changed after this was asked for');
    expect(page.text).not.toContain('Accept the whole week');
    expect((await week()).placements).toEqual(kept);
  });

  it('is not accepted where an adult is not there any more', async () => {
    const { school, senco, ask, make, week } = await world();
    const { address, weekSuggestionId } = await ask();
    await make(weekSuggestionId);
    await asOwner('update app.adult_times set until_minute = 560 where school_id = $1', [school.schoolId]);
    await senco.browser.post(`${address}/accept`, {});
    expect((await senco.browser.get(address)).text).toContain('Nothing was overwritten');
    expect((await week()).placements).toEqual([]);
  });

  it('can be stopped, and then nothing comes of it', async () => {
    const { senco, ask, make, week } = await world();
    const { address, weekSuggestionId } = await ask();
    await senco.browser.post(`${address}/stop`, {});
    await make(weekSuggestionId);
    expect((await senco.browser.get(address)).text).toContain('It was stopped');
    expect((await week()).placements).toEqual([]);
  });

  it('is for those who manage the week, and of one school', async () => {
    const { school, ask } = await world();
    const { address } = await ask();
    const ta = await given.person(school, 'ta');
    expect((await ta.browser.get(address)).status).toBe(403);
    const other = await given.person(await given.school(), 'senco');
    expect((await other.browser.get(address)).status).toBe(404);
  });

  it('is looked for beside the program, which answers others meanwhile, and ends when it is stopped', async () => {
    const week = makeWeek({ adults: 25, demands: 200 }, 1);
    const stop = new AbortController();
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
      if (last - from > 1500) stop.abort();
    }, 10);
    const from = performance.now();
    const found = await solveInWorker(week, { seconds: 60, stopped: stop.signal });
    clearInterval(watch);
    expect(performance.now() - from).toBeLessThan(15_000);
    expect(longest).toBeLessThan(1000);
    expect(breaches(week, found.placements)).toEqual([]);
  });
});
