import { z } from 'zod';
import type { Member } from '#src/kernel/access.ts';
import { assertNever } from '#src/kernel/result.ts';
import { BadRequest } from '#src/kernel/stops.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Passed, pass } from '#src/platform/http/gate.ts';
import { limitBody } from '#src/platform/http/limits.ts';
import { RolledBack, type Route, type Web } from '#src/platform/http/route.ts';
import { findStanding, keepTap, type TapRefusal } from '../commands/keep-tap.ts';
import type { Answer } from '../domain/offline/outbox.ts';
import { Outbox, TapSent } from '../domain/offline/tap.ts';
import { loadDue, logWords } from './of-session.ts';
import { loggedWithout, whoOf } from './take-along.ts';

const path = '/provision/offline/outbox';
const gate = { params: z.object({}), may: 'provision.log' } as const;
type Enter = Passed<unknown, unknown>['enter'];

/** What a refusal says on the device. */
function wordsOf(refusal: TapRefusal): string {
  switch (refusal) {
    case 'open_again':
      return 'Somebody took back what was logged. The session is open';
    case 'not_kept_before':
      return 'What you tapped before this was not taken, so this was not either';
    case 'key_used':
      return 'This device sent something else with the same number. Tap it again';
    case 'stale':
      return 'Somebody changed this session meanwhile. Nothing was overwritten';
    case 'logged_already':
      return 'Somebody logged this session before yours came. Nothing was overwritten';
    case 'not_due':
    case 'in_future':
    case 'nobody_in_it':
    case 'longer_than_planned':
    case 'no_minutes':
    case 'no_reason':
      return Object.values(logWords[refusal]).join(' ');
    default:
      return assertNever(refusal);
  }
}

/**
 * Takes what a device tapped without signal, each tap in a transaction of its own and in their order, and answers each:
 * kept, kept already, or refused and why. Somebody else’s taps are not taken, whoever holds the device.
 */
const keepOutbox: Route = {
  path,
  methods: ['POST'],
  may: gate.may,
  mount: (app, program) => {
    app.post(path, limitBody(), async (web) => {
      const passed = await pass(web, program, gate);
      if (passed instanceof Response) return passed;
      const who = await passed.enter(true, async (_, actor) => whoOf(actor));
      const posted = Outbox.safeParse(await readJson(web));
      if (!posted.success) throw new BadRequest();
      if (posted.data.who !== who) return web.json({ isOtherPerson: true }, 409);
      const answers: Answer[] = [];
      for (const tap of posted.data.taps) answers.push(await answerTo(passed.enter, tap));
      return web.json({ answers });
    });
  },
};
export default keepOutbox;

/** Only what a script of our own sends as JSON: a form of another site cannot say so. */
async function readJson(web: Web): Promise<unknown> {
  if (!/^application\/json\b/i.test(web.req.header('content-type') ?? '')) throw new BadRequest();
  return web.req.json().catch(() => null);
}

async function answerTo(enter: Enter, sent: { readonly key: string }): Promise<Answer> {
  const { key } = sent;
  const parsed = TapSent.safeParse(sent);
  if (!parsed.success)
    return { key, is: 'refused', words: 'Sendero did not understand this. Tap it again', theirs: null };
  try {
    return await enter(false, (tx, actor) => keepOne(tx, actor, parsed.data));
  } catch (stop) {
    // Thrown so that nothing of a refused tap stays, the key neither.
    if (stop instanceof RolledBack && isAnswer(stop.subject)) return stop.subject;
    throw stop;
  }
}

const isAnswer = (given: unknown): given is Answer =>
  typeof given === 'object' && given !== null && 'key' in given && 'is' in given;

async function keepOne(tx: Tx, actor: Member, tap: TapSent): Promise<Answer> {
  const { key, slotId, on } = tap;
  const due = await loadDue(tx, actor, { slotId, on });
  if (due === null) {
    const words = 'This session is not yours to log, or is no longer planned';
    throw new RolledBack<Answer>({ key, is: 'refused', words, theirs: null }, {});
  }
  const { full } = due;
  const kept = await keepTap(tx, { full, tap });
  if (kept.ok) {
    const { isNew, session } = kept.value;
    return { key, is: isNew ? 'kept' : 'already', logged: loggedWithout(session, full.pupils) };
  }
  const theirs = loggedWithout(await findStanding(tx, full, tap), full.pupils);
  throw new RolledBack<Answer>({ key, is: 'refused', words: wordsOf(kept.refusal), theirs }, {});
}
