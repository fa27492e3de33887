import { describe, expect, it } from 'vitest';
import { program as programOf } from '#test/api.ts';
import * as given from '#test/given.ts';
import * as givenProvision from '#test/given-provision.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const typed = {
  universal: 'Quality first',
  targeted: 'Catch up',
  specialist: 'Bespoke',
  charge: 'one',
  why: 'The words of our policy',
  version: '1',
};

describe('the school’s own names of the waves', () => {
  it('stand wherever a wave is named, and a new group is charged as the school says', async () => {
    const school = await given.school();
    await givenSchool.academicYear(school);
    await givenPupils.pupil(school);
    const runId = await givenProvision.run(school);
    const { browser } = await given.person(school, 'senco');
    expect((await browser.get('/school')).text).toContain('/school/provision');
    expect((await browser.post('/school/provision', typed)).goesTo).toBe('/school');
    for (const path of [
      '/provision',
      `/provision/runs/${runId}`,
      `/provision/runs/${runId}/change`,
      '/provision/runs/new',
      '/provision/map?by=tier',
      '/provision/catalogue',
      '/provision/catalogue/neli',
      '/provision/catalogue/neli/change',
    ]) {
      const { text } = await browser.get(path);
      expect([path, text.includes('Catch up'), text.includes('Wave 2')]).toEqual([path, true, false]);
    }
    const begun = { name: 'Check-in', others: 'Amara Okafor', fromOn: '2026-11-24', tier: 'universal' };
    await browser.post('/provision/runs/new', begun);
    const charges = await asOwner<{ name: string; charge: string }>(
      'select name, charge from app.runs where school_id = $1 order by name',
      [school.schoolId],
    );
    expect(charges).toEqual([
      { name: 'Check-in', charge: 'one' },
      { name: 'Talk Boost, red group', charge: 'shared' },
    ]);
    const [event] = await asOwner<{ why: string; changes: Record<string, unknown> }>(
      `select why, changes from app.events where school_id = $1 and type = 'ProvisionSettingsChanged'`,
      [school.schoolId],
    );
    expect(event?.why).toBe(typed.why);
    expect(event?.changes).toMatchObject({
      targetedName: { before: 'Wave 2: targeted', after: 'Catch up' },
      charge: { before: 'shared', after: 'one' },
    });
  });

  it('need every name and a reason, overwrite nothing that is newer, and are for whoever manages provision', async () => {
    const school = await given.school();
    const { browser } = await given.person(school, 'senco');
    const bare = await browser.post('/school/provision', { ...typed, targeted: ' ', why: '' });
    expect(errorsShown(bare)).toEqual(['Enter wave 2: targeted is called', 'Enter why']);
    await browser.post('/school/provision', typed);
    expect((await browser.post('/school/provision', { ...typed, targeted: 'Other' })).status).toBe(422);
    const teacher = await given.person(school, 'teacher');
    expect((await teacher.browser.get('/school/provision')).status).toBe(403);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.get('/school/provision')).text).toContain('Wave 2: targeted');
  });

  it('are told to programs of those who see provision', async () => {
    const school = await given.school();
    const { browser } = await given.person(school, 'senco');
    await browser.post('/school/provision', typed);
    const told = await (await programOf(school, 'teacher')).get('/provision/settings');
    expect(told.body).toEqual({
      waves: { universal: 'Quality first', targeted: 'Catch up', specialist: 'Bespoke' },
      charge: 'one',
    });
    expect((await (await programOf(school, 'exams')).get('/provision/settings')).status).toBe(403);
  });
});
