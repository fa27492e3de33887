import { programActor } from '#src/kernel/access.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import { PupilId, type SchoolId } from '#src/kernel/ids.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { chanceFrom, seedFrom } from './demo-chance.ts';
import { planCycles } from './demo-support-plans.ts';
import { insertAll } from './load-demo.ts';
import { planRows } from './rows-of-plans.ts';

const yearsOfPrimary = ['N1', 'N2', 'R', '1', '2', '3', '4', '5', '6'];

/** Gives the schools of the demo the plans of their pupils with SEN support or an EHC plan. */
export async function loadPlans(program: Program, schools: Iterable<{ schoolId: SchoolId }>): Promise<void> {
  for (const { schoolId } of schools) {
    await inScope({ ...scopeOf(program), reactions: [] }, programActor(schoolId), loadPlansOfSchool);
  }
}

async function loadPlansOfSchool(tx: Tx): Promise<void> {
  const { actor, today } = tx.scope;
  const lines = await tx
    .selectFrom('registerLines')
    .select(['pupilId', 'forename', 'yearGroup', 'status', 'sinceOn', 'needTypes'])
    .where('schoolId', '=', actor.schoolId)
    .where('isOnRoll', '=', true)
    .where('status', 'in', ['sen_support', 'ehc_plan'])
    .orderBy('surname')
    .orderBy('forename')
    .orderBy('bornOn')
    .execute();
  const senco = await tx
    .selectFrom('memberships')
    .select('personId')
    .where('schoolId', '=', actor.schoolId)
    .where('role', '=', 'senco')
    .where('untilOn', 'is', null)
    .limit(1)
    .executeTakeFirst();
  const all = lines.map((line, at) => ({
    pupilId: PupilId.parse(line.pupilId),
    cycles: planCycles(
      chanceFrom(seedFrom(at, line.forename, 'plan')),
      {
        forename: line.forename,
        isPrimary: yearsOfPrimary.includes(line.yearGroup ?? ''),
        status: line.status === 'ehc_plan' ? 'ehc_plan' : 'sen_support',
        sinceOn: line.sinceOn === null ? null : schoolDate(line.sinceOn),
        needTypes: line.needTypes,
      },
      today,
    ),
  }));
  await insertAll(tx, planRows(all, senco?.personId ?? null));
}
