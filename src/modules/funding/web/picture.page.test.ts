import type { CheerioAPI } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { refreshAllRunLines } from '#src/modules/provision/index.ts';
import * as given from '#test/given.ts';
import * as givenProvision from '#test/given-provision.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { asOwner } from '#test/worker-database.ts';

const cellsOf = ({ $ }: { $: CheerioAPI }, row: string): readonly string[] =>
  $('tbody tr')
    .toArray()
    .filter((one) => $(one).find('th').first().text().startsWith(row))
    .flatMap((one) =>
      $(one)
        .find('td')
        .toArray()
        .map((cell) => $(cell).text()),
    );

/** A run of two pupils by one adult, with two sessions that were held and materials, and one that Ada is in alone. */
async function world(phase: 'primary' | 'alternative' = 'primary') {
  const school = await given.school({ phase });
  await givenSchool.academicYear(school);
  const senco = await given.person(school, 'senco');
  const [ada, ben] = [
    await givenPupils.pupil(school, { forename: 'Ada', surname: 'Vane' }),
    await givenPupils.pupil(school, { forename: 'Ben', surname: 'Quill' }),
  ];
  const staffId = await givenSchool.staff(school);
  await asOwner(
    `insert into app.cost_rates (school_id, cost_rate_id, staff_id, pence_per_hour, from_on)
     values ($1, gen_random_uuid(), $2, 1721, '2026-09-01')`,
    [school.schoolId, staffId],
  );
  const adults = [{ staffId, pencePerHour: 1721 }];
  const runId = await givenProvision.run(school);
  for (const pupilId of [ada, ben]) await givenProvision.inRun(school, runId, pupilId);
  await givenProvision.runBy(school, runId, staffId);
  const slotId = await givenProvision.slot(school, runId);
  for (const on of ['2026-11-10', '2026-11-17'])
    await givenProvision.session(school, { runId, slotId, on: schoolDate(on), present: [ada, ben], adults });
  await senco.browser.post(`/provision/runs/${runId}/costs/new`, {
    kind: 'materials',
    pounds: '30.01',
    onDate: '2026-11-02',
    words: 'Books',
  });
  await given.inSchool(school, refreshAllRunLines);
  return { school, senco, ada, ben, staffId, adults };
}

const topUp = { year: 'academic-2026', kind: 'income:top_up', name: 'Top-up', band: 'E3', planned: '365.00' };

describe('one picture', () => {
  it('sets income against cost, and traces each pound of a pupil to sessions and rates', async () => {
    const { school, senco, ada } = await world();
    await senco.browser.post('/budget/lines/new', { ...topUp, pupilId: ada });
    const shown = await senco.browser.get('/budget/picture');
    const delivered = 2 * 861 + 3001;
    expect(cellsOf(shown, 'Top-up')[0]).toBe('£365.00');
    expect(cellsOf(shown, 'All')[1]).toBe(`£${(delivered / 100).toFixed(2)}`);
    const [own, coming, within, beyond, comes] = cellsOf(shown, 'Vane, Ada');
    const other = cellsOf(shown, 'Quill, Ben')[0] ?? '';
    const pence = (words = '') => Number(words.replace(/[£,.]/g, ''));
    expect(pence(own) + pence(other)).toBe(delivered);
    expect([pence(within), beyond, comes]).toEqual([pence(own) + pence(coming), '£0.00', '£365.00']);
    const proof = await senco.browser.get(`/budget/picture/pupils/${ada}`);
    expect(cellsOf(proof, 'All').at(-1)).toBe(own);
    expect(proof.text).toContain('30 min at £17.21 an hour');
    expect(proof.text).toContain('Books');
    expect(proof.text).not.toContain('more stands in the picture');
    const finance = await given.person(school, 'finance');
    expect(cellsOf(await finance.browser.get('/budget/picture'), 'Vane, Ada')[0]).toBe(own);
    expect((await finance.browser.get(`/budget/picture/pupils/${ada}`)).status).toBe(404);
    const [views] = await asOwner<{ n: number }>(
      `select count(*)::int as n from app.views where school_id = $1 and page = '/budget/picture/pupils/:pupilId' and $2 = any(pupil_ids)`,
      [school.schoolId, ada],
    );
    expect(views?.n).toBe(1);
  });

  it('leaves out who is funded by place, for finance as for the SENCO, and says so', async () => {
    const { school, senco, ada } = await world();
    await asOwner(
      `insert into app.special_places (school_id, special_place_id, pupil_id, kind, from_on, source, source_on)
       values ($1, gen_random_uuid(), $2, 'sen_unit', '2026-09-01', 'x', '2026-09-01')`,
      [school.schoolId, ada],
    );
    for (const { browser } of [
      senco,
      await given.person(school, 'finance'),
      await given.person(school, 'head'),
    ]) {
      const shown = await browser.get('/budget/picture');
      expect(shown.text).toContain('1 pupil is in a unit or resourced provision');
      expect(shown.$('main').text()).not.toContain('Vane, Ada');
      expect(shown.$('main').text()).toContain('Quill, Ben');
    }
    const place = await world('alternative');
    expect((await place.senco.browser.get('/budget/picture')).text).toContain(
      'funded by place: no first part',
    );
  });

  it('says what is missing: a year that is not entered, one that does not exist, no effect yet', async () => {
    const { senco } = await world();
    expect((await senco.browser.get('/budget/picture?year=academic-2031')).text).toContain('not entered yet');
    for (const year of ['academic-1066', 'financial-2026'])
      expect((await senco.browser.get(`/budget/picture?year=${year}`)).status).toBe(404);
    expect((await senco.browser.get('/budget/value')).text).toContain('Nothing is measured yet');
  });
});
