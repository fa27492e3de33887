import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { givePlace } from '#src/modules/register/index.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import type { Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const rowsOf = ({ $ }: Read, caption: string): string[][] =>
  $('table')
    .filter((_, table) => $(table).find('caption').text() === caption)
    .find('tbody tr')
    .toArray()
    .map((row) =>
      $(row)
        .find('th, td')
        .toArray()
        .map((cell) => $(cell).text()),
    );

const figures = ({ $ }: Read): Record<string, string> =>
  Object.fromEntries(
    $('main b')
      .toArray()
      .map((figure) => [$(figure).next('span').text(), $(figure).text()]),
  );

async function fourPupils() {
  const school = await given.school();
  const kay = await givenRegister.pupilOnRegister(school, { surname: 'Kay', needTypes: ['SLCN', 'MLD'] });
  const ellis = await givenRegister.pupilOnRegister(school, {
    surname: 'Ellis',
    sen: 'ehc_plan',
    needTypes: [],
    facts: { top_up: 'yes' },
  });
  await givenPupils.pupil(school, { surname: 'Nunn' });
  await givenPupils.pupil(school, { surname: 'Numberless', upn: null });
  return { school, kay, ellis };
}

describe('the census page', () => {
  it('shows what would be returned on the next census day, and what is wrong, with a link that mends it', async () => {
    const { school, ellis } = await fourPupils();
    const { browser } = await given.person(school, 'senco');
    const shown = await browser.get('/census');
    expect(shown.$('h1').text()).toBe('Census');
    expect(shown.$('main').text()).toContain('Spring census, 21 January 2027');
    expect(figures(shown)).toMatchObject({
      'N · no SEN': '2',
      'K · SEN support': '1',
      'E · EHC plan': '1',
      'on roll': '4',
      'errors to mend': '2',
    });
    expect(rowsOf(shown, 'Pupils with K or E')).toEqual([
      ['Ellis, Amara', 'Year 4', 'E', '–', '–', 'No', 'No', 'Yes'],
      ['Kay, Amara', 'Year 4', 'K', 'SLCN', 'MLD', 'No', 'No', 'No'],
    ]);
    expect(rowsOf(shown, 'To mend or to answer')).toEqual([
      ['Ellis, Amara', 'E', 'Error', 'EHC plan without a primary need on 21 January 2027', 'Change needs'],
      ['Numberless, Amara', 'N', 'Error', 'No unique pupil number (UPN)', "Import from the school's system"],
    ]);
    expect(shown.$(`a[href="/pupils/${ellis}/needs"]`)).toHaveLength(1);
    expect(shown.text).not.toContain('Nunn');
  });

  it('answers by the record of the day, not by that of today', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school, { surname: 'Kay' });
    await givenRegister.status(school, pupilId, 'sen_support', { fromOn: schoolDate('2026-10-05') });
    const left = await givenPupils.pupil(school, {
      surname: 'Gone',
      untilOn: schoolDate('2026-10-20'),
    });
    await givenRegister.status(school, left, 'sen_support');
    const { browser } = await given.person(school, 'senco');
    const autumn = await browser.get('/census?on=2026-10-01');
    expect(figures(autumn)).toMatchObject({ 'N · no SEN': '1', 'K · SEN support': '1', 'on roll': '2' });
    expect(rowsOf(autumn, 'Pupils with K or E').map(([name]) => name)).toEqual(['Gone, Amara']);
    expect(rowsOf(autumn, 'To mend or to answer')).toEqual([
      [
        'Kay, Amara',
        'N',
        'Query',
        'Counts as N: the provision starts on 5 October 2026, after the census day',
        'Change status',
      ],
    ]);
    const spring = await browser.get('/census');
    expect(figures(spring)).toMatchObject({ 'K · SEN support': '1', 'on roll': '1' });
  });

  it('counts no guest, and asks about a place that the school has not', async () => {
    const school = await given.school();
    await givenPupils.pupil(school, { surname: 'Guest', status: 'G' });
    const pupilId = await givenRegister.pupilOnRegister(school, { surname: 'Kay' });
    await asOwner('update app.schools set has_sen_unit = true where school_id = $1', [school.schoolId]);
    await given.inSchool(school, (tx) =>
      givePlace(tx, {
        pupilId,
        kind: 'sen_unit',
        fromOn: givenPupils.termStart,
        told: givenPupils.byHand,
      }),
    );
    const { browser } = await given.person(school, 'senco');
    const right = await browser.get('/census?on-day=22&on-month=1&on-year=2027');
    expect(right.text).toContain('Nothing is inconsistent');
    expect(rowsOf(right, 'Pupils with K or E')[0]).toContain('Yes');
    expect(figures(right)['on roll']).toBe('1');
    await asOwner('update app.schools set has_sen_unit = false where school_id = $1', [school.schoolId]);
    const wrong = await browser.get('/census');
    expect(wrong.text).toContain("the school's details say that it has none");
    expect(wrong.$('a[href="/school/details"]')).toHaveLength(1);
  });

  it('leaves a record of whom it showed, and takes an address that is no day', async () => {
    const { school, kay, ellis } = await fourPupils();
    const { browser } = await given.person(school, 'head');
    const shown = await browser.get('/census?on=nonsense');
    expect(shown.$('main').text()).toContain('21 January 2027');
    expect(shown.$('a[href$="/needs"]')).toHaveLength(0);
    const [view] = await asOwner<{ ids: string[] }>(
      "select pupil_ids as ids from app.views where school_id = $1 and page = '/census'",
      [school.schoolId],
    );
    expect(view?.ids).toHaveLength(3);
    expect(view?.ids).toEqual(expect.arrayContaining([kay, ellis]));
  });

  it('goes into a spreadsheet', async () => {
    const { school } = await fourPupils();
    const { browser } = await given.person(school, 'senco');
    const file = await browser.get('/census.csv?on=2027-01-21');
    expect(file.headers.get('content-disposition')).toContain('send-census-2027-01-21.csv');
    expect(file.text).toMatch(/Kay,Amara,\w{13},4,K,SLCN,MLD,no,no,no,,/);
    expect(file.text).toMatch(/Ellis,Amara,\w{13},4,E,,,no,no,yes,EHC plan without a primary need/);
    const summer = await browser.get('/census.csv?on=2027-05-20');
    expect(summer.text).toMatch(/Kay,Amara,\w{13},4,K,,,no/);
  });

  it('is linked from the register for those who see the whole school', async () => {
    const { school, kay } = await fourPupils();
    const senco = await given.person(school, 'senco');
    expect((await senco.browser.get('/pupils')).$('a[href="/census"]')).toHaveLength(1);
    const teacher = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, kay, teacher.personId);
    expect((await teacher.browser.get('/pupils')).$('a[href="/census"]')).toHaveLength(0);
    expect((await teacher.browser.get('/census')).status).toBe(404);
    expect((await teacher.browser.get('/census.csv')).status).toBe(404);
  });

  it('is refused to those who read no register', async () => {
    const { school } = await fourPupils();
    for (const role of ['office', 'finance', 'governor'] as const)
      expect((await (await given.person(school, role)).browser.get('/census')).status).toBe(403);
  });
});
