import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import * as givenSchool from '#test/given-school.ts';
import { findRegisterLine, listRegisterLines } from './list-register-lines.ts';

describe('the packed line of the register', () => {
  it('tells everything that its columns hold', async () => {
    const school = await given.school();
    const pupilId = await givenRegister.pupilOnRegister(school, {
      forename: 'Zoë',
      surname: 'O’Neill | Ngô',
      yearGroup: 'R',
      needTypes: ['SLCN', 'MLD'],
      since: schoolDate('2026-09-09'),
      facts: { fsm: 'yes', pupil_premium: 'yes' },
    });
    const groupId = await givenSchool.group(school, { name: 'Oak' });
    await givenPupils.inGroup(school, pupilId, groupId);
    await givenPupils.keyWorker(
      school,
      pupilId,
      await givenSchool.staff(school, { title: 'Ms', surname: 'Park' }),
    );
    expect(await given.inSchool(school, (tx) => findRegisterLine(tx, pupilId))).toEqual({
      pupilId,
      surname: 'O’Neill | Ngô',
      forename: 'Zoë',
      yearGroup: 'R',
      yearRank: expect.any(Number),
      className: 'Oak',
      referringSchool: null,
      status: 'sen_support',
      sinceOn: '2026-09-09',
      isParentsTold: false,
      needTypes: ['SLCN', 'MLD'],
      keyWorker: 'Ms Park',
      isFsm: true,
      isEal: false,
      isPupilPremium: true,
      specialPlace: null,
      reviewOn: null,
      meetings: 0,
      behind: ['no_plan'],
    });
  });

  it('is never parted by what a name holds', async () => {
    const school = await given.school();
    await givenPupils.pupil(school, { surname: `O${String.fromCharCode(31)}Neill` });
    const [line] = await given.inSchool(school, (tx) => listRegisterLines(tx, 'all'));
    expect(line).toMatchObject({ surname: 'O Neill', status: 'none' });
  });

  it('leaves empty what is not there', async () => {
    const school = await given.school();
    await givenPupils.pupil(school, { yearGroup: null, facts: { eal: 'yes' } });
    const [line] = await given.inSchool(school, (tx) => listRegisterLines(tx, 'all'));
    expect(line).toMatchObject({
      yearGroup: null,
      className: null,
      sinceOn: null,
      needTypes: [],
      keyWorker: null,
      isFsm: false,
      isEal: true,
      isPupilPremium: false,
    });
  });
});
