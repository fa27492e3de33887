import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { newId, PersonId } from '#src/kernel/ids.ts';
import { roles } from '#src/modules/identity/index.ts';
import * as given from '#test/given.ts';
import { findGroup, findStaff, granted, group, staff, teaching } from '#test/given-school.ts';
import { listStaff } from '../queries/list-staff.ts';
import { agreeContract } from './agree-contract.ts';
import { addStaff, changeStaff, linkStaffToPerson } from './keep-staff.ts';
import { setRate } from './set-rate.ts';

const day = schoolDate;

describe('staff', () => {
  it('have a code of their own', async () => {
    const school = await given.school();
    const mole = { forename: 'Ida', surname: 'Mole', post: 'TA', source: 'Sendero' };
    await staff(school, { code: 'DOY' });
    await given.inSchool(school, async (tx) => {
      expect(await addStaff(tx, { ...mole, code: 'DOY' })).toMatchObject({ refusal: 'code_taken' });
      expect((await addStaff(tx, mole)).ok).toBe(true);
      expect((await addStaff(tx, { ...mole, forename: 'Max' })).ok).toBe(true);
    });
  });

  it('who leave are in charge of no group after their last day', async () => {
    const school = await given.school();
    const [groupId, staffId] = [await group(school), await staff(school)];
    await teaching(school, { groupId, staffId });
    const doyle = await findStaff(school, staffId);
    await given.inSchool(school, async (tx) => {
      granted(await changeStaff(tx, doyle, { leftOn: day('2026-12-18') }));
      expect(await listStaff(tx, day('2026-12-18'))).toHaveLength(1);
      expect(await listStaff(tx, day('2026-12-19'))).toEqual([]);
    });
    expect(await findGroup(school, groupId)).toMatchObject({ staff: [{ untilOn: '2026-12-18' }] });
  });

  it('do not leave before they came', async () => {
    const school = await given.school();
    const doyle = await findStaff(school, await staff(school, { startedOn: day('2026-09-01') }));
    await given.inSchool(school, async (tx) => {
      expect(await changeStaff(tx, doyle, { leftOn: day('2026-08-31') })).toMatchObject({
        refusal: 'left_before_start',
      });
    });
  });

  it('are one account each', async () => {
    const school = await given.school();
    const doyle = await findStaff(school, await staff(school));
    const mole = await findStaff(school, await staff(school, { surname: 'Mole' }));
    const person = PersonId.parse(newId());
    await given.inSchool(school, async (tx) => {
      granted(await linkStaffToPerson(tx, doyle, person));
      expect(await linkStaffToPerson(tx, mole, person)).toMatchObject({ refusal: 'linked_to_another' });
    });
    expect((await findStaff(school, doyle.staffId)).personId).toBe(person);
  });
});

describe('contracts and rates', () => {
  it('follow one another without a gap', async () => {
    const school = await given.school();
    const staffId = await staff(school);
    await given.inSchool(school, async (tx) => {
      const agree = (minutesPerWeek: number, fromOn: string) =>
        agreeContract(tx, { staffId, minutesPerWeek, weeksPerYear: 39.5, fromOn: day(fromOn) });
      granted(await agree(1500, '2026-09-01'));
      granted(await agree(1800, '2027-01-04'));
      granted(await agree(1950, '2027-01-04'));
      expect(await agree(900, '2026-10-01')).toMatchObject({ refusal: 'later_one_there' });
      granted(await setRate(tx, { staffId, pencePerHour: 1720, fromOn: day('2026-09-01') }));
      granted(await setRate(tx, { staffId, pencePerHour: 1720, fromOn: day('2026-11-01') }));
      granted(await setRate(tx, { staffId, pencePerHour: 1785, fromOn: day('2027-04-01') }));
    });
    const { contracts, rates } = await findStaff(school, staffId);
    expect(contracts.map((one) => [one.minutesPerWeek, one.weeksPerYear, one.fromOn, one.untilOn])).toEqual([
      [1950, 39.5, '2027-01-04', null],
      [1500, 39.5, '2026-09-01', '2027-01-03'],
    ]);
    expect(rates.map((one) => [one.pencePerHour, one.fromOn, one.untilOn])).toEqual([
      [1785, '2027-04-01', null],
      [1720, '2026-09-01', '2027-03-31'],
    ]);
  });

  it('keep what people cost from those who do not see finance', async () => {
    const school = await given.school();
    const staffId = await staff(school);
    await given.inSchool(school, (tx) =>
      setRate(tx, { staffId, pencePerHour: 1720, fromOn: day('2026-09-01') }),
    );
    const office = {
      personId: PersonId.parse(newId()),
      schoolId: school.schoolId,
      roles: ['office'],
      permissions: new Set(roles.office.may),
      reach: 'school',
      sees: roles.office.sees,
      writes: roles.office.writes,
    } as const;
    const { findStaffMember } = await import('../queries/list-staff.ts');
    expect((await given.as(office, (tx) => findStaffMember(tx, staffId)))?.rates).toEqual([]);
  });
});
