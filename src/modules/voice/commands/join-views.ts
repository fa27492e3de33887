import { done, type Result, refused } from '#src/kernel/result.ts';
import { type Plan, type Section, writeSection } from '#src/modules/plans/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { voiceEvents } from '../domain/voice.events.ts';
import { joined, type VoiceAnswer } from '../domain/voice-answers.ts';

const record = recorder(voiceEvents);
const longest = 8000;

type Written = Awaited<ReturnType<typeof writeSection>>;
type WriteRefusal = Extract<Written, { readonly ok: false }>['refusal'];

/**
 * Puts what somebody said into a part of the plan, after what stands there: nothing is overwritten. Two authors at once:
 * the second finds it done, or the part changed.
 */
export async function joinViews(
  tx: Tx,
  given: {
    readonly plan: Plan;
    readonly section: Section;
    readonly answers: readonly VoiceAnswer[];
    readonly addition: string;
  },
): Promise<Result<null, WriteRefusal | 'too_long' | 'decided_already'>> {
  const { plan, section, answers, addition } = given;
  const words = joined(section.words, addition);
  if (words.length > longest) return refused('too_long');
  const { mark } = section;
  const written = await writeSection(tx, {
    plan,
    section,
    set: { words, mark: mark === 'not_needed' ? null : mark },
  });
  if (!written.ok) return written;
  if (!(await decide(tx, plan, answers, 'joined'))) return refused('decided_already');
  return done(null);
}

/** Notes that answers were read and stay beside the plan: comments, agreement, a picture. */
export async function readAnswers(
  tx: Tx,
  plan: Pick<Plan, 'planId' | 'pupilId'>,
  answers: readonly VoiceAnswer[],
): Promise<Result<null, 'decided_already'>> {
  return (await decide(tx, plan, answers, 'read')) ? done(null) : refused('decided_already');
}

async function decide(
  tx: Tx,
  plan: Pick<Plan, 'planId' | 'pupilId'>,
  answers: readonly VoiceAnswer[],
  decision: 'joined' | 'read',
): Promise<boolean> {
  const { actor, clock } = tx.scope;
  if (answers.length === 0) return false;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('voiceDecisions')
    .values(
      answers.map(({ voiceAnswerId }) => ({
        schoolId: actor.schoolId,
        voiceAnswerId,
        pupilId: plan.pupilId,
        decision,
        decidedAt: clock.now(),
        decidedBy: actor.personId,
      })),
    )
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== BigInt(answers.length)) return false;
  await record(tx, {
    type: 'VoiceJoined',
    audience: 'plans',
    pupilId: plan.pupilId,
    subjectId: plan.planId,
    changes: { [decision]: { before: null, after: answers.length } },
  });
  return true;
}
