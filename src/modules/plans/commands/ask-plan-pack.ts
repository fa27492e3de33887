import { newId, type PersonId, type PupilId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { plansEvents } from '../domain/plans.events.ts';

const record = recorder(plansEvents);

export type PackAsked = {
  readonly personId: PersonId;
  readonly title: string;
  readonly templateKey: string;
  readonly isLargePrint: boolean;
  readonly pupilIds: readonly PupilId[];
};

/** Asks for a pack of pupils' issued plans; a job makes it. Returns its id. */
export async function askPlanPack(tx: Tx, asked: PackAsked): Promise<string> {
  const { actor, clock } = tx.scope;
  const planPackId = newId(clock.now().getTime());
  await tx
    .insertInto('planPacks')
    .values({
      ...asked,
      schoolId: actor.schoolId,
      planPackId,
      pupilIds: [...asked.pupilIds],
      state: 'waiting',
      askedAt: clock.now(),
    })
    .execute();
  await record(tx, {
    type: 'PlanPackAsked',
    audience: 'plans',
    subjectId: planPackId,
    changes: {
      template: { before: null, after: asked.templateKey },
      plans: { before: null, after: asked.pupilIds.length },
    },
  });
  return planPackId;
}
