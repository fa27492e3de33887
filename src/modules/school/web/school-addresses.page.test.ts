import { describe, expect, it } from 'vitest';
import { newId } from '#src/kernel/ids.ts';
import * as given from '#test/given.ts';
import { academicYear, group, staff, teaching } from '#test/given-school.ts';

const anywhere = [
  '/school',
  '/school/details',
  '/school/sites',
  '/school/sites/new',
  '/school/years',
  '/school/years/new',
  '/school/closures',
  '/school/closures/new',
  '/school/groups',
  '/school/groups/new',
  '/school/staff',
  '/school/staff/new',
];
const ofRecords = [
  '/school/years/:year',
  '/school/inset-days/:year',
  '/school/groups/:group',
  '/school/groups/:group/change',
  '/school/groups/:group/end',
  '/school/groups/:group/staff/new',
  '/school/groups/:group/staff/:staff/end',
  '/school/staff/:staff',
  '/school/staff/:staff/change',
  '/school/staff/:staff/contract',
  '/school/staff/:staff/rate',
];

const school = await given.school();
const [groupId, staffId] = [await group(school), await staff(school)];
const ids: Record<string, string> = { year: await academicYear(school), group: groupId, staff: staffId };
await teaching(school, { groupId, staffId });
const addressed = (path: string, by: Record<string, string>) =>
  path.replace(/:(\w+)/g, (_, name: string) => by[name] ?? newId());

const senco = await given.person(school, 'senco');
const teacher = await given.person(school, 'teacher');
const finance = await given.person(school, 'finance');
const stranger = await given.person(await given.school(), 'senco');

describe('the pages of the school', () => {
  it.each([...anywhere, ...ofRecords])('%s opens for the SENCO and not for a teacher', async (path) => {
    const address = addressed(path, ids);
    expect((await senco.browser.get(address)).status).toBe(200);
    expect((await teacher.browser.get(address)).status).toBe(403);
  });

  it.each(ofRecords)('%s is not found in another school, nor with an id that nothing has', async (path) => {
    expect((await stranger.browser.get(addressed(path, ids))).status).toBe(404);
    expect((await senco.browser.get(addressed(path, {}))).status).toBe(404);
    expect((await senco.browser.get(path.replace(/:\w+/g, 'nothing'))).status).toBe(404);
  });

  it('let finance set a rate and nothing else', async () => {
    const open = [];
    for (const path of [...anywhere, ...ofRecords]) {
      if ((await finance.browser.get(addressed(path, ids))).status === 200) open.push(path);
    }
    expect(open).toEqual([
      '/school',
      '/school/sites',
      '/school/years',
      '/school/closures',
      '/school/groups',
      '/school/staff',
      '/school/groups/:group',
      '/school/staff/:staff',
      '/school/staff/:staff/rate',
    ]);
  });
});
