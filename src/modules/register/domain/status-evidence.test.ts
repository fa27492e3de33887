import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import { recordOf } from '#test/register-samples.ts';
import { inForceOn, type StatusRecord, senStatuses } from './sen-status.ts';
import { type EvidencePlan, planEvidence, type StatusEvidence } from './status-evidence.ts';

const day = schoolDate;
const told = (of: Partial<StatusEvidence> = {}): StatusEvidence => ({
  status: 'sen_support',
  recordedCode: 'K',
  fromOn: day('2024-09-01'),
  untilOn: null,
  ...of,
});

/** The lines that stand once a plan is written. */
function written(held: readonly StatusRecord[], plan: EvidencePlan): StatusRecord[] {
  const changed = new Map(plan.change.map(({ held: one, ...spell }) => [one.statusId, spell]));
  const gone = new Set(plan.withdraw.map((one) => one.statusId));
  return [
    ...held.filter((one) => !gone.has(one.statusId)).map((one) => ({ ...one, ...changed.get(one.statusId) })),
    ...plan.add.map((one) =>
      recordOf({ ...one, reason: null, parentsToldOn: null, statusId: newId(), source: 'CTF' }),
    ),
  ];
}
const take = (held: readonly StatusRecord[], given: readonly StatusEvidence[], isAccepted = false) =>
  written(held, planEvidence(given, { statuses: held, withdrawn: [], isAccepted }));
const spells = (held: readonly StatusRecord[]) =>
  [...held]
    .sort((one, other) => (one.fromOn < other.fromOn ? -1 : 1))
    .map(({ status, fromOn, untilOn }) => `${status} ${fromOn} ${untilOn ?? ''}`.trim());

const anyDay = fc.integer({ min: 0, max: 400 }).map((days) => addDays(day('2024-01-01'), days));
const anyStatus = fc.constantFrom(...senStatuses);
const anyHistory = fc
  .uniqueArray(fc.record({ status: anyStatus, fromOn: anyDay, isOld: fc.boolean() }), {
    maxLength: 5,
    selector: ({ fromOn }) => fromOn,
  })
  .chain((changes) =>
    fc.boolean().map((isEnded) => {
      const sorted = [...changes].sort((one, other) => (one.fromOn < other.fromOn ? -1 : 1));
      return sorted.map(({ status, fromOn, isOld }, index): StatusEvidence => {
        const next = sorted[index + 1];
        const end = isEnded ? addDays(fromOn, 30) : null;
        return {
          status,
          recordedCode: isOld && status === 'sen_support' ? 'A' : 'K',
          fromOn,
          untilOn: next === undefined ? end : addDays(next.fromOn, -1),
        };
      });
    }),
  );
const anyHeld = fc
  .tuple(anyHistory, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
  .map(([history, own]) =>
    history.map((one, index) =>
      recordOf({
        ...one,
        reason: null,
        parentsToldOn: null,
        source: own[index] === true ? 'Sendero' : 'SIMS',
      }),
    ),
  );
const everyDay: readonly SchoolDate[] = Array.from({ length: 450 }, (_, days) =>
  addDays(day('2023-12-25'), days),
);

describe('the SEN history that a file tells', () => {
  it('is taken whole where nothing is held', () => {
    const given = [
      told({
        status: 'sen_support',
        recordedCode: 'A',
        fromOn: day('2012-09-01'),
        untilOn: day('2014-08-31'),
      }),
      told({ fromOn: day('2014-09-01') }),
    ];
    expect(spells(take([], given))).toEqual(['sen_support 2012-09-01 2014-08-31', 'sen_support 2014-09-01']);
  });

  it('ends what an older file left open', () => {
    const held = [recordOf({ fromOn: day('2024-09-01') })];
    const given = [told({ status: 'ehc_plan', recordedCode: 'E', fromOn: day('2026-01-01') })];
    expect(spells(take(held, given))).toEqual(['sen_support 2024-09-01 2025-12-31', 'ehc_plan 2026-01-01']);
  });

  it('moves the beginning back when it knows the pupil longer', () => {
    const held = [recordOf({ fromOn: day('2026-11-01'), source: 'SIMS' })];
    expect(spells(take(held, [told()]))).toEqual(['sen_support 2024-09-01']);
  });

  it('leaves what a person wrote in Sendero, and tells where it differs', () => {
    const held = [recordOf({ status: 'ehc_plan', fromOn: day('2026-01-01'), source: 'Sendero' })];
    const plan = planEvidence([told()], { statuses: held, withdrawn: [] });
    expect(spells(written(held, plan))).toEqual(['sen_support 2024-09-01 2025-12-31', 'ehc_plan 2026-01-01']);
    expect(plan.differing).toHaveLength(1);
  });

  it('takes the place of what a person wrote when somebody has chosen so', () => {
    const held = [recordOf({ fromOn: day('2024-09-01'), source: 'Sendero' })];
    const given = [told({ status: 'ehc_plan', recordedCode: 'E', fromOn: day('2026-01-01') })];
    expect(spells(take(held, given, true))).toEqual([
      'sen_support 2024-09-01 2025-12-31',
      'ehc_plan 2026-01-01',
    ]);
  });

  it('does not bring back what a person withdrew', () => {
    const withdrawn = [recordOf({ status: 'ehc_plan', fromOn: day('2026-01-01') })];
    const given = [told({ status: 'ehc_plan', recordedCode: 'E', fromOn: day('2026-01-01') })];
    expect(planEvidence(given, { statuses: [], withdrawn }).add).toEqual([]);
  });

  it('counts the later of two on one day', () => {
    const given = [told({ status: 'none' }), told({ status: 'ehc_plan' })];
    expect(spells(take([], given))).toEqual(['ehc_plan 2024-09-01']);
  });

  it('says nothing new when it is read twice', () => {
    fc.assert(
      fc.property(anyHeld, anyHistory, (held, given) => {
        const once = take(held, given);
        const again = planEvidence(given, { statuses: once, withdrawn: [] });
        expect([again.add, again.change, again.withdraw]).toEqual([[], [], []]);
      }),
    );
  });

  it('never changes a day that a person wrote, and never lets two statuses overlap', () => {
    fc.assert(
      fc.property(anyHeld, anyHistory, (held, given) => {
        const after = take(held, given);
        const own = held.filter((one) => one.source === 'Sendero');
        for (const one of own) expect(after).toContainEqual(one);
        for (const on of everyDay) {
          const there = after.filter((one) => inForceOn([one], on) !== null);
          expect(there.length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('holds on every day what the file says, or what a person wrote, or what was held', () => {
    fc.assert(
      fc.property(anyHeld, anyHistory, (held, given) => {
        const after = take(held, given);
        for (const on of everyDay) {
          const own = inForceOn(
            held.filter((one) => one.source === 'Sendero'),
            on,
          );
          const expected = own ?? givenOn(given, on) ?? inForceOn(held, on);
          expect(inForceOn(after, on)?.status ?? null).toBe(expected?.status ?? null);
        }
      }),
      { numRuns: 40 },
    );
  });
});

const givenOn = (given: readonly StatusEvidence[], on: SchoolDate) =>
  given.find(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || untilOn >= on)) ?? null;
