import type { SchoolDate } from '../../../kernel/dates.ts';
import type { PupilId } from '../../../kernel/ids.ts';
import type { PlannedSession } from './planned.ts';
import { holdsOn, type RunPupil } from './run.ts';
import type { LostReason, Session, SessionPupil } from './session.ts';

/** Held but not to the end. */
export type Lost = LostReason | 'shorter';

/**
 * Minutes owed, given and lost (rule prov-3). Always `planned = held + lost + notLogged + toCome`; `extra` stands beside it:
 * what was given beyond the plan and recorded as extra.
 */
export type Ledger = {
  readonly planned: number;
  readonly held: number;
  readonly extra: number;
  readonly lost: number;
  /** Due until today, and nobody has said what became of it. */
  readonly notLogged: number;
  readonly toCome: number;
  readonly byReason: Readonly<Partial<Record<Lost, number>>>;
};

export const emptyLedger: Ledger = {
  planned: 0,
  held: 0,
  extra: 0,
  lost: 0,
  notLogged: 0,
  toCome: 0,
  byReason: {},
};

/** Adds ledgers, field by field: what stands above is the sum of what stands below. */
export function sumLedgers(ledgers: readonly Ledger[]): Ledger {
  const byReason: Partial<Record<Lost, number>> = {};
  for (const ledger of ledgers)
    for (const reason of lostIn(ledger))
      byReason[reason] = (byReason[reason] ?? 0) + (ledger.byReason[reason] ?? 0);
  const sum = (field: 'planned' | 'held' | 'extra' | 'lost' | 'notLogged' | 'toCome') =>
    ledgers.reduce((total, ledger) => total + ledger[field], 0);
  return {
    planned: sum('planned'),
    held: sum('held'),
    extra: sum('extra'),
    lost: sum('lost'),
    notLogged: sum('notLogged'),
    toCome: sum('toCome'),
    byReason,
  };
}

/** The reasons for which minutes were lost, as the ledger holds them. */
export const lostIn = ({ byReason }: Ledger): readonly Lost[] =>
  everyLost.filter((reason) => byReason[reason] !== undefined);

/** Whether a word is one of the reasons. */
export const isLost = (text: string): text is Lost => everyLost.some((reason) => reason === text);

const everyLost: readonly Lost[] = [
  'pupil_absent',
  'pupil_declined',
  'adult_absent',
  'adult_elsewhere',
  'trip',
  'room',
  'test',
  'event',
  'closed',
  'other',
  'shorter',
];

const open = (minutes: number, on: SchoolDate, today: SchoolDate): Ledger => ({
  ...emptyLedger,
  planned: minutes,
  ...(on <= today ? { notLogged: minutes } : { toCome: minutes }),
});

/** What became of `planned` minutes of which `given` were had. */
function closed(planned: number, given: number, reason: LostReason | null): Ledger {
  const held = Math.min(planned, given);
  const lost = planned - held;
  return {
    ...emptyLedger,
    planned,
    held,
    lost,
    extra: given - held,
    byReason: lost === 0 ? {} : { [reason ?? 'shorter']: lost },
  };
}

/** The account of one session: open, or logged with what was had of it. */
export const ledgerOf = (
  one:
    | { readonly planned: number; readonly state: 'notLogged' | 'toCome' }
    | { readonly planned: number; readonly state: 'logged'; given: number; reason: LostReason | null },
): Ledger =>
  one.state === 'logged'
    ? closed(one.planned, one.given, one.reason)
    : { ...emptyLedger, planned: one.planned, [one.state]: one.planned };

const keyOf = (slotId: string | null, on: SchoolDate): string => `${slotId} ${on}`;

type Logged = Session & { readonly pupils: readonly SessionPupil[] };
type Account = {
  readonly planned: readonly PlannedSession[];
  readonly logged: readonly Logged[];
  readonly today: SchoolDate;
};

/** The sessions that are due and that nobody has logged. */
export function stillOpen<P extends PlannedSession>({
  planned,
  logged,
}: {
  readonly planned: readonly P[];
  readonly logged: readonly Pick<Session, 'slotId' | 'on'>[];
}): readonly P[] {
  const known = new Set(logged.map((session) => keyOf(session.slotId, session.on)));
  return planned.filter((session) => !known.has(keyOf(session.slotId, session.on)));
}

/** The account of a run's sessions: an adult's minutes, however many pupils there are. */
export function runLedger(account: Account): Ledger {
  const { logged, today } = account;
  return sumLedgers([
    ...stillOpen(account).map(({ minutes, on }) => open(minutes, on, today)),
    ...logged.map(({ plannedMinutes, minutesHeld, reason }) => closed(plannedMinutes, minutesHeld, reason)),
  ]);
}

/** Whether a pupil is in a run on a day, by any of their times in it. */
export const isInRun = (
  spells: readonly Pick<RunPupil, 'pupilId' | 'fromOn' | 'untilOn'>[],
  pupilId: PupilId,
  on: SchoolDate,
): boolean => spells.some((spell) => spell.pupilId === pupilId && holdsOn(spell, on));

/**
 * The account of one pupil in a run: of each logged session in which the pupil was due what the pupil had, and of the
 * sessions that are open those of the days on which the pupil is in the run.
 */
export function pupilLedger(
  account: Account & { readonly spells: readonly RunPupil[] },
  pupilId: PupilId,
): Ledger {
  const { logged, today, spells } = account;
  const open_ = stillOpen(account)
    .filter(({ on }) => isInRun(spells, pupilId, on))
    .map(({ minutes, on }) => open(minutes, on, today));
  const had = logged.flatMap((session) => {
    const part = session.pupils.find((pupil) => pupil.pupilId === pupilId);
    return part === undefined ? [] : [closed(session.plannedMinutes, part.minutes, part.reason)];
  });
  return sumLedgers([...open_, ...had]);
}

/** Per cent of what was due until today that was given; null while nothing was due. Never above 100. */
export function deliveredPercent({ planned, held, toCome }: Ledger): number | null {
  const due = planned - toCome;
  return due === 0 ? null : Math.round((100 * held) / due);
}
