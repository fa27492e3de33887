import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

type Line = {
  year?: string;
  kind?: string;
  name?: string;
  planned?: string;
  code?: string;
  pupilId?: string;
  band?: string;
};

async function world() {
  const school = await given.school();
  const senco = await given.person(school, 'senco');
  const addLine = async (line: Line = {}, by = senco) => {
    const asked = {
      year: 'financial-2026',
      kind: 'spending:staff',
      name: 'Assistants',
      planned: '120.00',
      ...line,
    };
    const { goesTo = '' } = await by.browser.post('/budget/lines/new', asked);
    return goesTo ?? '';
  };
  return { school, senco, addLine };
}

const figuresOf = (page: { $: import('cheerio').CheerioAPI }, row: string): readonly string[] =>
  page
    .$('tbody tr')
    .toArray()
    .filter((one) => page.$(one).find('th').first().text().startsWith(row))
    .flatMap((one) =>
      page
        .$(one)
        .find('td')
        .toArray()
        .map((cell) => page.$(cell).text()),
    );

const amount = { kind: 'actual', sign: 'adds', amount: '50.00', onDate: '2026-11-02', words: 'October pay' };

describe('the budget', () => {
  it('is entered line by line, and every sum is that of its lines', async () => {
    const { school, senco, addLine } = await world();
    const pupilId = await givenPupils.pupil(school, { forename: 'Ada', surname: 'Vane' });
    await addLine({ kind: 'income:top_up', name: 'Top-up', planned: '£3,000.01', pupilId, band: 'E3' });
    const line = await addLine();
    expect((await senco.browser.post(`${line}/entries/new`, amount)).goesTo).toBe(line);
    const order = { ...amount, kind: 'commitment', amount: '100.00', reference: 'PO-7' };
    await senco.browser.post(`${line}/entries/new`, order);
    const shown = await senco.browser.get('/budget?year=financial-2026');
    expect(shown.text).toContain('Top-up · band E3 · Ada Vane');
    expect(figuresOf(shown, 'All income')).toEqual(['£3,000.01', '£0.00', '£0.00', '£3,000.01']);
    expect(figuresOf(shown, 'All spending')).toEqual(['£120.00', '£100.00', '£50.00', '£150.00']);
    const academic = await senco.browser.get('/budget?year=academic-2025');
    expect(figuresOf(academic, 'All spending')).toEqual(['£50.00', '£0.00', '£0.00', '£0.00']);
    const [views] = await asOwner<{ n: number }>(
      `select count(*)::int as n from app.views where school_id = $1 and page = '/budget' and $2 = any(pupil_ids)`,
      [school.schoolId, pupilId],
    );
    expect(views?.n).toBe(2);
    const settle = (await senco.browser.get(line)).$('a[href$="/settle"]').attr('href') ?? '';
    const paid = { amount: '95.50', onDate: '2026-11-20', reference: 'INV-7' };
    expect((await senco.browser.post(settle, paid)).goesTo).toBe(line);
    expect(errorsShown(await senco.browser.post(settle, { ...paid, reference: 'INV-8' }))[0]).toContain(
      'Somebody changed this',
    );
    expect(figuresOf(await senco.browser.get('/budget?year=financial-2026'), 'All spending')).toEqual([
      '£120.00',
      '£0.00',
      '£145.50',
      '£145.50',
    ]);
  });

  it('refuses nothing, a day outside the year, the same invoice twice, a code twice and spending for a pupil (rule budget-6)', async () => {
    const { school, senco, addLine } = await world();
    const pupilId = await givenPupils.pupil(school);
    const line = await addLine({ code: 'E03' });
    const post = async (more: object) =>
      errorsShown(await senco.browser.post(`${line}/entries/new`, { ...amount, ...more }));
    expect(await post({ amount: '0' })).toEqual(['Enter an amount above nothing']);
    expect(await post({ amount: '-5' })).toEqual(['Amount must be an amount of money, like 17.20']);
    expect(await post({ amount: '9,999,999' })).toEqual(['Amount is too large']);
    expect(await post({ onDate: '2027-04-01' })).toEqual(['The day must lie in the year of the line']);
    expect(await post({ reference: 'INV-1' })).toEqual([]);
    expect(await post({ reference: 'INV-1' })).toEqual([
      'An amount with this reference, day and amount stands already',
    ]);
    const another = { year: 'financial-2026', kind: 'spending:resources', name: 'Books' };
    const add = async (more: object) =>
      errorsShown(await senco.browser.post('/budget/lines/new', { ...another, ...more }));
    expect(await add({ code: 'e03' })).toEqual(['Another line of this year has this code']);
    expect((await add({ pupilId }))[0]).toContain('Only income comes for a pupil');
    expect(await add({ year: 'financial-1066' })).toEqual(['Select a year']);
    expect(await add({ kind: 'spending:gold' })).toEqual(['Select what it is']);
    for (const year of ['financial-1066', 'academic-26', 'now'])
      expect((await senco.browser.get(`/budget?year=${year}`)).status).toBe(404);
  });

  it('moves money with a reason, on both sides or on none', async () => {
    const { school, senco, addLine } = await world();
    const [from = '', to = '', income = ''] = [
      await addLine(),
      await addLine({ kind: 'spending:resources', name: 'Books', planned: '30' }),
      await addLine({ kind: 'income:other', name: 'A gift' }),
    ].map((href) => href.split('/').at(-1) ?? '');
    const move = {
      fromLineId: from,
      toLineId: to,
      amount: '20.50',
      onDate: '2026-11-24',
      why: 'More readers',
    };
    const post = (more: object) =>
      senco.browser.post('/budget/virements/new?year=financial-2026', { ...move, ...more });
    expect(errorsShown(await post({ why: '' }))).toEqual(['Enter why']);
    expect(errorsShown(await post({ toLineId: from }))).toEqual(['Select another line']);
    expect(errorsShown(await post({ toLineId: income }))[0]).toContain('Both lines must be of the same year');
    expect(errorsShown(await post({ amount: '0' }))).toEqual(['Enter an amount above nothing']);
    expect((await post({})).status).toBe(303);
    const shown = await senco.browser.get('/budget?year=financial-2026');
    expect([
      figuresOf(shown, 'Assistants')[0],
      figuresOf(shown, 'Books')[0],
      figuresOf(shown, 'All spending')[0],
    ]).toEqual(['£99.50', '£50.50', '£150.00']);
    expect(
      errorsShown(await senco.browser.post(`/budget/lines/${to}/withdraw`, { why: 'x', version: '1' }))[0],
    ).toContain('Money was moved');
    const back = (await senco.browser.get(`/budget/lines/${to}`)).$('a[href$="/withdraw"]').toArray();
    const hrefs = back.map((link) => link.attribs.href ?? '').filter((href) => href.includes('entries'));
    const entries = await asOwner<{ id: string }>(
      `select budget_entry_id as id from app.budget_entries where school_id = $1 and kind = 'virement' and pence > 0`,
      [school.schoolId],
    );
    expect(hrefs).toContain(`/budget/entries/${entries[0]?.id}/withdraw`);
    const undo = { why: 'Not needed after all', version: '1' };
    const address = `/budget/entries/${entries[0]?.id}/withdraw`;
    expect((await senco.browser.post(address, undo)).status).toBe(303);
    expect((await senco.browser.post(address, undo)).status).toBe(404);
    expect(figuresOf(await senco.browser.get('/budget?year=financial-2026'), 'Assistants')[0]).toBe(
      '£120.00',
    );
    const events = await asOwner<{ type: string; why: string | null }>(
      `select type, why from app.events where school_id = $1 and type like 'BudgetMoney%' order by xmin::text::bigint`,
      [school.schoolId],
    );
    expect(events).toEqual([
      { type: 'BudgetMoneyMoved', why: 'More readers' },
      { type: 'BudgetMoneyMovedBack', why: 'Not needed after all' },
    ]);
  });

  it('is changed and taken out with a reason, and a stale save overwrites nothing', async () => {
    const { senco, addLine } = await world();
    const line = await addLine();
    const change = { name: 'Teaching assistants', why: 'Its new name', version: '1' };
    expect((await senco.browser.post(`${line}/change`, change)).status).toBe(303);
    expect(errorsShown(await senco.browser.post(`${line}/change`, { ...change, name: 'TAs' }))[0]).toContain(
      'Somebody changed this',
    );
    expect((await senco.browser.get(line)).text).toContain('Teaching assistants');
    expect(errorsShown(await senco.browser.post(`${line}/withdraw`, { why: '', version: '2' }))).toEqual([
      'Enter why',
    ]);
    expect(
      (await senco.browser.post(`${line}/withdraw`, { why: 'Entered twice', version: '2' })).status,
    ).toBe(303);
    expect((await senco.browser.get(line)).status).toBe(404);
  });

  it('goes out as Excel, CSV and PDF', async () => {
    const { senco, addLine } = await world();
    await addLine({ name: '=1+1' });
    const csv = await senco.browser.get('/budget.csv?year=financial-2026');
    expect(csv.text).toContain(`Spending,Staff,'=1+1,,120.00,0.00,0.00,120.00`);
    expect((await senco.browser.get('/budget.xlsx?year=financial-2026')).status).toBe(200);
    const pdf = await senco.browser.get('/budget.pdf?year=financial-2026');
    expect(pdf.text.slice(0, 5)).toBe('%PDF-');
    expect((await senco.browser.get('/budget.csv?year=never')).status).toBe(404);
  });

  it('is read by the head and finance, changed by finance, and closed to others and other schools', async () => {
    const { school, addLine } = await world();
    const line = await addLine();
    const statuses = [];
    for (const role of ['head', 'finance', 'teacher', 'ta', 'governor', 'office'] as const) {
      const { browser } = await given.person(school, role);
      statuses.push([(await browser.get(line)).status, (await browser.get(`${line}/entries/new`)).status]);
    }
    expect(statuses).toEqual([
      [200, 403],
      [200, 200],
      [403, 403],
      [403, 403],
      [403, 403],
      [403, 403],
    ]);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.get(line)).status).toBe(404);
  });
});
