import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenEhc from '#test/given-ehc.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const typed = {
  name: 'Harebell',
  code: '209',
  teamContact: 'SEND team',
  teamEmail: 'send@harebell.example',
  draftWeek: '14',
  asks: 'cycles: two reviewed plans\nA photograph of the workspace',
  version: '0',
};

describe('the authorities of a school', () => {
  it('are added, changed and taken out; several are normal, two of one name are not', async () => {
    const school = await given.school();
    const { browser } = await given.person(school, 'senco');
    expect((await browser.get('/school/authorities')).text).toContain('None yet');
    expect((await browser.post('/school/authorities/new', typed)).goesTo).toBe('/school/authorities');
    const twice = await browser.post('/school/authorities/new', typed);
    expect([twice.status, errorsShown(twice)]).toEqual([
      422,
      ['An authority with this name or number is kept already'],
    ]);
    await browser.post('/school/authorities/new', { ...typed, name: 'Foxglove', code: '210', asks: '' });
    const shown = await browser.get('/school/authorities');
    expect(shown.text).toContain('draft plan in week 14');
    expect(shown.text).toContain('two reviewed plans (cycles of support)');
    expect(shown.text).toContain('A photograph of the workspace (anything else)');
    const [row] = await asOwner<{ id: string }>(
      `select authority_id as id from app.authorities where school_id = $1 and name = 'Harebell'`,
      [school.schoolId],
    );
    const address = `/school/authorities/${row?.id}`;
    const week = await browser.post(address, { ...typed, version: '1', draftWeek: '40' });
    expect(errorsShown(week)).toEqual(['Week in which it sends a draft plan must be 20 or less']);
    await browser.post(address, { ...typed, version: '1', draftWeek: '' });
    const stale = await browser.post(address, { ...typed, version: '1', name: 'Hare Bell' });
    expect(errorsShown(stale)[0]).toContain('Somebody changed this authority');
    await browser.post(`${address}/withdraw`, { version: '2', why: 'It merged' });
    const left = await browser.get('/school/authorities');
    expect(left.text).not.toContain('Harebell');
    expect(left.text).toContain('Foxglove');
    const events = await asOwner<{ type: string }>(
      `select type from app.events where school_id = $1 and type ~ 'Authority'
       order by xmin::text::bigint, cmin::text::bigint`,
      [school.schoolId],
    );
    expect(events.map(({ type }) => type)).toEqual([
      'AuthorityAdded',
      'AuthorityAdded',
      'AuthorityChanged',
      'AuthorityWithdrawn',
    ]);
  });

  it('stay while one of them maintains the plan of a pupil', async () => {
    const school = await given.school();
    const { browser } = await given.person(school, 'senco');
    await givenEhc.ehcPlan(school, await givenPupils.pupil(school));
    const address = `/school/authorities/${await givenEhc.authority(school)}`;
    const refused = await browser.post(`${address}/withdraw`, { version: '1', why: 'It merged' });
    expect(errorsShown(refused)).toEqual([expect.stringContaining('maintains the plan of a pupil')]);
  });

  it('are read, not changed, by the head; and not seen in another school', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    await senco.browser.post('/school/authorities/new', typed);
    const head = await given.person(school, 'head');
    expect((await head.browser.get('/school/authorities')).text).toContain('Harebell');
    expect((await head.browser.get('/school/authorities/new')).status).toBe(403);
    const stranger = await given.person(await given.school(), 'senco');
    expect((await stranger.browser.get('/school/authorities')).text).not.toContain('Harebell');
  });
});
