import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import type { GroupId, PupilId } from '#src/kernel/ids.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { asOwner } from '#test/worker-database.ts';
import type { NewEnrolment } from '../domain/enrolment.ts';
import { changeEnrolment, endEnrolment } from './change-enrolment.ts';
import { joinGroup } from './join-group.ts';
import { setIdentifiers } from './set-identifiers.ts';

const told = givenPupils.byHand;
const day = (text: string) => schoolDate(`2026-${text}`);

const stretches = (pupilId: string) =>
  asOwner<Record<string, unknown>>(
    `select status, from_on::text, until_on::text, leaving_reason, referring_school from app.enrolments
     where pupil_id = $1 order by from_on`,
    [pupilId],
  );
const eventTypes = async (pupilId: string) => {
  const rows = await asOwner<{ type: string }>(
    "select type from app.events where pupil_id = $1 and type <> 'PupilEnrolled'",
    [pupilId],
  );
  return rows.map((row) => row.type).toSorted();
};

async function withPupil() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  const change = (of: PupilId, enrolment: NewEnrolment) =>
    given.inSchool(school, (tx) => changeEnrolment(tx, { pupilId: of, told, enrolment }));
  const end = (of: PupilId, endedOn: string) =>
    given.inSchool(school, (tx) =>
      endEnrolment(tx, { pupilId: of, told, endedOn: day(endedOn), leavingReason: 'IM' }),
    );
  return { school, pupilId, change, end };
}

describe('an enrolment', () => {
  it('of another status ends the one before', async () => {
    const { pupilId, change } = await withPupil();
    await change(pupilId, { status: 'S', fromOn: day('10-05'), referringSchool: 'Hill Academy' });
    expect(await stretches(pupilId)).toMatchObject([
      { status: 'C', until_on: '2026-10-04' },
      { status: 'S', from_on: '2026-10-05', until_on: null, referring_school: 'Hill Academy' },
    ]);
    expect(await eventTypes(pupilId)).toEqual(['EnrolmentChanged']);
  });

  it('of the same status changes nothing, or its details only', async () => {
    const { pupilId, change } = await withPupil();
    expect(await change(pupilId, { status: 'C', fromOn: day('11-24') })).toEqual({});
    await change(pupilId, { status: 'C', fromOn: day('11-24'), returnExpectedOn: day('12-18') });
    expect(await stretches(pupilId)).toMatchObject([{ status: 'C', from_on: '2026-09-01' }]);
    expect(await eventTypes(pupilId)).toEqual(['EnrolmentChanged']);
  });

  it('that is told of an earlier day begins on it, up to what is planned', async () => {
    const { pupilId, change } = await withPupil();
    await change(pupilId, { status: 'M', fromOn: day('11-24') });
    await change(pupilId, { status: 'M', fromOn: day('11-20') });
    await change(pupilId, { status: 'G', fromOn: day('11-10') });
    expect(await stretches(pupilId)).toMatchObject([
      { status: 'C', until_on: '2026-11-09' },
      { status: 'G', until_on: '2026-11-19' },
      { status: 'M', from_on: '2026-11-20', until_on: null },
    ]);
  });

  it('ends with its reason and with the places in groups; a pupil who comes back begins anew', async () => {
    const { school, pupilId, change, end } = await withPupil();
    await givenPupils.inGroup(school, pupilId, await givenSchool.group(school));
    await end(pupilId, '10-23');
    await end(pupilId, '10-23');
    expect(await stretches(pupilId)).toMatchObject([{ until_on: '2026-10-23', leaving_reason: 'IM' }]);
    const places = await asOwner('select until_on::text from app.group_pupils where pupil_id = $1', [
      pupilId,
    ]);
    expect(places).toEqual([{ until_on: '2026-10-23' }]);
    await change(pupilId, { status: 'C', fromOn: day('11-23') });
    expect(await stretches(pupilId)).toHaveLength(2);
    expect(await eventTypes(pupilId)).toEqual(['EnrolmentChanged', 'EnrolmentEnded', 'GroupJoined']);
  });
});

