import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import { findGroup, group, staff, teaching } from '#test/given-school.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const typesOf = async (school: given.School) =>
  (
    await asOwner<{ type: string }>(
      `select type from app.events where school_id = $1 and type like 'Group%' order by type`,
      [school.schoolId],
    )
  ).map((row) => row.type);

describe('classes and groups', () => {
  it('are listed for today with who is in charge', async () => {
    const school = await given.school();
    const groupId = await group(school);
    await group(school, { kind: 'teaching', name: 'Phonics 2', yearGroup: null });
    await group(school, { name: 'R Ash', yearGroup: 'R' });
    await teaching(school, { groupId, staffId: await staff(school) });
    const { browser } = await given.person(school, 'office');
    const shown = await browser.get('/school/groups');
    const names = shown
      .$('tbody th[scope=row]')
      .toArray()
      .map((cell) => shown.$(cell).text());
    expect(names).toEqual(['R Ash', '4 Oak', 'Phonics 2']);
    expect(shown.$('main').text()).toContain('Mrs Doyle');
    expect(shown.$('a[href="/school/groups/new"]')).toHaveLength(0);
  });

  it('are added with a year group', async () => {
    const school = await given.school();
    const { browser } = await given.person(school, 'senco');
    const typed = { kind: 'class', name: '5 Elm', yearGroup: '5', fromOn: '2026-09-01', untilOn: '' };
    const done = await browser.post('/school/groups/new', typed);
    expect(done.goesTo).toMatch(/^\/school\/groups\/[0-9a-f-]{36}$/);
    expect((await browser.get(done.goesTo ?? '')).text).toContain('Year 5');
    const twice = await browser.post('/school/groups/new', typed);
    expect([twice.status, errorsShown(twice)]).toEqual([
      422,
      ['There is already a group of this name and kind on some of these days'],
    ]);
    expect(await typesOf(school)).toEqual(['GroupAdded']);
  });

  it('are corrected and ended', async () => {
    const school = await given.school();
    const groupId = await group(school);
    const { browser } = await given.person(school, 'senco');
    const typed = { name: '4 Ash', yearGroup: '4', subject: '' };
    const done = await browser.post(`/school/groups/${groupId}/change`, { ...typed, version: '1' });
    expect(done.goesTo).toBe(`/school/groups/${groupId}`);
    const late = await browser.post(`/school/groups/${groupId}/change`, {
      ...typed,
      name: '4 Elm',
      version: '1',
    });
    expect([late.status, late.text.includes('Held now')]).toEqual([422, true]);
    const early = await browser.post(`/school/groups/${groupId}/end`, { untilOn: '2026-08-01' });
    expect(errorsShown(early)).toEqual(['The last day must be on or after the first day of the group']);
    await browser.post(`/school/groups/${groupId}/end`, { untilOn: '2026-12-18' });
    expect(await findGroup(school, groupId)).toMatchObject({ name: '4 Ash', untilOn: '2026-12-18' });
    expect(await typesOf(school)).toEqual(['GroupAdded', 'GroupChanged', 'GroupEnded']);
  });
});

describe('staff of a group', () => {
  it('are put in charge and later not', async () => {
    const school = await given.school();
    const groupId = await group(school);
    const staffId = await staff(school);
    const { browser } = await given.person(school, 'senco');
    const address = `/school/groups/${groupId}/staff`;
    expect((await browser.get(`${address}/new`)).$(`option[value="${staffId}"]`).text()).toBe(
      'Doyle, Ann · Teacher',
    );
    const put = { staffId, fromOn: '2026-09-01', untilOn: '' };
    expect((await browser.post(`${address}/new`, put)).goesTo).toBe(`/school/groups/${groupId}`);
    const twice = await browser.post(`${address}/new`, put);
    expect(errorsShown(twice)).toEqual(['They are in charge of the group already on some of these days']);
    const early = await browser.post(`${address}/${staffId}/end`, { untilOn: '2026-08-31' });
    expect([early.status, errorsShown(early)]).toEqual([
      422,
      ['The last day must be on or after their first day'],
    ]);
    await browser.post(`${address}/${staffId}/end`, { untilOn: '2026-11-27' });
    expect(await findGroup(school, groupId)).toMatchObject({ staff: [{ untilOn: '2026-11-27' }] });
    expect(await typesOf(school)).toEqual(['GroupAdded', 'GroupStaffed', 'GroupStaffed']);
  });

  it("are never another school's", async () => {
    const school = await given.school();
    const groupId = await group(school);
    await staff(school);
    const theirs = await staff(await given.school());
    const { browser } = await given.person(school, 'senco');
    const wrong = await browser.post(`/school/groups/${groupId}/staff/new`, {
      staffId: theirs,
      fromOn: '2026-09-01',
    });
    expect([wrong.status, errorsShown(wrong)]).toEqual([422, ['Select a member of staff from the list']]);
  });
});
