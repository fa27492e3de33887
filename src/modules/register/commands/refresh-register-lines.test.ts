import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, schoolDate } from '#src/kernel/dates.ts';
import type { PupilId, StaffId } from '#src/kernel/ids.ts';
import { refreshAllReviewMarks } from '#src/modules/plans/index.ts';
import { endEnrolment, giveKeyWorker, learnFacts, refreshAllPupilLines } from '#src/modules/pupils/index.ts';
import { changeStaff, getStaffMember } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import * as givenSchool from '#test/given-school.ts';
import { asOwner, program, testToday } from '#test/worker-database.ts';
import refreshLines from '../jobs/refresh-lines.job.ts';
import { changeNeeds } from './change-needs.ts';
import { changeStatus } from './change-status.ts';
import { endPlace } from './end-place.ts';
import { givePlace } from './give-place.ts';
import { recordParentsTold } from './record-parents-told.ts';
import { recordStatusHistory } from './record-status-history.ts';
import { refreshAllRegisterLines } from './refresh-register-lines.ts';

const today = schoolDate(testToday);
const told = { source: 'Sendero', sourceOn: today };
const byFile = { source: 'CTF', sourceOn: today };

/** Everything derived that the school holds, as it is stored. */
const stored = async (schoolId: string) => ({
  pupils: await asOwner('select * from app.pupil_lines where school_id = $1 order by pupil_id', [schoolId]),
  register: await asOwner('select * from app.register_lines where school_id = $1 order by pupil_id', [
    schoolId,
  ]),
  figures: await asOwner<{ part: string; key: string; status: string; pupils: number }>(
    'select part, key, status, pupils from app.register_figures where school_id = $1 and pupils > 0 order by 1, 2, 3',
    [schoolId],
  ),
});

/** The same, thrown away and made anew from the facts. */
async function computed(school: given.School) {
  await asOwner('delete from app.register_figures where school_id = $1', [school.schoolId]);
  await asOwner('delete from app.register_lines where school_id = $1', [school.schoolId]);
  await asOwner('delete from app.pupil_lines where school_id = $1', [school.schoolId]);
  await given.inSchool(school, async (tx) => {
    await refreshAllPupilLines(tx);
    await refreshAllRegisterLines(tx);
    await refreshAllReviewMarks(tx);
  });
  return stored(school.schoolId);
}

type Deed = (tx: Tx, of: { pupilId: PupilId; staffId: StaffId }) => Promise<unknown>;

const daysAgo = fc.integer({ min: 0, max: 120 }).map((days) => addDays(today, -days));
const anyStatus = fc.constantFrom('none', 'monitoring', 'sen_support', 'ehc_plan');
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  fc.tuple(anyStatus, daysAgo).map(
    ([status, fromOn]): Deed =>
      (tx, { pupilId }) =>
        changeStatus(tx, { pupilId, status, fromOn, reason: 'So decided', told, isPlanCeased: true }),
  ),
  fc.tuple(anyStatus, daysAgo).map(
    ([status, fromOn]): Deed =>
      (tx, { pupilId }) =>
        recordStatusHistory(tx, {
          pupilId,
          told: byFile,
          statuses: [{ status, recordedCode: null, fromOn, untilOn: null }],
        }),
  ),
  fc.shuffledSubarray(['SLCN', 'MLD', 'ASD'], { maxLength: 3 }).map(
    (types): Deed =>
      (tx, { pupilId }) =>
        changeNeeds(tx, {
          pupilId,
          told,
          needs: types.map((senType, index) => ({ senType, rank: index + 1, sinceOn: today })),
        }),
  ),
  fc
    .tuple(
      fc.constantFrom('fsm', 'eal', 'pupil_premium', 'year_group', 'legal_surname'),
      fc.constantFrom('yes', 'no', '5'),
    )
    .map(
      ([kind, value]): Deed =>
        (tx, { pupilId }) =>
          learnFacts(tx, { pupilId, told, facts: [{ kind, value, fromOn: today }] }),
    ),
  daysAgo.map(
    (toldOn): Deed =>
      (tx, { pupilId }) =>
        recordParentsTold(tx, { pupilId, toldOn }),
  ),
  fc.boolean().map(
    (isGiven): Deed =>
      (tx, { pupilId, staffId }) =>
        giveKeyWorker(tx, { pupilId, staffId: isGiven ? staffId : null, fromOn: today }),
  ),
  fc.constantFrom('sen_unit', 'resourced_provision').map(
    (kind): Deed =>
      (tx, { pupilId }) =>
        givePlace(tx, { pupilId, kind, fromOn: today, told }),
  ),
  fc.constant<Deed>((tx, { pupilId }) => endPlace(tx, { pupilId, endedOn: today, told })),
  fc.constant<Deed>((tx, { pupilId }) => endEnrolment(tx, { pupilId, endedOn: addDays(today, -1), told })),
);

