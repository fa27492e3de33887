import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import type { Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const rowHeads = ({ $ }: Read): string[] =>
  $('tbody th[scope=row]')
    .toArray()
    .map((cell) => $(cell).text());

const cellsOf = ({ $ }: Read, name: string): string[] =>
  $('tbody tr')
    .filter((_, row) => $(row).find('th').text() === name)
    .find('td')
    .toArray()
    .map((cell) => $(cell).text());

async function larkfield() {
  const school = await given.school();
  const okafor = await givenRegister.pupilOnRegister(school, {
    facts: { fsm: 'yes', eal: 'yes', in_care: 'yes' },
    needTypes: ['SLCN', 'MLD'],
  });
  const abara = await givenRegister.pupilOnRegister(school, {
    forename: 'Chidi',
    surname: 'Abara',
    yearGroup: 'R',
    sen: 'ehc_plan',
    needTypes: ['ASD'],
    since: schoolDate('2026-10-05'),
  });
  const ivanova = await givenRegister.pupilOnRegister(school, {
    forename: 'Daria',
    surname: 'Ivanova',
    sen: 'monitoring',
    needTypes: [],
  });
  await givenPupils.pupil(school, { forename: 'Nia', surname: 'Nobody' });
  const senco = await given.person(school, 'senco');
  return { school, okafor, abara, ivanova, senco };
}

describe('the register', () => {
  it('shows who is on it or monitored, by name, and records who looked at whom', async () => {
    const { senco, school, okafor, abara, ivanova } = await larkfield();
    const shown = await senco.browser.get('/pupils');
    expect(shown.status).toBe(200);
    expect(shown.$('h1').text()).toBe('SEND register');
    expect(rowHeads(shown)).toEqual(['Abara, Chidi', 'Ivanova, Daria', 'Okafor, Amara']);
    expect(cellsOf(shown, 'Okafor, Amara')).toEqual([
      '4',
      '–',
      'SEN support',
      'SLCN, MLD',
      'Sep 2026',
      '–',
      'FSM · EAL · in care',
      'Not yet',
    ]);
    expect(shown.text).toContain('3 pupils, 1 of them monitored');
    const [view] = await asOwner<{ pupil_ids: string[] }>(
      "select pupil_ids from app.views where school_id = $1 and page = '/pupils'",
      [school.schoolId],
    );
    expect(new Set(view?.pupil_ids)).toEqual(new Set([okafor, abara, ivanova]));
  });

  it('lays the school beside the country, and counts parents not yet told', async () => {
    const { senco } = await larkfield();
    const { $ } = await senco.browser.get('/pupils');
    const figures = $('.strip > div')
      .toArray()
      .map((one) => $(one).text());
    expect(figures).toEqual([
      '1SEN support · 25.0 % (primaries 14.8 %)',
      '1EHC plan · 25.0 % (primaries 3.5 %)',
      '1monitoring',
      '1parents not yet recorded as told',
    ]);
  });

  it.each([
    ['status=ehc_plan', ['Abara, Chidi']],
    ['need=MLD', ['Okafor, Amara']],
    ['year=R&year=4', ['Abara, Chidi', 'Ivanova, Daria', 'Okafor, Amara']],
    ['show=monitored', ['Ivanova, Daria']],
    ['show=all&q=nob', ['Nobody, Nia']],
    ['flags=fsm&flags=eal', ['Okafor, Amara']],
    ['flags=care', ['Okafor, Amara']],
    ['flags=untold', ['Okafor, Amara']],
    ['sort=year&direction=descending', ['Ivanova, Daria', 'Okafor, Amara', 'Abara, Chidi']],
    ['status=nonsense&sort=shoes', ['Abara, Chidi', 'Ivanova, Daria', 'Okafor, Amara']],
  ])('reads its filters from the address: %s', async (query, expected) => {
    const { senco } = await larkfield();
    expect(rowHeads(await senco.browser.get(`/pupils?${query}`))).toEqual(expected);
  });

  it('groups, and shows the columns that were chosen', async () => {
    const { senco } = await larkfield();
    const shown = await senco.browser.get('/pupils?group=status&columns=year&columns=needs');
    const headings = shown
      .$('thead th')
      .toArray()
      .map((cell) => shown.$(cell).text().trim());
    expect(headings).toEqual(['Pupil ↑', 'Year', 'Needs']);
    const groups = shown
      .$('tbody th[scope=rowgroup]')
      .toArray()
      .map((cell) => shown.$(cell).text());
    expect(groups).toEqual(['EHC plan · 1', 'SEN support · 1', 'Monitoring · 1']);
  });

  it('shows who came off it, and who left', async () => {
    const { senco, school, okafor } = await larkfield();
    await givenRegister.status(school, okafor, 'none', { fromOn: schoolDate('2026-11-02') });
    const left = await givenPupils.pupil(school, {
      surname: 'Leaver',
      untilOn: schoolDate('2026-10-30'),
    });
    await givenRegister.status(school, left, 'sen_support');
    expect(rowHeads(await senco.browser.get('/pupils?show=former'))).toEqual([
      'Leaver, Amara',
      'Okafor, Amara',
    ]);
    expect(rowHeads(await senco.browser.get('/pupils'))).toEqual(['Abara, Chidi', 'Ivanova, Daria']);
  });

  it('leads to the change of a status in one click', async () => {
    const { senco, abara } = await larkfield();
    const { $ } = await senco.browser.get('/pupils');
    expect(
      $('a:contains("EHC plan")').filter((_, a) => $(a).attr('href') === `/pupils/${abara}/status`),
    ).toHaveLength(1);
  });

  it('leads whoever keeps it to a new pupil, and nobody else', async () => {
    const { school, senco } = await larkfield();
    const link = 'a:contains("Add a pupil")';
    expect((await senco.browser.get('/pupils')).$(link).attr('href')).toBe('/pupils/new');
    const head = await given.person(school, 'head');
    expect((await head.browser.get('/pupils')).$(link)).toHaveLength(0);
  });

  it('draws names as text, whatever they hold', async () => {
    const school = await given.school();
    await givenRegister.pupilOnRegister(school, {
      surname: '<script>alert(1)</script>',
      forename: 'A & "B"',
    });
    const { browser } = await given.person(school, 'senco');
    const shown = await browser.get('/pupils');
    expect(rowHeads(shown)).toEqual(['<script>alert(1)</script>, A & "B"']);
    expect(shown.$('main script')).toHaveLength(0);
  });

  it('says what to do next when nobody is there', async () => {
    const school = await given.school();
    const { browser } = await given.person(school, 'senco');
    const empty = await browser.get('/pupils');
    expect(empty.$('a[href="/imports/new"]').text()).toBe('Import pupils');
    expect(empty.$('a:contains("add one by hand")').attr('href')).toBe('/pupils/new');
    const filtered = await browser.get('/pupils?status=ehc_plan');
    expect(filtered.$('h2').text()).toContain('No pupil matches these filters');
    expect(filtered.$('a:contains("Clear the filters")').attr('href')).toBe('/pupils?show=register');
  });

  it('goes to paper without links, with who printed it and when', async () => {
    const { senco } = await larkfield();
    const sheet = await senco.browser.get('/pupils/print?status=ehc_plan');
    expect(rowHeads(sheet)).toEqual(['Abara, Chidi']);
    expect(sheet.$('table a')).toHaveLength(0);
    expect(sheet.text).toContain('Printed by Mx Person on 24 Nov 2026');
    expect(sheet.text).toContain('SEND register, confidential');
  });

  it('goes to a spreadsheet with the same filters and no formula', async () => {
    const school = await given.school();
    await givenRegister.pupilOnRegister(school, { surname: '=1+1', forename: 'Eve', sen: 'monitoring' });
    const { browser } = await given.person(school, 'senco');
    const file = await browser.get('/pupils.csv?show=monitored');
    expect(file.headers.get('content-disposition')).toContain('send-register-2026-11-24.csv');
    const [head, row, ...more] = file.text.trim().split('\r\n');
    expect(head).toContain('Surname,Forename,Census code,Year,Class,Status');
    expect(row).toContain("'=1+1,Eve,N,4,,Monitoring,SLCN,2026-09-01");
    expect(more).toEqual([]);
  });
});

describe('the walls around the register', () => {
  it.each(['teacher', 'ta'] as const)('show a %s the pupils of their classes, and no more', async (role) => {
    const { school, okafor } = await larkfield();
    const person = await given.person(school, role);
    expect(rowHeads(await person.browser.get('/pupils?show=all'))).toEqual([]);
    await givenPupils.taughtBy(school, okafor, person.personId);
    const shown = await person.browser.get('/pupils?show=all');
    expect(rowHeads(shown)).toEqual(['Okafor, Amara']);
    expect(shown.$('.strip')).toHaveLength(0);
    expect(shown.$('tbody td a')).toHaveLength(0);
    expect(shown.text).not.toContain('in care');
    const file = (await person.browser.get('/pupils.csv?show=all')).text;
    expect(file).toContain('Okafor');
    expect(file).not.toContain('Abara');
    expect(rowHeads(await person.browser.get('/pupils/print?show=all'))).toEqual(['Okafor, Amara']);
  });

  it('show the exams officer every status, and not who is in care', async () => {
    const { school } = await larkfield();
    const { browser } = await given.person(school, 'exams');
    const shown = await browser.get('/pupils');
    expect(rowHeads(shown)).toHaveLength(3);
    expect(shown.text).not.toContain('in care');
    expect(rowHeads(await browser.get('/pupils?flags=care'))).toHaveLength(3);
  });

  it.each(['governor', 'office', 'finance'] as const)('stop a %s', async (role) => {
    const { school } = await larkfield();
    const { browser } = await given.person(school, role);
    const answers = await Promise.all(
      ['/pupils', '/pupils.csv', '/pupils/print'].map((path) => browser.get(path)),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  it('hide every other school', async () => {
    await larkfield();
    const other = await given.school();
    const { browser } = await given.person(other, 'senco');
    expect(rowHeads(await browser.get('/pupils?show=all'))).toEqual([]);
  });
});
