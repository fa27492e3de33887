import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const entry = {
  area: 'semh',
  words: 'Asks for the quiet tent by name',
  success: '4 of 5 times',
  ages: ['ks2'],
  needs: ['SEMH'],
  strategy1: 'Shows the tent card',
  who1: 'a teaching assistant',
  howOften1: 'daily',
  version: '0',
};
const events = async (schoolId: string) =>
  (
    await asOwner<{ type: string }>(
      `select type from app.events where school_id = $1 and type like 'Bank%' order by xmin::text::bigint`,
      [schoolId],
    )
  ).map(({ type }) => type);

describe('the bank of targets', () => {
  it('is searched by words, need, age and area, and shows the school’s own first', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    expect((await senco.browser.get('/school/bank')).text).toContain('283 entries');
    expect((await senco.browser.post('/school/bank/new', entry)).goesTo).toBe('/school/bank');
    const found = await senco.browser.get('/school/bank?need=SEMH&age=ks2');
    expect(found.$('b').first().text()).toBe('Asks for the quiet tent by name');
    expect((await senco.browser.get('/school/bank?q=quiet+TENT')).text).toContain('1 entry');
    expect((await senco.browser.get('/school/bank?q=no-such-words')).text).toContain('Nothing found');
    expect((await senco.browser.get('/school/bank?need=NONE&age=400&page=-1')).status).toBe(200);
    const other = await given.person(await given.school(), 'senco');
    expect((await other.browser.get('/school/bank?q=quiet+tent')).text).toContain('Nothing found');
  });

  it('lets the school word an entry of Sendero anew, once, and take it out', async () => {
    const school = await given.school();
    const { browser } = await given.person(school, 'senco');
    const path = '/school/bank/semh-3';
    const words = 'Names happy, sad, cross and worried in stories';
    const { strategy1: _, ...plainly } = entry;
    const changed = await browser.post(path, { ...plainly, words });
    expect(changed.goesTo).toBe('/school/bank');
    expect((await browser.get('/school/bank?q=happy+sad')).text).toContain('1 entry');
    expect((await browser.get(path)).status).toBe(404);
    const own = String((await browser.get('/school/bank?q=happy')).$('a:contains("Change")').attr('href'));
    const stale = await browser.post(own, { ...entry, words: 'Other words', version: '7' });
    expect([stale.status, errorsShown(stale)]).toEqual([422, [expect.stringContaining('Somebody changed')]]);
    expect(stale.text).toContain(words);
    expect((await browser.post(`${own}/withdraw`, { why: ' ', version: '1' })).status).toBe(422);
    await browser.post(`${own}/withdraw`, { why: 'We say it otherwise', version: '1' });
    expect((await browser.get('/school/bank?q=happy+sad')).text).toContain('Nothing found');
    expect(await events(school.schoolId)).toEqual(['BankEntryChanged', 'BankEntryWithdrawn']);
  });

  it('is read and added to by teachers, changed by the SENCO alone, and hidden from others', async () => {
    const school = await given.school();
    const teacher = await given.person(school, 'teacher');
    expect((await teacher.browser.post('/school/bank/new', entry)).goesTo).toBe('/school/bank');
    const blank = await teacher.browser.post('/school/bank/new', { ...entry, words: '' });
    expect([blank.status, errorsShown(blank)]).toEqual([422, ['Enter the target']]);
    expect((await teacher.browser.get('/school/bank/semh-3')).status).toBe(403);
    expect((await (await given.person(school, 'ta')).browser.get('/school/bank')).status).toBe(403);
  });
});
