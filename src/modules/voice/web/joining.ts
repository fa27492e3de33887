import type { Plan, Section } from '#src/modules/plans/index.ts';
import type { Pupil } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { goTo, type Outcome, refuse } from '#src/platform/http/route.ts';
import { joinViews } from '../commands/join-views.ts';
import { additionOf, lastAnswers, offeredTo, type VoiceAnswer } from '../domain/voice-answers.ts';
import { listVoiceAnswers } from '../queries/list-voice-answers.ts';
import { familyHref, loadFamily } from './family-of-plan.ts';
import { londonDay } from './london-day.ts';

export type ToJoin = {
  readonly pupil: Pupil;
  readonly plan: Plan;
  readonly section: Section;
  readonly answers: readonly VoiceAnswer[];
  readonly addition: string;
};

/** What waits to be put into one part of the plan; null where nothing does. */
export async function loadToJoin(
  tx: Tx,
  pupilId: Pupil['pupilId'],
  kind: 'parent_views' | 'pupil_views',
): Promise<ToJoin | null> {
  const held = await loadFamily(tx, pupilId);
  const section = held?.plan.sections.find((one) => one.kind === kind);
  if (held === null || section === undefined) return null;
  const answers = lastAnswers(await listVoiceAnswers(tx, held.plan.planId)).filter(
    (one) => one.decision === null && offeredTo(one) === kind,
  );
  const sayers = [...new Set(answers.map(({ saidById }) => saidById))];
  const addition = sayers
    .map((who) =>
      additionOf(
        answers.filter(({ saidById }) => saidById === who),
        londonDay,
      ),
    )
    .join('\n\n');
  return { ...held, section, answers, addition };
}

const refusals = {
  not_now: 'The plan is issued and locked. Open it again first, or put the words into the next cycle',
  stale: 'Somebody changed this part while you were reading. Nothing was lost: look at it and join again',
  too_long: 'Together this is longer than 8,000 characters. Shorten what is to be added',
  decided_already: 'There is nothing new to add: somebody has done it already',
} as const;

/** Adds what is to be added after what stands. */
export async function join(
  tx: Tx,
  { pupil, plan, section, answers }: ToJoin,
  given: { readonly words: string; readonly version: string; readonly upTo: string },
): Promise<Outcome> {
  if (String(section.version) !== given.version) return refuse(refusals.stale);
  const shown = answers.filter(({ voiceAnswerId }) => voiceAnswerId <= given.upTo);
  const done = await joinViews(tx, { plan, section, answers: shown, addition: given.words });
  if (done.ok) return goTo(familyHref(pupil.pupilId), 'Added to the plan');
  return refuse(done.refusal === 'too_long' ? { words: refusals.too_long } : refusals[done.refusal]);
}
