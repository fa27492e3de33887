import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import type { Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

/** The cells of the row with this head in the table with this caption. */
const cellsOf = ({ $ }: Read, caption: string, head: string): string[] =>
  $('table')
    .filter((_, table) => $(table).find('caption').text() === caption)
    .find('tbody tr')
    .filter((_, row) => $(row).find('th').text() === head)
    .find('td')
    .toArray()
    .map((cell) => $(cell).text());

/** Six on SEN support (five of them with SLCN), two with a plan, two without SEN. */
async function tenPupils() {
  const school = await given.school();
  for (let count = 0; count < 5; count++)
    await givenRegister.pupilOnRegister(school, { surname: `Kay${count}` });
  await givenRegister.pupilOnRegister(school, { surname: 'Kay5', needTypes: ['MLD'], facts: { fsm: 'yes' } });
  for (let count = 0; count < 2; count++)
    await givenRegister.pupilOnRegister(school, {
      surname: `Ellis${count}`,
      sen: 'ehc_plan',
      needTypes: ['ASD'],
    });
  for (let count = 0; count < 2; count++) await givenPupils.pupil(school, { surname: `Nunn${count}` });
  return school;
}

describe('the figures of the register', () => {
  it('stand beside those of England, with source and time', async () => {
    const school = await tenPupils();
    const { browser } = await given.person(school, 'head');
    const shown = await browser.get('/insight');
    expect(shown.$('h1').text()).toBe('Figures');
    expect(cellsOf(shown, 'Status', 'SEN support')).toEqual(['6 · 60.0 %England 14.8 %']);
    expect(cellsOf(shown, 'Primary need', 'Autism')).toEqual(['0 · 0.0 %', '2 · 100.0 %England 29.2 %']);
    expect(cellsOf(shown, 'Free school meals', 'Free school meals')[0]).toBe('1 · 16.7 %England 39.3 %');
    expect(cellsOf(shown, 'Year group', 'Year 4')).toEqual(['6 · 100.0 %', '2 · 100.0 %', '0']);
    expect(shown.text).toContain('Special educational needs in England 2024/25, January 2025');
  });

  it('hide small numbers from a governor, and name nobody', async () => {
    const school = await tenPupils();
    const { browser } = await given.person(school, 'governor');
    const shown = await browser.get('/insight');
    expect(shown.status).toBe(200);
    expect(cellsOf(shown, 'Status', 'SEN support')).toEqual(['6 · 60.0 %England 14.8 %']);
    expect(cellsOf(shown, 'Status', 'EHC plan')).toEqual(['hidden']);
    expect(cellsOf(shown, 'Status', 'No SEN')).toEqual(['hidden']);
    expect(cellsOf(shown, 'Primary need', 'Moderate Learning Difficulty')[0]).toBe('hidden');
    expect(cellsOf(shown, 'Primary need', 'Speech, Language and Communication Needs')[0]).toBe('hidden');
    expect(shown.text).toContain('Numbers below 5 are hidden');
    expect(shown.text).not.toMatch(/Kay|Ellis|Nunn/);
    const file = await browser.get('/insight.csv');
    expect(file.text).toContain('Status,EHC plan,Pupils,hidden,');
    expect(file.text).toContain('Status,SEN support,Pupils,6,60,14.8,January 2025');
    expect((await browser.get('/pupils')).status).toBe(403);
  });

  it('leave no record of a view, as no pupil is in sight', async () => {
    const school = await tenPupils();
    await (await given.person(school, 'governor')).browser.get('/insight');
    expect(
      await asOwner("select 1 from app.views where school_id = $1 and page like '/insight%'", [
        school.schoolId,
      ]),
    ).toEqual([]);
  });

  it('say that there is nothing to count yet', async () => {
    const school = await given.school();
    const { browser } = await given.person(school, 'senco');
    expect((await browser.get('/insight')).text).toContain('Nothing to count yet');
  });

  it.each(['teacher', 'ta', 'office', 'exams'] as const)('are not for a %s', async (role) => {
    const school = await given.school();
    const { browser } = await given.person(school, role);
    expect((await browser.get('/insight')).status).toBe(403);
    expect((await browser.get('/insight.csv')).status).toBe(403);
  });
});
