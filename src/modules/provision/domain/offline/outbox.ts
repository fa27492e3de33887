import type { LostReason } from '../session.ts';

/** After so many hours without a word from Sendero, and without a tap, a device forgets what it holds: a long weekend. */
export const keptForHours = 96;
/** As many taps are sent at once. */
export const mostAtOnce = 20;

/** What somebody says became of a session. */
export type Account = {
  readonly state: 'held' | 'cancelled';
  readonly reason: LostReason | null;
  readonly missing: readonly { readonly pupilId: string; readonly reason: LostReason }[];
  readonly note: string | null;
  readonly nextStep: string | null;
};
export type Told = Account | { readonly state: 'undone' };

/** What Sendero holds of a session. */
export type Logged = Account & { readonly sessionId: string; readonly version: number };

/** A session as a device takes it along: initials, never names. */
export type TakenSession = {
  readonly slotId: string;
  readonly on: string;
  /** 9.30 Talk Boost */
  readonly title: string;
  /** Den · 30 min */
  readonly where: string;
  /** What was said of the last one. */
  readonly last: string | null;
  readonly pupils: readonly { readonly pupilId: string; readonly mark: string }[];
  readonly logged: Logged | null;
};

/** What a device takes along: the sessions of one adult at one school. */
export type Taken = {
  /** Whose it is: a person at a school. */
  readonly who: string;
  readonly today: string;
  /** When it was taken, in words for people. */
  readonly takenAt: string;
  readonly days: readonly {
    readonly on: string;
    readonly words: string;
    readonly sessions: readonly TakenSession[];
  }[];
};

type Over =
  | { readonly was: 'open' }
  | { readonly was: 'logged'; readonly sessionId: string; readonly version: number }
  | { readonly was: 'tapped'; readonly key: string };

/** One tap: what is said of a session, over what was seen of it. */
export type Tap = {
  readonly key: string;
  readonly slotId: string;
  readonly on: string;
  readonly tappedAt: string;
  readonly over: Over;
  readonly told: Told;
};

/** What Sendero answers to one tap. */
export type Answer =
  | { readonly key: string; readonly is: 'kept' | 'already'; readonly logged: Logged | null }
  | {
      readonly key: string;
      readonly is: 'refused';
      readonly words: string;
      /** What stands there instead; null where nothing does. */
      readonly theirs: Logged | null;
    };
export type Refused = Extract<Answer, { readonly is: 'refused' }>;

/** A tap that is still on the device: not sent, or refused and not yet looked at. */
export type Waiting = { readonly tap: Tap; readonly refused: Refused | null };

type Place = { readonly slotId: string; readonly on: string };
const isOf = (place: Place) => (one: Place) => one.slotId === place.slotId && one.on === place.on;

/** The taps of one session that are not sent, in the order in which they were made. */
export const unsentOf = (waiting: readonly Waiting[], place: Place): readonly Tap[] =>
  waiting.filter(({ tap, refused }) => refused === null && isOf(place)(tap)).map(({ tap }) => tap);

export const refusedOf = (waiting: readonly Waiting[], place: Place): readonly Waiting[] =>
  waiting.filter(({ tap, refused }) => refused !== null && isOf(place)(tap));

/** What a new tap of this session is over: the last one that waits, or else what Sendero is known to hold. */
export function overOf(waiting: readonly Waiting[], session: Place & Pick<TakenSession, 'logged'>): Over {
  const last = unsentOf(waiting, session).at(-1);
  if (last !== undefined) return { was: 'tapped', key: last.key };
  if (session.logged === null) return { was: 'open' };
  const { sessionId, version } = session.logged;
  return { was: 'logged', sessionId, version };
}

/** What is sent next: the oldest that nobody has answered. Refused ones stay until somebody has looked at them. */
export const batchOf = (waiting: readonly Waiting[]): readonly Tap[] =>
  waiting
    .filter(({ refused }) => refused === null)
    .slice(0, mostAtOnce)
    .map(({ tap }) => tap);

export const countUnsent = (waiting: readonly Waiting[]): number =>
  waiting.filter(({ refused }) => refused === null).length;

/** What is left on the device after answers: what was kept goes, what was refused stays with the reason. */
export function afterAnswers(waiting: readonly Waiting[], answers: readonly Answer[]): readonly Waiting[] {
  const answerOf = new Map(answers.map((answer) => [answer.key, answer]));
  return waiting.flatMap((one) => {
    const answer = answerOf.get(one.tap.key);
    if (answer === undefined || one.refused !== null) return [one];
    return answer.is === 'refused' ? [{ tap: one.tap, refused: answer }] : [];
  });
}

/** What was taken along, with what Sendero now holds of the sessions of these taps. */
export function withAnswers(taken: Taken, taps: readonly Tap[], answers: readonly Answer[]): Taken {
  const answerOf = new Map(answers.map((answer) => [answer.key, answer]));
  const anew = (session: TakenSession): TakenSession => {
    const answer = taps
      .filter(isOf(session))
      .flatMap(({ key }) => answerOf.get(key) ?? [])
      .at(-1);
    if (answer === undefined) return session;
    return { ...session, logged: answer.is === 'refused' ? answer.theirs : answer.logged };
  };
  return { ...taken, days: taken.days.map((day) => ({ ...day, sessions: day.sessions.map(anew) })) };
}

/** Whether what a device holds is to be forgotten (rule off-4). Both in milliseconds since 1970. After 96 hours → yes. */
export const isForgotten = (touchedAt: number, now: number): boolean =>
  now - touchedAt >= keptForHours * 3_600_000;

/** What stands of a session on this device: the newest tap that waits, else what Sendero is known to hold. */
export function accountOf(waiting: readonly Waiting[], session: TakenSession): Account | null {
  const told = unsentOf(waiting, session).at(-1)?.told;
  if (told === undefined) return session.logged;
  return told.state === 'undone' ? null : told;
}
