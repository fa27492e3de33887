import type { CheerioAPI } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { refreshAllRunLines } from '#src/modules/provision/index.ts';
import { program as programOf } from '#test/api.ts';
import * as given from '#test/given.ts';
import * as givenProvision from '#test/given-provision.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { errorsShown } from '#test/http.ts';
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

  it('tells a program the same pence by pupil; another school has none of it, and a teacher may not ask', async () => {
    const { school, senco, ada } = await world();
    await senco.browser.post('/budget/lines/new', { ...topUp, pupilId: ada });
    const [own = '', coming = '', within = '', beyond = ''] = cellsOf(
      await senco.browser.get('/budget/picture'),
      'Vane, Ada',
    );
    const pence = (words: string) => Number(words.replace(/[£,.]/g, ''));
    const { body } = await (await programOf(school, 'finance')).get('/budget/proof?year=academic-2026');
    expect(body).toMatchObject({ year: 'academic-2026', ownPartPence: 600_000, byPlace: 0 });
    expect(body.pupils).toContainEqual({
      pupilId: ada,
      deliveredPence: pence(own),
      toComePence: pence(coming),
      withinPence: pence(within),
      beyondPence: pence(beyond),
      incomePence: 36_500,
    });
    expect((await (await programOf(school, 'finance')).get('/budget/proof?year=financial-2026')).status).toBe(
      404,
    );
    expect((await (await programOf(school, 'teacher')).get('/budget/proof')).status).toBe(403);
    const elsewhere = await (await programOf(await given.school(), 'finance')).get('/budget/proof');
    expect(elsewhere.body.pupils).toEqual([]);
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

describe('what if', () => {
  it('is shown before and after, kept as it stood, sent to the head and decided with a reason', async () => {
    const { school, senco, ada, staffId } = await world();
    const head = await given.person(school, 'head');
    await senco.browser.post('/budget/lines/new', { ...topUp, pupilId: ada });
    const leaving = `/budget/what-if?year=academic-2026&leaves=${ada}&lastOn=2027-05-23&staff=${staffId}&minutes=-60`;
    const shown = await senco.browser.get(leaving);
    expect(cellsOf(shown, 'Income')).toEqual(['£365.00', '£265.00', '−£100.00']);
    const weeks = Number(/(\d+) weeks to come/.exec(shown.$('main').text())?.[1]);
    expect(weeks).toBeGreaterThan(20);
    expect(shown.$('main').text()).toContain(`−£${((weeks * 1721) / 100).toFixed(2)}`);
    expect(errorsShown(await senco.browser.post(leaving, { title: '' }))).toEqual(['Enter what is proposed']);
    const { goesTo } = await senco.browser.post(leaving, {
      title: 'Fewer hours from summer',
      words: 'As talked about',
    });
    const address = goesTo ?? '';
    const kept = cellsOf(await senco.browser.get(address), 'Income');
    await senco.browser.post('/budget/lines/new', { ...topUp, kind: 'income:other', planned: '1,000' });
    expect(cellsOf(await senco.browser.get(address), 'Income')).toEqual(kept);
    const decide = { decision: 'accepted', why: 'It balances', version: '1' };
    expect(errorsShown(await head.browser.post(`${address}/decide`, decide))).toEqual([
      'It was not sent yet.',
    ]);
    await senco.browser.post(`${address}/send`);
    expect((await head.browser.get('/today')).text).toContain('Decide on a proposal for the budget');
    expect(
      errorsShown(await head.browser.post(`${address}/decide`, { ...decide, version: '2', why: '' })),
    ).toEqual(['Enter why']);
    expect((await head.browser.post(`${address}/decide`, { ...decide, version: '2' })).goesTo).toBe(address);
    const twice = await head.browser.post(`${address}/decide`, {
      ...decide,
      decision: 'refused',
      version: '2',
    });
    expect(errorsShown(twice)[0]).toContain('Nothing was overwritten');
    expect((await senco.browser.get('/today')).text).toContain('A proposal for the budget was accepted');
    const done = await asOwner<{ outcome: string }>(
      `select outcome from app.tasks where school_id = $1 and owner_person_id = $2 and done_at is not null`,
      [school.schoolId, head.personId],
    );
    expect(done).toEqual([{ outcome: 'accepted' }]);
    expect((await senco.browser.get(address)).text).toContain('It balances');
    const events = await asOwner<{ type: string }>(
      `select type from app.events where school_id = $1 and type like 'BudgetProposal%' order by xmin::text::bigint`,
      [school.schoolId],
    );
    expect(events.map(({ type }) => type)).toEqual([
      'BudgetProposalMade',
      'BudgetProposalSent',
      'BudgetProposalDecided',
    ]);
  });

  it('takes a refused band away, does nothing without a question, and is no business of teachers', async () => {
    const { school, senco, ada } = await world();
    await senco.browser.post('/budget/lines/new', { ...topUp, pupilId: ada });
    const [line] = await asOwner<{ id: string }>(
      'select budget_line_id as id from app.budget_lines where school_id = $1',
      [school.schoolId],
    );
    const refusedBand = await senco.browser.get(`/budget/what-if?refused=${line?.id}`);
    expect(cellsOf(refusedBand, 'Income')).toEqual(['£365.00', '£0.00', '−£365.00']);
    const nothing = '/budget/what-if?leaves=nobody&minutes=lots&staff=x&refused=y&lastOn=never';
    expect((await senco.browser.get(nothing)).text).not.toContain('Keep it as a proposal');
    expect(errorsShown(await senco.browser.post(nothing, { title: 'Nothing' }))).toEqual([
      'Say first what would be otherwise',
    ]);
    const made = await senco.browser.post(`/budget/what-if?refused=${line?.id}`, { title: 'Refused' });
    const address = made.goesTo ?? '';
    await senco.browser.post(`${address}/send`);
    expect((await senco.browser.get(address)).text).toContain('Not sent yet');
    expect((await (await given.person(school, 'teacher')).browser.get(address)).status).toBe(403);
    const finance = await given.person(school, 'finance');
    expect((await finance.browser.get(`${address}/decide`)).status).toBe(403);
    expect(
      (await finance.browser.post(`${address}/withdraw`, { why: 'Paid after all', version: '1' })).status,
    ).toBe(303);
    expect((await senco.browser.get(address)).status).toBe(404);
  });
});
