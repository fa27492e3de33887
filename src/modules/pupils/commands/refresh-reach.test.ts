import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, schoolDate } from '#src/kernel/dates.ts';
import type { GroupId, PupilId, StaffId } from '#src/kernel/ids.ts';
import { newId, PersonId } from '#src/kernel/ids.ts';
import {
  changeStaff,
  getStaffMember,
  linkStaffToPerson,
  putStaffInGroup,
  takeStaffOutOfGroup,
} from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { asOwner, testToday } from '#test/worker-database.ts';
import { findPupil } from '../queries/find-pupil.ts';
import { endEnrolment } from './change-enrolment.ts';
import { giveKeyWorker } from './give-key-worker.ts';
import { joinGroup, leaveGroup } from './join-group.ts';

const today = schoolDate(testToday);
type Row = Readonly<Record<string, string | null>>;
type Source = {
  person_id: string;
  pupil_id: string;
  why: string;
  origin: string;
  left_on: string | null;
  one_from: string;
  other_from: string;
  one_until: string | null;
  other_until: string | null;
};

/** What reach follows from, worked out the slow way. */
async function derived(schoolId: string): Promise<string[]> {
  const read = (sql: string) => asOwner<Source>(sql, [schoolId]);
  const teaching = await read(`
    select s.person_id, p.pupil_id, 'teaches the class' as why, p.group_id as origin, s.left_on::text as left_on,
      t.from_on::text as one_from, p.from_on::text as other_from,
      t.until_on::text as one_until, p.until_on::text as other_until
    from app.group_pupils p join app.group_staff t using (school_id, group_id)
    join app.staff s using (school_id, staff_id)
    where p.school_id = $1 and s.person_id is not null`);
  const keyWorkers = await read(`
    select s.person_id, k.pupil_id, 'key worker' as why, k.key_worker_id as origin, s.left_on::text as left_on,
      k.from_on::text as one_from, k.from_on::text as other_from,
      k.until_on::text as one_until, k.until_on::text as other_until
    from app.key_workers k join app.staff s using (school_id, staff_id)
    where k.school_id = $1 and s.person_id is not null`);
  return [...teaching, ...keyWorkers]
    .flatMap((row) => {
      const from = row.one_from > row.other_from ? row.one_from : row.other_from;
      const ends = [row.one_until, row.other_until, row.left_on].filter((end) => end !== null);
      const until = ends.toSorted()[0] ?? null;
      if (until !== null && until < from) return [];
      return [[row.person_id, row.pupil_id, row.why, row.origin, from, until].join(' ')];
    })
    .toSorted();
}

async function stored(schoolId: string): Promise<string[]> {
  const rows = await asOwner<Row>(
    `select person_id, pupil_id, why, origin_id, from_on::text, until_on::text from app.reach
     where school_id = $1 and withdrawn_at is null`,
    [schoolId],
  );
  return rows.map((row) => Object.values(row).join(' ')).toSorted();
}

type World = { pupils: PupilId[]; groups: GroupId[]; staff: StaffId[] };
type Step = { pupil: number; group: number; staff: number; day: number; deed: number };

const deeds: readonly ((tx: Tx, world: World, step: Step) => Promise<unknown>)[] = [
  (tx, world, step) => {
    const { pupilId, groupId, fromOn } = chosen(world, step);
    return joinGroup(tx, { pupilId, groupId, fromOn, told: givenPupils.byHand });
  },
  (tx, world, step) => {
    const { pupilId, groupId, fromOn } = chosen(world, step);
    return leaveGroup(tx, { pupilId, groupId, leftOn: fromOn, told: givenPupils.byHand });
  },
  (tx, world, step) => putStaffInGroup(tx, { ...chosen(world, step), source: 'Sendero' }),
  (tx, world, step) => {
    const { groupId, staffId, fromOn } = chosen(world, step);
    return takeStaffOutOfGroup(tx, { groupId, staffId, untilOn: fromOn });
  },
  (tx, world, step) => giveKeyWorker(tx, chosen(world, step)),
  (tx, world, step) => giveKeyWorker(tx, { ...chosen(world, step), staffId: null }),
  async (tx, world, step) => {
    const staff = await getStaffMember(tx, chosen(world, step).staffId);
    const personId = staff.personId === null ? PersonId.parse(newId()) : null;
    return linkStaffToPerson(tx, staff, personId);
  },
  async (tx, world, step) => {
    const { staffId, fromOn } = chosen(world, step);
    return changeStaff(tx, await getStaffMember(tx, staffId), { leftOn: step.day % 2 === 0 ? fromOn : null });
  },
  (tx, world, step) => {
    const { pupilId, fromOn } = chosen(world, step);
    return endEnrolment(tx, { pupilId, endedOn: fromOn, told: givenPupils.byHand });
  },
];

