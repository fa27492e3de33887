import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, schoolDate } from '#src/kernel/dates.ts';
import { newId, PupilId } from '#src/kernel/ids.ts';
import { runStart } from '#test/given-run.ts';
import { costOfRun, type RunCosts } from './run-cost.ts';

const pupils = [1, 2, 3].map(() => PupilId.parse(newId()));
const spells = pupils.map((pupilId, at) => ({
  runPupilId: newId(),
  runId: newId(),
  pupilId,
  fromOn: runStart,
  untilOn: null,
  aim: null,
  bearsCost: at === 0,
  outcome: null,
  endedWhy: null,
  nextStep: null,
  version: 1,
}));
const today = schoolDate('2026-11-24');
const there = pupils.map((pupilId) => ({ pupilId, state: 'present' as const, reason: null, minutes: 30 }));
const bare: RunCosts = { charge: 'shared', spells, held: [], coming: [], others: [], shares: [], today };
const total = (parts: Iterable<{ toDate: number; toCome: number }>) =>
  [...parts].reduce((sum, { toDate, toCome }) => sum + toDate + toCome, 0);

describe('what a run costs', () => {
  it('is told until today and from now on, by pupil and by source', () => {
    const found = costOfRun({
      ...bare,
      held: [{ on: runStart, pupils: there, adults: [{ minutes: 30, pence: 860 }] }],
      coming: [{ on: addDays(today, 1), adults: [{ minutes: 30, pencePerHour: 1720 }] }],
      others: [{ on: runStart, pence: 3000 }],
      shares: [{ source: 'notional_sen', basisPoints: 10_000, fromOn: runStart }],
    });
    expect([found.toDate.pence, found.toCome.pence]).toEqual([3860, 860]);
    expect([...found.byPupil.values()].map(({ toDate }) => toDate).toSorted()).toEqual([1286, 1287, 1287]);
    expect([...found.bySource]).toEqual([['notional_sen', { toDate: 3860, toCome: 860 }]]);
  });

  it('is charged to the one for whom it was set up', () => {
    const held = [{ on: runStart, pupils: there, adults: [{ minutes: 30, pence: 860 }] }];
    expect([...costOfRun({ ...bare, charge: 'one', held }).byPupil.keys()]).toEqual([pupils[0]]);
  });

  it('says how many minutes it could not cost, and is nothing for a run without anything', () => {
    const held = [{ on: runStart, pupils: there, adults: [{ minutes: 30, pence: null }] }];
    expect(costOfRun({ ...bare, held }).toDate).toEqual({ pence: 0, unratedMinutes: 30 });
    expect(costOfRun(bare)).toMatchObject({ toDate: { pence: 0, unratedMinutes: 0 }, toCome: { pence: 0 } });
  });

  it('adds up to the penny, by pupil and by source, whatever was held', () => {
    const adults = fc.array(
      fc.record({ minutes: fc.integer({ min: 1, max: 120 }), pence: fc.integer({ min: 0, max: 9999 }) }),
      { maxLength: 3 },
    );
    const sessions = fc.array(fc.record({ adults, there: fc.subarray(there) }), { maxLength: 12 });
    fc.assert(
      fc.property(sessions, fc.integer({ min: 0, max: 10_000 }), (held, share) => {
        const shares = [
          { source: 'top_up' as const, basisPoints: share, fromOn: runStart },
          { source: 'core' as const, basisPoints: 10_000 - share, fromOn: runStart },
        ];
        const found = costOfRun({
          ...bare,
          held: held.map((one, at) => ({
            on: addDays(runStart, at),
            adults: one.adults,
            pupils: there.map((pupil) =>
              one.there.includes(pupil) ? pupil : { ...pupil, state: 'missed' as const },
            ),
          })),
          shares,
        });
        const whole = found.toDate.pence;
        expect(total(found.byPupil.values())).toBe(whole);
        expect(total(found.bySource.values())).toBe(whole);
      }),
    );
  });
});
