import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Answer } from '../domain/ask.form.ts';
import type { AskItem } from '../domain/ask.ts';
import { plansEvents } from '../domain/plans.events.ts';
import { findPlanAtWork } from '../queries/find-plan.ts';
import { addEvidence } from './keep-evidence.ts';
import { writeSection } from './write-section.ts';

const record = recorder(plansEvents);

export type AnswerRefusal = 'stale' | 'not_now' | 'too_long';
type Answered =
  | { readonly ok: true; readonly answered: number }
  /** Which one was not taken; the page then takes none. */
  | { readonly ok: false; readonly askItemId: string; readonly refusal: AnswerRefusal };
type Given = { readonly item: AskItem; readonly answer: Answer };

/** A piece of evidence holds so much; a part of a plan holds more. */
const longestEvidence = 2000;

/**
 * Takes the answers of one person, all or none: a word about a target becomes evidence of it, words of a part are written
 * into the plan. Returns how many were answered.
 */
export async function answerAsks(tx: Tx, given: readonly Given[]): Promise<Answered> {
  for (const one of given) {
    const taken = await takeAnswer(tx, one);
    if (!taken.ok) return { ok: false, askItemId: one.item.askItemId, refusal: taken.refusal };
  }
  if (given.length > 0) {
    await record(tx, {
      type: 'AskAnswered',
      audience: 'notes',
      changes: { answered: { before: null, after: given.length } },
    });
  }
  return { ok: true, answered: given.length };
}

async function takeAnswer(tx: Tx, { item, answer }: Given): Promise<Result<null, AnswerRefusal>> {
  if (answer.nothing || answer.words === null) return settle(tx, item, null);
  if (item.kind === 'part') {
    if (answer.version !== item.version) return refused('stale');
    const written = await writePart(tx, item, answer.words);
    return written.ok ? settle(tx, item, null, false) : written;
  }
  if (answer.words.length > longestEvidence) return refused('too_long');
  const evidence = { words: answer.words, result: null, seenOn: tx.scope.today, file: null };
  const added = await addEvidence(tx, { target: item, evidence });
  return added.ok ? settle(tx, item, added.value, false) : refused('not_now');
}

async function writePart(
  tx: Tx,
  item: Extract<AskItem, { kind: 'part' }>,
  words: string,
): Promise<Result<null, 'stale' | 'not_now'>> {
  const plan = await findPlanAtWork(tx, item.pupilId);
  const section = plan?.sections.find((one) => one.kind === item.part);
  if (plan === null || section === undefined || plan.planId !== item.planId) return refused('not_now');
  const written = await writeSection(tx, { plan, section, set: { words, mark: section.mark } });
  return written.ok ? done(null) : refused(written.refusal);
}

/** Whoever is later finds it answered. */
async function settle(
  tx: Tx,
  { askItemId }: AskItem,
  evidenceId: string | null,
  nothingToSay = evidenceId === null,
): Promise<Result<null, 'stale'>> {
  const { numUpdatedRows } = await tx
    .updateTable('askItems')
    .set({ answeredAt: tx.scope.clock.now(), evidenceId, nothingToSay })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('askItemId', '=', askItemId)
    .where('answeredAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? done(null) : refused('stale');
}
