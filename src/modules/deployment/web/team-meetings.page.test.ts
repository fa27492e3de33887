import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown, type Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

async function world() {
  const school = await given.school();
  const senco = await given.person(school, 'senco');
  const ta = await given.person(school, 'ta');
  const staffId = await givenPupils.staffOf(school, ta.personId);
  const typed = {
    heldOn: '2026-11-20',
    title: 'Weekly meeting',
    notes: 'Readers change on Mondays',
    staffIds: staffId,
    version: '0',
  };
  const kept = await senco.browser.post('/team/meetings/new', typed);
  return { school, senco, ta, staffId, typed, here: kept.goesTo ?? '' };
}
const words = (page: Read) => page.$('main').text().replace(/\s+/g, ' ');
const types = ({ schoolId }: given.School) =>
  asOwner<{ type: string }>(
    `select type from app.events where school_id = $1 and type ~ '^(Team|Task)' order by xmin::text::bigint, cmin::text::bigint`,
    [schoolId],
  ).then((rows) => rows.map(({ type }) => type));

describe('a meeting of the team', () => {
  it('is kept with who was there; what was agreed is a task of its owner, followed up in one list', async () => {
    const { school, senco, ta, here } = await world();
    const action = { title: 'Order whiteboards', ownerPersonId: ta.personId, dueOn: '2026-11-23' };
    expect((await senco.browser.post(`${here}/actions/new`, action)).goesTo).toBe(here);
    const page = words(await senco.browser.get(here));
    expect(page).toContain('Readers change on Mondays');
    expect(page).toMatch(/Order whiteboards.*Late/);
    expect(words(await ta.browser.get('/today'))).toContain('Order whiteboards');
    const list = await senco.browser.get('/team/tasks');
    expect(words(list)).toMatch(/Late · 1.*Order whiteboards/);
    const task = list.$('main a[href^="/tasks/"]').attr('href') ?? '';
    expect(words(await senco.browser.get(task))).toContain('Open the meeting');
    expect(words(await ta.browser.get(task))).not.toContain('Open the meeting');
    await ta.browser.post(`${task}/done`);
    expect(words(await senco.browser.get('/team/tasks'))).toMatch(/Done in the last two weeks · 1/);
    expect(await types(school)).toEqual(['TeamMeetingKept', 'TaskAdded', 'TaskFinished']);
  });

  it('is changed once by those who read it together, and taken back with a reason', async () => {
    const { school, senco, typed, here } = await world();
    const change = { ...typed, notes: 'Readers change on Fridays', version: '1' };
    expect((await senco.browser.post(`${here}/change`, change)).goesTo).toBe(here);
    const second = await senco.browser.post(`${here}/change`, { ...change, notes: 'Otherwise' });
    expect([second.status, words(second).includes('Nothing was overwritten')]).toEqual([422, true]);
    expect(errorsShown(await senco.browser.post(`${here}/withdraw`, { why: '', version: '2' }))).toEqual([
      'Enter why it is taken back',
    ]);
    await senco.browser.post(`${here}/withdraw`, { why: 'Typed twice', version: '2' });
    expect((await senco.browser.get(here)).status).toBe(404);
    expect(await types(school)).toEqual(['TeamMeetingKept', 'TeamMeetingChanged', 'TeamMeetingWithdrawn']);
  });

  it('is refused where it has not taken place, and is not read by those it is not for', async () => {
    const { senco, ta, typed, here } = await world();
    const refused = await senco.browser.post('/team/meetings/new', { ...typed, heldOn: '2026-12-01' });
    expect(errorsShown(refused)).toEqual([
      'A meeting is kept when it has taken place: enter today or a day before',
    ]);
    expect((await ta.browser.get(here)).status).toBe(403);
  });
});
