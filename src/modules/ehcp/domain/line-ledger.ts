import type { SchoolDate } from '#src/kernel/dates.ts';
import { type OpenDays, owedMinutes, owedSessions, type Promised } from './owed.ts';

/** What became of one session for the pupil: `minutes` of the `planned`, and why not all of it. */
export type CountedSession = {
  readonly runId: string;
  readonly on: SchoolDate;
  readonly planned: number;
  readonly minutes: number;
  readonly reason: string | null;
};

/** A run that gives what a line promises, from a day until a day. */
export type LineRun = {
  readonly commitmentId: string;
  readonly runId: string;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
};

/** `owed = delivered + away + lost + unexplained − beyond`, in whole sessions: one that was shorter was delivered. */
export type SessionsAccount = {
  readonly owed: number;
  readonly delivered: number;
  readonly away: number;
  readonly lost: number;
  readonly unexplained: number;
  readonly beyond: number;
};

/**
 * The account of one line of Section F in minutes, until today (rule ledger-2). `owed = delivered + away + lost +
 * unexplained − beyond`, where the plan says how much; without a quantity `owed` is null.
 */
export type LineAccount = {
  /** The same in sessions, where the plan promises their number and not their length; else null. */
  readonly counted: SessionsAccount | null;
  readonly owed: number | null;
  readonly delivered: number;
  /** The pupil was away or did not want to come: kept apart, as nobody failed to give it. */
  readonly away: number;
  /** A session that did not take place, or was shorter, for a reason of the school's. */
  readonly lost: number;
  /** Owed, and no session says what became of it. */
  readonly unexplained: number;
  /** Given or planned beyond what is owed. */
  readonly beyond: number;
  readonly sessions: number;
  readonly byReason: Readonly<Record<string, number>>;
};

const pupilsOwn: readonly string[] = ['pupil_absent', 'pupil_declined'];

/** The line that a session counts to: that of its run on its day. A session counts to one line or to none. */
export const lineOf = (
  session: Pick<CountedSession, 'runId' | 'on'>,
  runs: readonly LineRun[],
): string | null =>
  runs.find(
    ({ runId, fromOn, untilOn }) =>
      runId === session.runId && fromOn <= session.on && (untilOn === null || session.on <= untilOn),
  )?.commitmentId ?? null;

function had(sessions: readonly CountedSession[]) {
  let [delivered, away, lost] = [0, 0, 0];
  const byReason: Record<string, number> = {};
  for (const { planned, minutes, reason } of sessions) {
    delivered += minutes;
    const missing = Math.max(0, planned - minutes);
    if (missing === 0) continue;
    const why = reason ?? 'shorter';
    byReason[why] = (byReason[why] ?? 0) + missing;
    if (pupilsOwn.includes(why)) away += missing;
    else lost += missing;
  }
  return { delivered, away, lost, byReason, sessions: sessions.length };
}

export type LedgerOf = {
  readonly promised: readonly Promised[];
  readonly runs: readonly LineRun[];
  readonly sessions: readonly CountedSession[];
  readonly period: { readonly from: SchoolDate; readonly until: SchoolDate };
  readonly today: SchoolDate;
  readonly open: OpenDays;
};

export type Ledger = {
  readonly byLine: ReadonlyMap<string, LineAccount>;
  /** Sessions of runs that count to no line: they are shown, so that none is lost. */
  readonly untied: LineAccount;
};

/**
 * What each line of Section F owed in a period until today, and what became of it (rule ledger-2). The authority owes it
 * (CFA 2014 s42(2)); the sessions that the school logged are the proof.
 */
export function sectionLedger({ promised, runs, sessions, period, today, open }: LedgerOf): Ledger {
  const until = period.until < today ? period.until : today;
  const counted = sessions.filter(({ on }) => on >= period.from && on <= until);
  const ofLine = Map.groupBy(counted, (session) => lineOf(session, runs));
  const ids = [
    ...new Set([...promised.map(({ commitmentId }) => commitmentId), ...runs.map((run) => run.commitmentId)]),
  ];
  const byLine = new Map(
    ids.map((id) => {
      const mine = promised.filter(({ commitmentId }) => commitmentId === id);
      const owes = mine.map((one) => owedMinutes(one, { from: period.from, until }, open));
      const owed = sumOfKnown(owes);
      const given = ofLine.get(id) ?? [];
      const sessions = mine.map((one) => owedSessions(one, { from: period.from, until }, open));
      const counted = owed === null ? countSessions(sumOfKnown(sessions), given) : null;
      return [id, { ...balance(owed, had(given)), counted }] as const;
    }),
  );
  return { byLine, untied: balance(null, had(ofLine.get(null) ?? [])) };
}

const sumOfKnown = (all: readonly (number | null)[]): number | null => {
  const known = all.filter((one) => one !== null);
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
};

function balance(owed: number | null, given: ReturnType<typeof had>): LineAccount {
  const counted = null;
  if (owed === null) return { ...given, counted, owed, unexplained: 0, beyond: 0 };
  const rest = owed - given.delivered - given.away - given.lost;
  return { ...given, counted, owed, unexplained: Math.max(0, rest), beyond: Math.max(0, -rest) };
}

function countSessions(owed: number | null, sessions: readonly CountedSession[]): SessionsAccount | null {
  if (owed === null) return null;
  const delivered = sessions.filter(({ minutes }) => minutes > 0).length;
  const away = sessions.filter(
    ({ minutes, reason }) => minutes === 0 && reason !== null && pupilsOwn.includes(reason),
  ).length;
  const lost = sessions.length - delivered - away;
  const rest = owed - sessions.length;
  return { owed, delivered, away, lost, unexplained: Math.max(0, rest), beyond: Math.max(0, -rest) };
}

/** Adds accounts. Of `owed` those that are known; null where none is. */
export function sumAccounts(accounts: readonly LineAccount[]): LineAccount {
  const byReason: Record<string, number> = {};
  for (const account of accounts)
    for (const [reason, minutes] of Object.entries(account.byReason))
      byReason[reason] = (byReason[reason] ?? 0) + minutes;
  const sum = (field: 'delivered' | 'away' | 'lost' | 'unexplained' | 'beyond' | 'sessions') =>
    accounts.reduce((total, account) => total + account[field], 0);
  const owes = accounts.map(({ owed }) => owed).filter((owed) => owed !== null);
  return {
    counted: null,
    owed: owes.length === 0 ? null : owes.reduce((total, owed) => total + owed, 0),
    delivered: sum('delivered'),
    away: sum('away'),
    lost: sum('lost'),
    unexplained: sum('unexplained'),
    beyond: sum('beyond'),
    sessions: sum('sessions'),
    byReason,
  };
}

/** Per cent of what was owed that was given, at most 100; null where nothing is owed or nobody says how much. */
export const deliveredPercent = ({
  owed,
  delivered,
}: Pick<LineAccount, 'owed' | 'delivered'>): number | null =>
  owed === null || owed === 0 ? null : Math.min(100, Math.round((100 * delivered) / owed));
