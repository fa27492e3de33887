import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { add } from '#src/platform/db/journal.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import { asOwner } from '#test/worker-database.ts';
import { getSenRecord } from '../queries/find-sen-record.ts';
import { changeNeeds } from './change-needs.ts';
import { recordStatusHistory, type ToldHistory } from './record-status-history.ts';
import { withdrawStatus } from './withdraw-status.ts';

const day = schoolDate;
const told = { source: 'CTF', sourceOn: day('2026-09-10') };

async function newPupil() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school, { bornOn: '2004-05-03' });
  const take = (of: Omit<ToldHistory, 'pupilId' | 'told'>) =>
    given.inSchool(school, (tx) => recordStatusHistory(tx, { pupilId, told, ...of }));
  const spells = async () => {
    const { statuses } = await given.inSchool(school, (tx) => getSenRecord(tx, pupilId));
    return statuses.map((one) => [one.status, one.fromOn, one.untilOn, one.source]);
  };
  return { school, pupilId, take, spells };
}

const spell = (status: 'none' | 'sen_support' | 'ehc_plan', from: string, until: string | null = null) => ({
  status,
  recordedCode: null,
  fromOn: day(from),
  untilOn: until === null ? null : day(until),
});

const countEvents = async (pupilId: PupilId, type: string) =>
  (await asOwner('select 1 from app.events where pupil_id = $1 and type = $2', [pupilId, type])).length;

describe('recordStatusHistory', () => {
  it('takes a history once: the same file again changes nothing and records nothing', async () => {
    const { take, spells, pupilId } = await newPupil();
    const statuses = [spell('sen_support', '2015-09-01', '2025-12-31'), spell('ehc_plan', '2026-01-01')];
    expect(await take({ statuses })).toMatchObject({ added: 2, changed: 0, withdrawn: 0 });
    expect(await take({ statuses })).toMatchObject({ added: 0, changed: 0, withdrawn: 0 });
    expect(await spells()).toEqual([
      ['ehc_plan', '2026-01-01', null, 'CTF'],
      ['sen_support', '2015-09-01', '2025-12-31', 'CTF'],
    ]);
    expect(await countEvents(pupilId, 'StatusHistoryRecorded')).toBe(1);
  });

  it('leaves what a person wrote, and says where the file differs', async () => {
    const { school, take, spells, pupilId } = await newPupil();
    await givenRegister.status(school, pupilId, 'monitoring');
    const taken = await take({ statuses: [spell('sen_support', '2015-09-01')] });
    expect(taken.differing).toHaveLength(1);
    expect(await spells()).toEqual([
      ['monitoring', '2026-09-01', null, 'Sendero'],
      ['sen_support', '2015-09-01', '2026-08-31', 'CTF'],
    ]);
  });

  it('follows a person who chose the file', async () => {
    const { school, take, spells, pupilId } = await newPupil();
    await givenRegister.status(school, pupilId, 'monitoring');
    await take({ statuses: [spell('sen_support', '2026-10-05')], isAccepted: true });
    expect(await spells()).toEqual([
      ['sen_support', '2026-10-05', null, 'CTF'],
      ['monitoring', '2026-09-01', '2026-10-04', 'Sendero'],
    ]);
  });

  it('does not bring back what a person withdrew', async () => {
    const { school, take, spells, pupilId } = await newPupil();
    const statuses = [spell('sen_support', '2015-09-01')];
    await take({ statuses });
    const { statuses: held } = await given.inSchool(school, (tx) => getSenRecord(tx, pupilId));
    const statusId = held[0]?.statusId ?? '';
    await given.inSchool(school, (tx) => withdrawStatus(tx, { pupilId, statusId, why: 'Another child' }));
    expect(await take({ statuses })).toMatchObject({ added: 0 });
    expect(await spells()).toEqual([]);
  });

  it('lets old letters be history only', async () => {
    const { take, spells } = await newPupil();
    const statement = { ...spell('ehc_plan', '2012-09-01'), recordedCode: 'S' };
    await take({ statuses: [statement] });
    expect(await spells()).toEqual([['ehc_plan', '2012-09-01', '2018-03-31', 'CTF']]);
    const tooLate = { ...spell('ehc_plan', '2019-09-01'), recordedCode: 'S' };
    expect(await take({ statuses: [tooLate] })).toMatchObject({ added: 0 });
  });

  it('leaves out days before birth and in the future', async () => {
    const { take, spells } = await newPupil();
    const taken = await take({
      statuses: [spell('sen_support', '2004-05-02'), spell('ehc_plan', '2026-11-25')],
    });
    expect(taken.leftOut).toHaveLength(2);
    expect(await spells()).toEqual([]);
  });
});

describe('needs that a file tells', () => {
  it('are kept with their faults, which a person may not write', async () => {
    const { school, pupilId } = await newPupil();
    const needs = [{ senType: 'BESD', rank: 2, sinceOn: day('2012-09-01') }];
    const change = (source: string) =>
      given.inSchool(school, (tx) => changeNeeds(tx, { pupilId, needs, told: { ...told, source } }));
    expect(await change('Sendero')).toEqual({ ok: false, refusal: 'no_primary' });
    expect(await change('CTF')).toEqual({ ok: true, value: true });
    expect(await change('CTF')).toEqual({ ok: true, value: false });
  });

  it('are refused on days that belong to history', async () => {
    const { school, pupilId } = await newPupil();
    const past = { senType: 'SEMH', rank: 1, fromOn: '2015-09-01', untilOn: '2020-07-20' };
    await given.inSchool(school, (tx) => add(tx, 'needs', [{ needId: newId(), pupilId, ...past, ...told }]));
    const needs = [{ senType: 'ASD', rank: 1, sinceOn: day('2018-09-01') }];
    const done = await given.inSchool(school, (tx) => changeNeeds(tx, { pupilId, needs, told }));
    expect(done).toEqual({ ok: false, refusal: 'overlaps_history' });
    const { pastNeeds } = await given.inSchool(school, (tx) => getSenRecord(tx, pupilId));
    expect(pastNeeds).toMatchObject([{ senType: 'SEMH', untilOn: '2020-07-20' }]);
  });
});
