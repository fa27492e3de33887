import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import { findStaff, staff } from '#test/given-school.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const typesOf = async (school: given.School) =>
  (
    await asOwner<{ type: string }>(
      `select type from app.events where school_id = $1
        and type in ('StaffAdded', 'StaffChanged', 'ContractAgreed', 'RateSet') order by type`,
      [school.schoolId],
    )
  ).map((row) => row.type);

describe('staff', () => {
  it('are listed by surname, leavers apart', async () => {
    const school = await given.school();
    await staff(school);
    await staff(school, { surname: 'Adeyemi', leftOn: schoolDate('2026-11-23') });
    const { browser } = await given.person(school, 'office');
    expect((await browser.get('/school/staff')).text).not.toContain('Adeyemi');
    const all = await browser.get('/school/staff?show=all');
    expect(
      all
        .$('tbody th')
        .toArray()
        .map((cell) => all.$(cell).text()),
    ).toEqual(['Adeyemi, Ann', 'Doyle, Ann']);
  });

  it('are added and changed', async () => {
    const school = await given.school();
    const { browser } = await given.person(school, 'senco');
    const typed = { title: 'Mx', forename: 'Ida', surname: 'Mole', post: 'LSA', code: 'MOL', email: '' };
    const done = await browser.post('/school/staff/new', typed);
    const address = done.goesTo ?? '';
    expect((await browser.get(address)).$('h1').text()).toBe('Mx Mole');
    const twice = await browser.post('/school/staff/new', typed);
    expect(errorsShown(twice)).toEqual(['Another member of staff has this short name']);
    const change = { ...typed, post: 'TA', startedOn: '2026-09-01', leftOn: '2026-08-01', version: '1' };
    const wrong = await browser.post(`${address}/change`, change);
    expect([wrong.status, errorsShown(wrong)]).toEqual([
      422,
      ['The last day must be on or after the first day'],
    ]);
    expect((await browser.post(`${address}/change`, { ...change, leftOn: '' })).goesTo).toBe(address);
    const late = await browser.post(`${address}/change`, { ...change, leftOn: '', post: 'HLTA' });
    expect([late.status, late.text.includes('Held now')]).toEqual([422, true]);
    expect(await typesOf(school)).toEqual(['StaffAdded', 'StaffChanged']);
  });

  it('need a name, a post and an email address that can be one', async () => {
    const { browser } = await given.person(await given.school(), 'senco');
    const wrong = await browser.post('/school/staff/new', { forename: 'Ida', email: 'ida@' });
    expect([wrong.status, errorsShown(wrong)]).toEqual([
      422,
      [
        'Enter last name',
        'Enter post',
        'Enter an email address in the correct format, like name@example.com',
      ],
    ]);
  });
});

describe('hours and cost', () => {
  it('are agreed by the SENCO and seen by those allowed', async () => {
    const school = await given.school();
    const staffId = await staff(school);
    const { browser } = await given.person(school, 'senco');
    const address = `/school/staff/${staffId}`;
    const hours = { minutesPerWeek: '27.5', weeksPerYear: '39', fromOn: '2026-09-01' };
    expect((await browser.post(`${address}/contract`, hours)).goesTo).toBe(address);
    const finance = await given.person(school, 'finance');
    const rate = { pencePerHour: '£17.20', fromOn: '2026-09-01' };
    expect((await finance.browser.post(`${address}/rate`, rate)).goesTo).toBe(address);
    const shown = await finance.browser.get(address);
    expect([shown.text.includes('27:30'), shown.text.includes('£17.20')]).toEqual([true, true]);
    const office = await given.person(school, 'office');
    const less = await office.browser.get(address);
    expect([less.text.includes('27:30'), less.text.includes('£17.20')]).toEqual([false, false]);
    expect(await typesOf(school)).toEqual(['ContractAgreed', 'RateSet', 'StaffAdded']);
  });

  it('are not slipped in before later ones', async () => {
    const school = await given.school();
    const staffId = await staff(school);
    const { browser } = await given.person(school, 'senco');
    const address = `/school/staff/${staffId}`;
    const hours = { minutesPerWeek: '30', weeksPerYear: '39' };
    await browser.post(`${address}/contract`, { ...hours, fromOn: '2027-01-04' });
    const early = await browser.post(`${address}/contract`, { ...hours, fromOn: '2026-09-01' });
    expect([early.status, errorsShown(early)]).toEqual([422, ['Hours that begin later are already entered']]);
    await browser.post(`${address}/rate`, { pencePerHour: '17.20', fromOn: '2027-04-01' });
    const before = await browser.post(`${address}/rate`, { pencePerHour: '18', fromOn: '2026-09-01' });
    expect(errorsShown(before)).toEqual(['A rate that begins later is already entered']);
    const wrong = await browser.post(`${address}/rate`, { pencePerHour: 'much', fromOn: '2027-05-01' });
    expect(errorsShown(wrong)).toEqual(['Cost of an hour must be an amount of money, like 17.20']);
    expect((await findStaff(school, staffId)).rates).toHaveLength(1);
  });
});