describe('a class', () => {
  const places = (pupilId: string) =>
    asOwner<Record<string, unknown>>(
      `select g.name, p.from_on::text, p.until_on::text from app.group_pupils p
       join app.groups g using (school_id, group_id) where pupil_id = $1 order by p.from_on, g.name`,
      [pupilId],
    );

  it('is one at a time; a teaching group is beside it', async () => {
    const { school, pupilId } = await withPupil();
    const [oak, elm, maths] = [
      await givenSchool.group(school, { name: 'Oak' }),
      await givenSchool.group(school, { name: 'Elm' }),
      await givenSchool.group(school, { kind: 'teaching', name: 'Maths' }),
    ];
    await givenPupils.inGroup(school, pupilId, oak);
    await givenPupils.inGroup(school, pupilId, maths);
    const join = () =>
      given.inSchool(school, (tx) => joinGroup(tx, { pupilId, groupId: elm, fromOn: day('11-09'), told }));
    expect([await join(), await join()]).toEqual([true, false]);
    expect(await places(pupilId)).toEqual([
      { name: 'Maths', from_on: '2026-09-01', until_on: null },
      { name: 'Oak', from_on: '2026-09-01', until_on: '2026-11-08' },
      { name: 'Elm', from_on: '2026-11-09', until_on: null },
    ]);
  });

  it('that was the wrong one is put right the same day, and one planned for later stays', async () => {
    const { school, pupilId } = await withPupil();
    const groups: GroupId[] = [];
    for (const name of ['Oak', 'Elm', 'Ash']) groups.push(await givenSchool.group(school, { name }));
    const join = (index: number, fromOn: string) =>
      given.inSchool(school, async (tx) => {
        const groupId = groups[index];
        if (groupId !== undefined) await joinGroup(tx, { pupilId, groupId, fromOn: day(fromOn), told });
      });
    await join(2, '12-01');
    await join(0, '11-09');
    await join(1, '11-09');
    expect(await places(pupilId)).toEqual([
      { name: 'Elm', from_on: '2026-11-09', until_on: '2026-11-30' },
      { name: 'Ash', from_on: '2026-12-01', until_on: null },
    ]);
  });
});

describe('identifiers', () => {
  it('keep a changed UPN as a former one, and a changed ULN withdrawn', async () => {
    const { school } = await withPupil();
    const [upn, next] = [givenPupils.upn(), givenPupils.upn()];
    const pupilId = await givenPupils.pupil(school, { upn, identifiers: [{ kind: 'uln', value: '1' }] });
    const identifiers = [
      { kind: 'upn', value: next },
      { kind: 'uln', value: '2' },
    ] as const;
    const set = () => given.inSchool(school, (tx) => setIdentifiers(tx, { pupilId, told, identifiers }));
    expect(await set()).toMatchObject({ value: { upn: { before: upn, after: next } } });
    expect(await set()).toEqual({ ok: true, value: {} });
    const rows = await asOwner<{ kind: string; value: string }>(
      'select kind, value from app.pupil_identifiers where pupil_id = $1 and withdrawn_at is null order by kind',
      [pupilId],
    );
    expect(rows).toEqual([
      { kind: 'former_upn', value: upn },
      { kind: 'uln', value: '2' },
      { kind: 'upn', value: next },
    ]);
  });

  it('refuse the UPN of another pupil', async () => {
    const { school, pupilId } = await withPupil();
    const upn = givenPupils.upn();
    await givenPupils.pupil(school, { upn });
    const set = given.inSchool(school, (tx) =>
      setIdentifiers(tx, { pupilId, told, identifiers: [{ kind: 'upn', value: upn }] }),
    );
    expect(await set).toEqual({ ok: false, refusal: 'upn_taken' });
  });
});