describe('the stored lines of pupils and of the register', () => {
  it('are what the facts give, after anything that people and files do', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: 1 }), anyDeed), { minLength: 1, maxLength: 8 }),
        async (deeds) => {
          const school = await given.school();
          await asOwner(
            'update app.schools set has_sen_unit = true, has_resourced_provision = true where school_id = $1',
            [school.schoolId],
          );
          const staffId = await givenSchool.staff(school);
          const pupils = [await givenPupils.pupil(school), await givenPupils.pupil(school)];
          for (const [at, deed] of deeds) {
            const pupilId = pupils[at];
            if (pupilId !== undefined) await given.inSchool(school, (tx) => deed(tx, { pupilId, staffId }));
          }
          const kept = await stored(school.schoolId);
          expect(kept.register).toHaveLength(2);
          expect(await computed(school)).toEqual(kept);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('follow a key worker who changes their name', async () => {
    const school = await given.school();
    const pupilId = await givenRegister.pupilOnRegister(school);
    const staffId = await givenSchool.staff(school);
    await given.inSchool(school, (tx) => giveKeyWorker(tx, { pupilId, staffId, fromOn: today }));
    await given.inSchool(school, async (tx) => {
      const member = await getStaffMember(tx, staffId);
      await changeStaff(tx, member, { surname: 'Ward' });
    });
    expect((await stored(school.schoolId)).register).toMatchObject([{ key_worker: 'Mrs Ward' }]);
  });

  it('count only pupils on roll', async () => {
    const school = await given.school();
    const pupilId = await givenRegister.pupilOnRegister(school);
    const roll = async () => (await stored(school.schoolId)).figures.find((figure) => figure.part === 'roll');
    expect(await roll()).toMatchObject({ pupils: 1 });
    await given.inSchool(school, (tx) => endEnrolment(tx, { pupilId, endedOn: addDays(today, -1), told }));
    expect(await roll()).toBeUndefined();
  });

  it('are drawn for a writer who may not see the needs', async () => {
    const school = await given.school();
    const pupilId = await givenRegister.pupilOnRegister(school);
    const [before] = (await stored(school.schoolId)).register;
    const { personId } = await given.person(school, 'office');
    const actor = {
      personId,
      schoolId: school.schoolId,
      roles: ['office'],
      permissions: new Set(['import.run'] as const),
      reach: 'school' as const,
      sees: ['identity', 'contacts', 'import'] as const,
      writes: ['identity', 'contacts', 'import', 'school'] as const,
    };
    await given.as(actor, (tx) =>
      learnFacts(tx, { pupilId, told, facts: [{ kind: 'year_group', value: '5', fromOn: today }] }),
    );
    const [after] = (await stored(school.schoolId)).register;
    // The packed copy of the line follows its columns by itself.
    expect(after?.packed).not.toBe(before?.packed);
    expect({ ...after, packed: null }).toEqual({ ...before, year_group: '5', year_rank: 9, packed: null });
  });

  it('are drawn anew each night, as facts begin and end by themselves', async () => {
    const school = await given.school();
    const pupilId = await givenRegister.pupilOnRegister(school);
    await asOwner("update app.sen_statuses set until_on = '2026-11-23' where pupil_id = $1", [pupilId]);
    await refreshLines.run({}, { program });
    expect((await stored(school.schoolId)).register).toMatchObject([
      { status: 'none', since_on: '2026-11-24' },
    ]);
  });
});
