import { z } from 'zod';
import type { Actor } from '#src/kernel/access.ts';
import { SchoolDate } from '#src/kernel/dates.ts';
import type { Values } from '#src/kernel/form.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { LogRefusal, SessionTold } from '../commands/log-session.ts';
import { mayLog } from '../domain/log-session.policy.ts';
import type { logForm } from '../domain/session.form.ts';
import { findRunOf } from '../queries/find-run-of.ts';
import { findDue } from '../queries/list-day.ts';
import { findRun } from '../queries/list-runs.ts';
import { findSession, listSessions } from '../queries/list-sessions.ts';

export const OfSlot = z.object({ slotId: z.uuid() });
export const OfSlotDay = OfSlot.extend({ onDay: SchoolDate });
export const OfSession = z.object({ sessionId: z.uuid() });

/** A session that is due and that the actor may log, with what was logged already; null where there is none. */
export async function loadDue(tx: Tx, actor: Actor, asked: { slotId: string; on: SchoolDate | null }) {
  const full = await findRunOf(tx, 'runSlots', asked.slotId);
  const planned = full === null ? null : await findDue(tx, full, asked);
  if (full === null || planned === null || !mayLog(actor, full.staff, planned.on)) return null;
  const { on, runId } = planned;
  const known = await listSessions(tx, { from: on, until: on, runIds: [runId] });
  const logged = known.find(({ slotId }) => slotId === planned.slotId) ?? null;
  return { full, planned, logged };
}

/** A session that was logged and that the actor may log; null where there is none. */
export async function loadLogged(tx: Tx, actor: Actor, { sessionId }: { sessionId: string }) {
  const session = await findSession(tx, sessionId);
  const full = session === null ? null : await findRun(tx, session.runId);
  return session === null || full === null || !mayLog(actor, full.staff, session.on)
    ? null
    : { full, session };
}

/** What was typed, as the command takes it. */
export function sessionTold(values: Values<typeof logForm>): SessionTold {
  const { state, missing, missingWhy, reason, minutes, isExtra, note, nextStep } = values;
  const isHeld = state === 'held';
  return {
    state,
    reason: isHeld ? null : (reason ?? null),
    missing: isHeld ? missing.map((pupilId) => ({ pupilId, reason: missingWhy ?? 'pupil_absent' })) : [],
    minutes: isHeld ? minutes : 0,
    isExtra,
    note: note ?? null,
    nextStep: nextStep ?? null,
  };
}

export const logWords: Readonly<Record<LogRefusal, Readonly<Record<string, string>>>> = {
  logged_already: { form: 'Somebody has logged this session already. Open it to see what they said' },
  not_due: { form: 'No session is due on this day: the group does not meet then, or the school is closed' },
  in_future: { form: 'This session is still to come' },
  nobody_in_it: { form: 'Nobody is in this group on that day' },
  longer_than_planned: {
    minutes: 'This is longer than planned. Tick that it is meant, and the rest counts as extra',
  },
  no_minutes: { minutes: 'Enter how many minutes it was, or say that it did not happen' },
  no_reason: { reason: 'Select why it did not happen' },
  stale: {
    form: 'Somebody changed this while you were writing. Nothing was overwritten: compare the two and save again if yours is right',
  },
};
