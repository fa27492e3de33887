import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import { setRate } from '#src/modules/school/commands/set-rate.ts';
import * as given from '#test/given.ts';
import * as givenProvision from '#test/given-provision.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { errorsShown, type Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';
import { logSession, undoSession } from '../commands/log-session.ts';
import { refreshAllRunLines } from '../commands/refresh-run-lines.ts';
import { findRun } from '../queries/list-runs.ts';
import { findSession } from '../queries/list-sessions.ts';
import { listTierCosts } from '../queries/list-tier-costs.ts';

const day = schoolDate;
const tuesday = day('2026-11-17');

/** Two groups of a school: one of two pupils on Tuesdays, one of one pupil on Thursdays, both run by a TA of £17.20 an hour. */
async function world() {
  const school = await given.school();
  await givenSchool.academicYear(school);
  const senco = await given.person(school, 'senco');
  const ta = await given.person(school, 'ta');
  const staffId = await givenPupils.staffOf(school, ta.personId);
  await given.inSchool(school, async (tx) =>
    givenSchool.granted(await setRate(tx, { staffId, pencePerHour: 1720, fromOn: day('2026-09-01') })),
  );
  const amara = await givenPupils.pupil(school);
  const ben = await givenPupils.pupil(school, { forename: 'Ben', surname: 'Adeyemi' });
  const talk = await givenProvision.run(school);
  const read = await givenProvision.run(school, { name: 'Reading partners', areas: ['cognition'] });
  for (const pupilId of [amara, ben]) await givenProvision.inRun(school, talk, pupilId);
  await givenProvision.inRun(school, read, ben);
  const slotId = await givenProvision.slot(school, talk);
  await givenProvision.slot(school, read, { weekday: 4, startsAt: '11:00' });
  for (const runId of [talk, read]) await givenProvision.runBy(school, runId, staffId);
  await given.inSchool(school, refreshAllRunLines);
  return { school, senco, ta, staffId, amara, ben, talk, read, slotId };
}
type World = Awaited<ReturnType<typeof world>>;

const log = (of: World, missing: readonly PupilId[] = []) =>
  given.inSchool(of.school, async (tx) => {
    const full = await findRun(tx, of.talk);
    if (full === null) throw new Error('a run');
    const told = { state: 'held' as const, reason: null, note: null, nextStep: null };
    const away = missing.map((pupilId) => ({ pupilId, reason: 'pupil_absent' as const }));
    return givenSchool.granted(
      await logSession(tx, { ...told, full, slotId: of.slotId, on: tuesday, missing: away }),
    );
  });

/** The cells of a row by its heading: the weeks, then given and planned, then cost. */
const rowOf = ({ $ }: Read, name: string): string[] => {
  const row = $('tbody tr').filter((_, one) => $(one).find('th').text().includes(name));
  return row
    .first()
    .find('td')
    .toArray()
    .map((cell) => $(cell).text());
};
const linesOf = ({ schoolId }: given.School) =>
  asOwner<object>(
    `select 'run' as of, run_id, null as pupil_id, weeks, logged as rest from app.run_lines where school_id = $1
     union all select 'pupil', run_id, pupil_id, weeks, spells from app.run_pupil_lines where school_id = $1
     union all select 'cost', run_id, pupil_id, weeks, null from app.run_cost_lines where school_id = $1 order by 1, 2, 3`,
    [schoolId],
  );