function chosen(world: World, step: Step) {
  const pupilId = world.pupils[step.pupil % world.pupils.length];
  const groupId = world.groups[step.group % world.groups.length];
  const staffId = world.staff[step.staff % world.staff.length];
  if (pupilId === undefined || groupId === undefined || staffId === undefined) throw new Error('empty world');
  return { pupilId, groupId, staffId, fromOn: addDays(today, step.day) };
}

async function newWorld(): Promise<given.School & World> {
  const school = await given.school();
  const pupils = [await givenPupils.pupil(school), await givenPupils.pupil(school)];
  const groups = [
    await givenSchool.group(school, { name: 'Oak' }),
    await givenSchool.group(school, { name: 'Elm' }),
    await givenSchool.group(school, { kind: 'teaching', name: 'Maths 1' }),
  ];
  const staff = [await givenSchool.staff(school), await givenSchool.staff(school)];
  return { ...school, pupils, groups, staff };
}

const step = fc.record({
  pupil: fc.nat(1),
  group: fc.nat(2),
  staff: fc.nat(1),
  day: fc.integer({ min: -30, max: 10 }),
  deed: fc.nat(deeds.length - 1),
});

describe('reach', () => {
  it('is stored as it derives, whatever is done in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 20 }), async (steps) => {
        const world = await newWorld();
        for (const one of steps) await given.inSchool(world, async (tx) => deeds[one.deed]?.(tx, world, one));
        expect(await stored(world.schoolId)).toEqual(await derived(world.schoolId));
      }),
      { numRuns: 8 },
    );
  });

  it('is withdrawn, and no longer seen by, when the account is no longer the teacher’s', async () => {
    const school = await given.school();
    const teacher = await given.person(school, 'teacher');
    const pupilId = await givenPupils.pupil(school);
    await givenPupils.taughtBy(school, pupilId, teacher.personId);
    const find = () => teacher.browser.get(`/find.json?q=Amara`);
    expect(JSON.parse((await find()).text)).toMatchObject({ pupils: [{ name: 'Amara Okafor' }] });
    const staffId = await givenPupils.staffOf(school, teacher.personId);
    await given.inSchool(school, async (tx) =>
      linkStaffToPerson(tx, await getStaffMember(tx, staffId), null),
    );
    expect(JSON.parse((await find()).text)).toEqual({ pupils: [] });
    const rows = await asOwner<{ withdrawn_at: Date | null }>(
      'select withdrawn_at from app.reach where school_id = $1',
      [school.schoolId],
    );
    expect(rows.map((row) => row.withdrawn_at !== null)).toEqual([true]);
  });

  it('of a key worker outlasts a change that the office makes, who may not see key workers', async () => {
    const school = await given.school();
    const ta = await given.person(school, 'ta');
    const pupilId = await givenPupils.pupil(school);
    await givenPupils.keyWorker(school, pupilId, await givenPupils.staffOf(school, ta.personId));
    const groupId = await givenSchool.group(school);
    const { programActor } = await import('#src/kernel/access.ts');
    const office = {
      ...programActor(school.schoolId),
      sees: ['identity', 'contacts', 'import'] as const,
      writes: ['identity', 'contacts', 'import', 'school'] as const,
    };
    await given.as(office, (tx) =>
      joinGroup(tx, { pupilId, groupId, fromOn: today, told: givenPupils.byHand }),
    );
    expect(await stored(school.schoolId)).toEqual(await derived(school.schoolId));
    expect(await stored(school.schoolId)).toHaveLength(1);
  });

  it('of whoever teaches a pupil who left ends with the last day', async () => {
    const world = await newWorld();
    const [pupilId] = world.pupils;
    if (pupilId === undefined) throw new Error('no pupil');
    const teacher = await given.person(world, 'teacher');
    await givenPupils.taughtBy(world, pupilId, teacher.personId);
    await given.inSchool(world, (tx) =>
      endEnrolment(tx, { pupilId, endedOn: addDays(today, -1), told: givenPupils.byHand }),
    );
    const rows = await asOwner<Row>(
      'select until_on::text from app.reach where school_id = $1 and withdrawn_at is null',
      [world.schoolId],
    );
    expect(rows).toEqual([{ until_on: addDays(today, -1) }]);
    const pupil = await given.inSchool(world, (tx) => findPupil(tx, pupilId));
    expect(pupil).toMatchObject({ isOnRoll: false, className: null });
  });
});
