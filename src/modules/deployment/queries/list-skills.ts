import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { StaffId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** The words that the school has for skills. */
export async function listSkills(
  tx: Tx,
): Promise<readonly { readonly skillId: string; readonly name: string }[]> {
  return tx
    .selectFrom('skills')
    .select(['skillId', 'name'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('withdrawnAt', 'is', null)
    .orderBy('name')
    .execute();
}

const AdultSkill = z.object({
  adultSkillId: z.uuid(),
  staffId: StaffId,
  name: z.string(),
  fromOn: SchoolDate,
  untilOn: SchoolDate.nullable(),
});
export type AdultSkill = z.output<typeof AdultSkill>;

/** What an adult can do, those skills included that ran out; by name. */
export async function listAdultSkills(tx: Tx, staffId: StaffId): Promise<readonly AdultSkill[]> {
  const rows = await ofSkills(tx).where('a.staffId', '=', staffId).execute();
  return z.array(AdultSkill).parse(rows);
}

/** One skill of an adult that was not taken back; null where there is none. */
export async function findAdultSkill(tx: Tx, adultSkillId: string): Promise<AdultSkill | null> {
  const row = await ofSkills(tx).where('a.adultSkillId', '=', adultSkillId).executeTakeFirst();
  return AdultSkill.nullable().parse(row ?? null);
}

const ofSkills = (tx: Tx) =>
  tx
    .selectFrom('adultSkills as a')
    .innerJoin('skills as s', (join) =>
      join.onRef('s.schoolId', '=', 'a.schoolId').onRef('s.skillId', '=', 'a.skillId'),
    )
    .select(['a.adultSkillId', 'a.staffId', 's.name', 'a.fromOn', 'a.untilOn'])
    .where('a.schoolId', '=', tx.scope.actor.schoolId)
    .where('a.withdrawnAt', 'is', null)
    .orderBy('s.name')
    .orderBy('a.fromOn');