describe('the provision map', () => {
  it('shows planned beside given at every level, and what it cost', async () => {
    const of = await world();
    await log(of, [of.ben]);
    const map = await of.senco.browser.get('/provision/map?open=all');
    // Six Tuesdays of the half-term; on the third one pupil was away.
    const weeks = (third: string) => ['? / 30', '? / 30', third, '? / 30', '– / 30', '– / 30', '– / 30'];
    expect(rowOf(map, 'Communication and interaction').slice(0, -2)).toEqual(weeks('30 / 30'));
    expect(rowOf(map, 'Amara').slice(-2)).toEqual(['30 ? / 210', '£9']);
    expect(rowOf(map, 'Ben').slice(0, 3)).toEqual(['? / 30', '? / 30', '0 / 30']);
    const pupils = await of.senco.browser.get('/provision/map?open=all&count=pupils&show=cost');
    expect(rowOf(pupils, 'Communication and interaction').slice(-2)).toEqual(['£9', '£34']);
    const grid = await of.senco.browser.get('/provision/map?view=grid');
    expect(rowOf(grid, 'Adeyemi').slice(0, 3)).toEqual(['? / 60', '? / 60', '0 ? / 60']);
    const some = await of.senco.browser.get('/provision/map?area=cognition&q=ben&open=all&period=nonsense');
    expect([some.text.includes('Reading partners'), some.text.includes('Talk Boost')]).toEqual([true, false]);
    const none = await of.senco.browser.get('/provision/map?class=9Z');
    expect(none.text).toContain('No provision here');
  });

  it('shows a TA their own pupils and no money, and nobody without the right anything', async () => {
    const of = await world();
    const map = await of.ta.browser.get('/provision/map?open=all&show=cost');
    expect(map.status).toBe(200);
    expect(map.text).not.toContain('£');
    const office = await given.person(of.school, 'office');
    expect((await office.browser.get('/provision/map')).status).toBe(403);
    expect((await of.ta.browser.get('/provision/costs')).status).toBe(403);
    const other = await given.school();
    const stranger = await given.person(other, 'senco');
    expect((await stranger.browser.get('/provision/map')).text).not.toContain('Talk Boost');
    expect((await stranger.browser.get(`/pupils/${of.ben}/provision`)).status).toBe(404);
    expect((await stranger.browser.get(`/provision/map/put/${of.ben}`)).status).toBe(404);
  });

  it('goes out as a list, a workbook, a PDF and on paper, with the same filters', async () => {
    const of = await world();
    await log(of);
    const csv = await of.senco.browser.get('/provision/map.csv?area=communication&view=grid');
    expect(csv.text.split('\n')[0]).toContain('Minutes given,Minutes planned');
    expect(csv.text).toContain('"Adeyemi, Ben"');
    expect(csv.text).not.toContain('Reading partners');
    const file = await of.senco.browser.get('/provision/map.xlsx');
    expect([file.status, file.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
    const pdf = await of.senco.browser.get('/provision/map.pdf');
    expect(pdf.text.slice(0, 5)).toBe('%PDF-');
    const paper = await of.senco.browser.get('/provision/map/print-a3');
    expect(paper.$('.broad table a').length).toBe(0);
  });
});

describe('stored lines of runs', () => {
  it('are what the records come to, after each deed', async () => {
    const of = await world();
    const same = async () => {
      const stored = await linesOf(of.school);
      await asOwner('update app.run_lines set weeks = $2, logged = $2 where school_id = $1', [
        of.school.schoolId,
        '',
      ]);
      await given.inSchool(of.school, refreshAllRunLines);
      expect(stored).toEqual(await linesOf(of.school));
      return JSON.stringify(stored);
    };
    const before = await same();
    const sessionId = await log(of, [of.ben]);
    const logged = await same();
    expect(logged).not.toBe(before);
    await given.inSchool(of.school, async (tx) => {
      const session = await findSession(tx, sessionId);
      if (session === null) throw new Error('a session');
      givenSchool.granted(await undoSession(tx, session, 'Wrong day'));
    });
    expect(await same()).toBe(before);
    await log(of);
    await of.senco.browser.post(`/provision/map/put/${of.amara}?week=2026-11-23`, {
      toRunId: of.read,
      fromOn: '2026-11-24',
      leaves: 'none',
      why: '',
    });
    expect(await same()).toContain(of.amara);
  });
});

describe('a cell of the map', () => {
  const form = (of: World) => ({ toRunId: of.read, fromOn: '2026-11-24', leaves: 'none', why: '' });

  it('puts a pupil in, or moves the pupil with a reason', async () => {
    const of = await world();
    const address = `/provision/map/put/${of.amara}?week=2026-11-23&leaves=${of.talk}`;
    const shown = await of.senco.browser.get(address);
    const leaves = String(shown.$('select[name=leaves] option[selected]').attr('value'));
    expect(leaves).not.toBe('none');
    const tried = (fields: Record<string, string>) =>
      of.senco.browser.post(address, { ...form(of), leaves, ...fields });
    expect(errorsShown(await tried({ why: '' }))).toEqual(['Say why the pupil moves']);
    expect(errorsShown(await tried({ toRunId: of.school.schoolId }))).toEqual(['Select a group of the list']);
    expect((await tried({ leaves: `${of.talk}.9`, why: 'Ready' })).status).toBe(422);
    expect((await tried({ why: 'Ready for it' })).goesTo).toBe('/provision/map?view=grid');
    const rows = await asOwner<{ name: string; until: string | null }>(
      `select r.name, p.until_on::text as until from app.run_pupils p join app.runs r using (school_id, run_id)
       where p.pupil_id = $1 order by p.from_on`,
      [of.amara],
    );
    expect(rows).toEqual([
      { name: 'Talk Boost, red group', until: '2026-11-23' },
      { name: 'Reading partners', until: null },
    ]);
    expect((await of.ta.browser.get(address)).status).toBe(403);
  });
});

describe('costs', () => {
  it('stand against the threshold of the year, which may be changed from a day on', async () => {
    const of = await world();
    await log(of);
    const shown = await of.senco.browser.get('/provision/costs');
    expect(rowOf(shown, 'Adeyemi')[2]).toBe('£4.30');
    expect(shown.text).toContain('£6,000.00');
    const bySource = await of.senco.browser.get('/provision/costs?per=source');
    expect(rowOf(bySource, 'No source said')[1]).toBe('£8.60');
    const set = (fields: Record<string, string>) =>
      of.senco.browser.post('/provision/costs/threshold', fields);
    expect(errorsShown(await set({ pence: '0', fromOn: '2026-09-01' }))).toEqual([
      'Enter an amount above nothing',
    ]);
    expect((await set({ pence: '5', fromOn: '2026-09-01' })).goesTo).toBe('/provision/costs');
    expect((await set({ pence: '5', fromOn: '2026-09-01' })).goesTo).toBe('/provision/costs');
    const beyond = await of.senco.browser.get('/provision/costs');
    expect(rowOf(beyond, 'Okafor').at(-2)).toBe('£5.00');
    const events = await asOwner(`select 1 from app.events where school_id = $1 and type = 'ThresholdSet'`, [
      of.school.schoolId,
    ]);
    expect(events.length).toBe(1);
  });

  it('show finance whose cost it is, and not what the pupil gets', async () => {
    const of = await world();
    await log(of);
    const finance = await given.person(of.school, 'finance');
    const shown = await finance.browser.get('/provision/costs');
    expect(rowOf(shown, 'Adeyemi')[2]).toBe('£4.30');
    expect(shown.$('tbody a').length).toBe(0);
    expect((await finance.browser.get('/provision/map')).status).toBe(403);
  });

  it('lead finance from their menu to each run, planned, to date and forecast, and to no pupil', async () => {
    const of = await world();
    await log(of);
    const finance = await given.person(of.school, 'finance');
    const home = await finance.browser.get('/provision/costs');
    expect(home.$('nav a[href="/provision/costs"]').length).toBeGreaterThan(0);
    expect(home.text).not.toContain('Main need');
    const byRun = await finance.browser.get('/provision/costs?per=run');
    const link = byRun.$(`a[href="/provision/costs/runs/${of.read}"]`);
    expect(link).toHaveLength(1);
    const run = await finance.browser.get(link.attr('href') ?? '');
    const sums = rowOf(byRun, link.text());
    expect(rowOf(run, 'All')).toEqual(sums);
    expect(rowOf(await of.senco.browser.get(`/provision/costs/runs/${of.read}`), 'All')).toEqual(sums);
    expect(run.text).not.toMatch(/Adeyemi|Okafor/);
    expect((await of.ta.browser.get(`/provision/costs/runs/${of.read}`)).status).toBe(403);
    const other = await given.person(await given.school(), 'finance');
    expect((await other.browser.get(`/provision/costs/runs/${of.read}`)).status).toBe(404);
    expect((await finance.browser.get(`/provision/runs/${of.read}/money`)).status).toBe(404);
  });

  it('come to the same in the report to the governors, wave by wave', async () => {
    const of = await world();
    await log(of);
    const shown = await of.senco.browser.get('/provision/costs?per=tier');
    const waves = await given.inSchool(of.school, (tx) => listTierCosts(tx, schoolDate('2026-09-01')));
    const spent = waves.reduce((sum, { pence }) => sum + pence, 0);
    expect(spent).toBeGreaterThan(0);
    expect(rowOf(shown, 'All')[1]).toBe(poundsInWords(spent));
    for (const { pupils } of waves) expect(pupils).toBeGreaterThan(0);
  });
});

describe('what if', () => {
  it('sets what would be to come beside what is, and names who would have less', async () => {
    const of = await world();
    const shown = await of.senco.browser.get(`/provision/what-if?off=${of.read}`);
    // Four Thursdays and three Tuesdays are to come.
    expect(rowOf(shown, 'Cost to come')).toEqual(['£60', '£26', '−£34']);
    expect(rowOf(shown, 'Pupils’ time')).toEqual(['5 h', '3 h', '−2 h']);
    expect(rowOf(shown, 'Adeyemi').slice(1)).toEqual(['3 h 30 min', '1 h 30 min']);
    const all = await of.senco.browser.get(`/provision/what-if?staff=${of.staffId}`);
    expect(rowOf(all, 'Pupils who get provision')).toEqual(['2', '0', '−2']);
    expect((await of.senco.browser.get('/provision/what-if?off=nonsense&staff=nobody')).status).toBe(200);
  });
});

describe('provision of a pupil', () => {
  it('says what the pupil gets, what was lost and why, and what it cost', async () => {
    const of = await world();
    await log(of, [of.ben]);
    const shown = await of.senco.browser.get(`/pupils/${of.ben}/provision`);
    expect(rowOf(shown, 'Pupil absent')).toEqual(['The pupil’s', '30 min']);
    expect(rowOf(shown, 'Talk Boost').slice(-3)).toEqual(['0 min', '30 min', '£0.00']);
    const ta = await of.ta.browser.get(`/pupils/${of.amara}/provision`);
    expect(ta.status === 200 ? ta.text.includes('£') : false).toBe(false);
    const bare = await givenPupils.pupil(of.school, { forename: 'Cat', surname: 'Bell' });
    expect((await of.senco.browser.get(`/pupils/${bare}/provision`)).text).toContain(
      'No provision is recorded',
    );
  });
});
