import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import * as givenProvision from '#test/given-provision.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

async function world() {
  const school = await given.school();
  const senco = await given.person(school, 'senco');
  const pupils = [await givenPupils.pupil(school), await givenPupils.pupil(school, { forename: 'Ben' })];
  const staffId = await givenSchool.staff(school);
  const runId = await givenProvision.run(school);
  for (const pupilId of pupils) await givenProvision.inRun(school, runId, pupilId);
  await givenProvision.runBy(school, runId, staffId);
  const slotId = await givenProvision.slot(school, runId);
  const on = schoolDate('2026-11-17');
  const adults = [{ staffId, pencePerHour: 1721 }];
  await givenProvision.session(school, { runId, slotId, on, present: pupils, adults });
  return { school, senco, runId, address: `/provision/runs/${runId}` };
}

describe('the cost of a group', () => {
  it('is told to date by pupil and by source, to the penny', async () => {
    const { school, senco, address } = await world();
    const cost = { kind: 'materials', pounds: '30.00', onDate: '2026-11-02', words: 'Books' };
    expect((await senco.browser.post(`${address}/costs/new`, cost)).goesTo).toBe(`${address}/money`);
    const shares = { fromOn: '2026-09-07', notional_sen: '50', top_up: '40' };
    expect(errorsShown(await senco.browser.post(`${address}/funding`, shares))).toEqual([
      'The shares must make 100 per cent',
    ]);
    expect((await senco.browser.post(`${address}/funding`, { ...shares, top_up: '50 %' })).status).toBe(303);
    const shown = await senco.browser.get(`${address}/money`);
    const text = shown.$('main').text();
    expect(text).toContain('£38.61');
    expect(
      shown
        .$('tbody tr')
        .toArray()
        .map((row) => shown.$(row).find('td').first().text())
        .slice(0, 4)
        .toSorted(),
    ).toEqual(['£19.30', '£19.31', '£19.30', '£19.31'].toSorted());
    const link = shown.$('a[href$="/withdraw"]').attr('href') ?? '';
    expect((await senco.browser.post(link, { why: 'Paid by the library', version: '1' })).status).toBe(303);
    expect((await senco.browser.get(`${address}/money`)).$('main').text()).toContain('£8.61');
    const events = await asOwner<{ type: string }>(
      `select type from app.events where school_id = $1 and audience = 'finance' order by xmin::text::bigint, cmin::text::bigint`,
      [school.schoolId],
    );
    expect(events.map(({ type }) => type)).toEqual(['RunCostRecorded', 'RunFundingSet', 'RunCostWithdrawn']);
  });

  it('is for those alone who see both costs and provision', async () => {
    const { school, address } = await world();
    const statuses = [];
    for (const role of ['head', 'finance', 'teacher', 'ta'] as const) {
      const { browser } = await given.person(school, role);
      statuses.push((await browser.get(`${address}/money`)).status);
    }
    expect(statuses).toEqual([200, 404, 403, 403]);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.get(`${address}/money`)).status).toBe(404);
  });
});
