import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId, type StaffId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { deploymentEvents } from '../domain/deployment.events.ts';
import { listSkills } from '../queries/list-skills.ts';

const record = recorder(deploymentEvents);
const plain = (name: string) => name.trim().toLowerCase();

/** The keys of skills by their names; one that the school has no word for yet is added. */
export async function findOrAddSkills(tx: Tx, names: readonly string[]): Promise<readonly string[]> {
  const held = await listSkills(tx);
  const found = new Map(held.map(({ name, skillId }) => [plain(name), skillId]));
  const { schoolId } = tx.scope.actor;
  const wanted = new Map(
    names.filter((name) => plain(name) !== '').map((name) => [plain(name), name.trim()]),
  );
  for (const [key, name] of wanted) {
    if (found.has(key)) continue;
    const skillId = newId();
    await tx.insertInto('skills').values({ schoolId, skillId, name }).execute();
    await record(tx, {
      type: 'SkillAdded',
      audience: 'staff',
      subjectId: skillId,
      changes: { name: { before: null, after: name } },
    });
    found.set(key, skillId);
  }
  return [...wanted.keys()].flatMap((key) => found.get(key) ?? []);
}

type SkillGiven = {
  readonly staffId: StaffId;
  readonly name: string;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
};

/** Records that an adult has a skill, until training runs out or for good. */
export async function recordAdultSkill(
  tx: Tx,
  { staffId, name, fromOn, untilOn }: SkillGiven,
): Promise<Result<string, 'ends_before_start' | 'already_there'>> {
  if (untilOn !== null && untilOn < fromOn) return refused('ends_before_start');
  const [skillId = ''] = await findOrAddSkills(tx, [name]);
  const { schoolId } = tx.scope.actor;
  const held = await tx
    .selectFrom('adultSkills')
    .select(['fromOn', 'untilOn'])
    .where('schoolId', '=', schoolId)
    .where('staffId', '=', staffId)
    .where('skillId', '=', skillId)
    .where('withdrawnAt', 'is', null)
    .execute();
  const meets = held.some(
    (one) => (untilOn === null || one.fromOn <= untilOn) && (one.untilOn === null || one.untilOn >= fromOn),
  );
  if (meets) return refused('already_there');
  const adultSkillId = newId(tx.scope.clock.now().getTime());
  await tx
    .insertInto('adultSkills')
    .values({ schoolId, adultSkillId, staffId, skillId, fromOn, untilOn })
    .execute();
  const changes = {
    skill: { before: null, after: name },
    fromOn: { before: null, after: fromOn },
    untilOn: { before: null, after: untilOn },
  };
  await record(tx, { type: 'AdultSkillRecorded', audience: 'staff', subjectId: staffId, changes });
  return done(adultSkillId);
}

/** Takes back a skill that was recorded of an adult. False when it was taken back already. */
export async function withdrawAdultSkill(
  tx: Tx,
  held: { readonly adultSkillId: string; readonly staffId: StaffId; readonly name: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('adultSkills')
    .set((eb) => ({ withdrawnAt: tx.scope.clock.now(), version: eb('version', '+', 1) }))
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('adultSkillId', '=', held.adultSkillId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  const changes = { skill: { before: held.name, after: null } };
  await record(tx, { type: 'AdultSkillEnded', audience: 'staff', subjectId: held.staffId, changes });
  return true;
}

/** Keeps an adult and a pupil apart in the timetable from a day on. False where they are already. */
export async function keepApart(
  tx: Tx,
  {
    staffId,
    pupilId,
    fromOn,
    why,
  }: {
    readonly staffId: StaffId;
    readonly pupilId: PupilId;
    readonly fromOn: SchoolDate;
    readonly why: string;
  },
): Promise<boolean> {
  const { schoolId } = tx.scope.actor;
  const held = await tx
    .selectFrom('adultAvoids')
    .select('adultAvoidId')
    .where('schoolId', '=', schoolId)
    .where('staffId', '=', staffId)
    .where('pupilId', '=', pupilId)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', fromOn)]))
    .execute();
  if (held.length > 0) return false;
  const adultAvoidId = newId(tx.scope.clock.now().getTime());
  await tx.insertInto('adultAvoids').values({ schoolId, adultAvoidId, staffId, pupilId, fromOn }).execute();
  const changes = { staffId: { before: null, after: staffId }, fromOn: { before: null, after: fromOn } };
  await record(tx, {
    type: 'AdultKeptApart',
    audience: 'leaders',
    pupilId,
    subjectId: adultAvoidId,
    why,
    changes,
  });
  return true;
}

/** Ends that an adult and a pupil are kept apart: today is the last day, or the first where it begins later. */
export async function endApart(
  tx: Tx,
  held: { readonly adultAvoidId: string; readonly pupilId: PupilId; readonly fromOn: SchoolDate },
): Promise<boolean> {
  const untilOn = held.fromOn > tx.scope.today ? held.fromOn : tx.scope.today;
  const { numUpdatedRows } = await tx
    .updateTable('adultAvoids')
    .set((eb) => ({ untilOn, version: eb('version', '+', 1) }))
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('adultAvoidId', '=', held.adultAvoidId)
    .where('untilOn', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  const { pupilId, adultAvoidId: subjectId } = held;
  const changes = { untilOn: { before: null, after: untilOn } };
  await record(tx, { type: 'AdultKeptApartEnded', audience: 'leaders', pupilId, subjectId, changes });
  return true;
}
