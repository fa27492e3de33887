import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { newId, PupilId } from '#src/kernel/ids.ts';
import { runStart } from '#test/given-run.ts';
import { deliveredPercent, type Ledger, pupilLedger, runLedger, sumLedgers } from './ledger.ts';
import type { PlannedSession } from './planned.ts';
import type { RunPupil } from './run.ts';
import type { LostReason, Session, SessionPupil } from './session.ts';

const today = schoolDate('2026-11-24');
const slotId = newId();
const runId = newId();
const [ada, ben] = [PupilId.parse(newId()), PupilId.parse(newId())];

const due = (on: SchoolDate, minutes = 30): PlannedSession => ({
  runId,
  slotId,
  on,
  startsAt: null,
  minutes,
  place: null,
});
type Logged = Session & { pupils: readonly SessionPupil[] };
const logged = (on: SchoolDate, given: Partial<Logged> = {}): Logged => ({
  sessionId: newId(),
  runId,
  slotId,
  on,
  state: 'held',
  plannedMinutes: 30,
  minutesHeld: 30,
  isExtra: false,
  reason: null,
  note: null,
  nextStep: null,
  version: 1,
  pupils: [],
  ...given,
});
const there = (pupilId: PupilId, minutes = 30): SessionPupil => ({
  pupilId,
  state: 'present',
  reason: null,
  minutes,
});
const missing = (pupilId: PupilId, reason: LostReason): SessionPupil => ({
  pupilId,
  state: 'missed',
  reason,
  minutes: 0,
});
const spell = (pupilId: PupilId, given: Partial<RunPupil> = {}): RunPupil => ({
  runPupilId: newId(),
  runId,
  pupilId,
  fromOn: runStart,
  untilOn: null,
  aim: null,
  bearsCost: true,
  outcome: null,
  endedWhy: null,
  nextStep: null,
  version: 1,
  ...given,
});
const on = (text: string) => schoolDate(text);

describe('the account of a run (rule prov-3)', () => {
  const planned = ['2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24', '2026-12-01'].map((day) =>
    due(on(day)),
  );

  it('tells planned, held, lost by reason, not logged and to come', () => {
    const account = {
      planned,
      today,
      logged: [
        logged(on('2026-11-03')),
        logged(on('2026-11-10'), { state: 'cancelled', minutesHeld: 0, reason: 'trip' }),
        logged(on('2026-11-17'), { minutesHeld: 20 }),
      ],
    };
    expect(runLedger(account)).toEqual({
      planned: 150,
      held: 50,
      extra: 0,
      lost: 40,
      notLogged: 30,
      toCome: 30,
      byReason: { trip: 30, shorter: 10 },
    });
  });

  it('keeps what was beyond the plan apart as extra', () => {
    const extra = logged(on('2026-11-05'), { slotId: null, plannedMinutes: 0, isExtra: true });
    const longer = logged(on('2026-11-03'), { minutesHeld: 45, isExtra: true });
    const found = runLedger({ planned: planned.slice(0, 1), today, logged: [extra, longer] });
    expect(found).toMatchObject({ planned: 30, held: 30, extra: 45, lost: 0 });
  });

  it('keeps a session that was logged though its day was closed afterwards', () => {
    const gone = logged(on('2026-11-12'), { state: 'cancelled', minutesHeld: 0, reason: 'closed' });
    expect(runLedger({ planned: [], today, logged: [gone] })).toMatchObject({ planned: 30, lost: 30 });
  });
});

describe('the account of a pupil in a run (rule prov-3)', () => {
  it('counts what the pupil had, and open sessions of the days on which the pupil is in it', () => {
    const account = {
      planned: ['2026-11-03', '2026-11-10', '2026-11-24', '2026-12-01'].map((day) => due(on(day))),
      logged: [
        logged(on('2026-11-03'), { pupils: [there(ada), missing(ben, 'pupil_absent')] }),
        logged(on('2026-11-10'), { pupils: [there(ada, 15), there(ben)] }),
      ],
      today,
      spells: [spell(ada, { untilOn: on('2026-11-24') }), spell(ben)],
    };
    expect(pupilLedger(account, ada)).toMatchObject({
      planned: 90,
      held: 45,
      lost: 15,
      notLogged: 30,
      toCome: 0,
    });
    expect(pupilLedger(account, ben)).toMatchObject({
      planned: 120,
      held: 30,
      toCome: 30,
      byReason: { pupil_absent: 30 },
    });
  });
});

describe('per cent given', () => {
  it.each<[Partial<Ledger>, number | null]>([
    [{ planned: 0 }, null],
    [{ planned: 60, toCome: 60 }, null],
    [{ planned: 90, held: 45, toCome: 30 }, 75],
    [{ planned: 30, held: 30, extra: 60 }, 100],
  ])('of %j is %s', (given, percent) => {
    expect(deliveredPercent({ ...sumLedgers([]), ...given })).toBe(percent);
  });
});

/** A school made up of runs with pupils, every session logged somehow or open. */
const anySession = fc.record({
  planned: fc.integer({ min: 1, max: 90 }),
  share: fc.double({ min: 0, max: 2, noNaN: true }),
  fate: fc.constantFrom('held', 'cancelled', 'open'),
  isExtra: fc.boolean(),
});

type Any = { planned: number; share: number; fate: string; isExtra: boolean };
function writtenOf({ planned, share, fate, isExtra }: Any, day: SchoolDate): Logged[] {
  if (fate === 'open') return [];
  if (fate === 'cancelled')
    return [logged(day, { plannedMinutes: planned, minutesHeld: 0, state: 'cancelled', reason: 'room' })];
  const most = isExtra ? planned * 2 : planned;
  const held = Math.max(1, Math.min(most, Math.round(planned * share)));
  return [logged(day, { plannedMinutes: planned, minutesHeld: held, isExtra: held > planned })];
}

describe('accounts of any school', () => {
  it('always balance, sum level by level, and give no more than was planned without an extra', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anySession, { maxLength: 12 }), { maxLength: 6 }), (runs) => {
        const ledgers = runs.map((sessions) => {
          const days = sessions.map((_, at) => addDays(runStart, at * 3));
          const planned = sessions.map((one, at) => due(days[at] ?? runStart, one.planned));
          const written = sessions.flatMap((one, at) => writtenOf(one, days[at] ?? runStart));
          return { ledger: runLedger({ planned, logged: written, today }), written };
        });
        const whole = sumLedgers(ledgers.map(({ ledger }) => ledger));
        expect(whole.planned).toBe(whole.held + whole.lost + whole.notLogged + whole.toCome);
        expect(whole.lost).toBe(Object.values(whole.byReason).reduce((sum, minutes) => sum + minutes, 0));
        expect(whole.held).toBeLessThanOrEqual(whole.planned);
        for (const { ledger, written } of ledgers) {
          if (written.some(({ isExtra }) => isExtra)) continue;
          expect(ledger.extra).toBe(0);
          expect(written.reduce((sum, { minutesHeld }) => sum + minutesHeld, 0)).toBe(ledger.held);
        }
      }),
    );
  });
});
