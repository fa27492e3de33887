import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, schoolDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import { needOf } from '#test/register-samples.ts';
import {
  evidenceProblems,
  heldSince,
  type NeedGiven,
  type NeedRecord,
  needLabel,
  needsInOrder,
  needsProblems,
} from './needs.ts';
import { type NeedsPlan, overlapsHistory, planNeeds } from './needs-plan.ts';

const day = schoolDate;
const today = day('2026-11-24');
const world = { status: 'sen_support' as const, bornOn: day('2018-05-03'), today };
const need = (of: Partial<NeedGiven> = {}): NeedGiven => ({
  senType: 'SLCN',
  rank: 1,
  sinceOn: day('2025-09-01'),
  ...of,
});

describe('a list of needs', () => {
  it.each([
    ['no_primary', null, [need({ rank: 2 })]],
    ['rank_gap', 2, [need(), need({ senType: 'MLD', rank: 3 })]],
    ['rank_twice', 1, [need(), need({ senType: 'MLD' })]],
    ['type_twice', null, [need(), need({ rank: 2 })]],
    ['type_unknown', 1, [need({ senType: 'XYZ' })]],
    ['type_withdrawn', 1, [need({ senType: 'BESD', sinceOn: day('2026-01-01') })]],
    ['type_not_yet', 1, [need({ senType: 'DS', sinceOn: day('2024-12-31') })]],
    ['type_not_yet', 1, [need({ senType: 'SEMH', sinceOn: day('2014-08-31') })]],
    ['before_birth', 1, [need({ sinceOn: day('2018-05-02') })]],
    ['in_future', 1, [need({ sinceOn: day('2026-11-25') })]],
  ] as const)('is refused: %s (rule sen-4)', (fault, rank, needs) => {
    const older = { ...world, bornOn: fault === 'before_birth' ? world.bornOn : day('2010-01-01') };
    expect(needsProblems(needs, older)).toContainEqual({ fault, rank });
  });

  it('refuses NSA beside an EHC plan, and takes it on SEN support (rule sen-5)', () => {
    const needs = [need({ senType: 'NSA' })];
    expect(needsProblems(needs, { ...world, status: 'ehc_plan' })).toEqual([
      { fault: 'nsa_with_plan', rank: 1 },
    ]);
    expect(needsProblems(needs, world)).toEqual([]);
  });

  it('may be empty, and may hold DS from the first day of the code (rule sen-6)', () => {
    expect(needsProblems([], world)).toEqual([]);
    expect(needsProblems([need({ senType: 'DS', sinceOn: day('2025-01-01') })], world)).toEqual([]);
  });

  it('from a file is kept with its faults, so long as it can be kept', () => {
    expect(evidenceProblems([need({ rank: 2, senType: 'BESD' })])).toEqual([]);
    expect(evidenceProblems([need(), need({ senType: 'MLD' })])).toHaveLength(1);
  });

  it('is said by rank, and autism by the name that families use', () => {
    expect(needsInOrder([need({ senType: 'MLD', rank: 2 }), need()])).toBe('SLCN, MLD');
    expect([needLabel('ASD'), needLabel('HI'), needLabel('ZZ')]).toEqual([
      'Autism',
      'Hearing Impairment',
      'not recognised (ZZ)',
    ]);
  });

  it('knows since when a need is held without a break, whatever its rank was', () => {
    const first = needOf({ rank: 1, fromOn: day('2024-09-01'), untilOn: day('2025-12-31') });
    const second = needOf({ rank: 2, fromOn: day('2026-01-01') });
    expect(heldSince([first, second], second)).toBe('2024-09-01');
    expect(heldSince([{ ...first, untilOn: day('2025-12-30') }, second], second)).toBe('2026-01-01');
  });
});

/** The needs that stand once a plan is written, those of the past among them. */
function written(held: readonly NeedRecord[], plan: NeedsPlan): NeedRecord[] {
  const gone = new Set(plan.withdraw.map((one) => one.needId));
  const ended = new Map(plan.end.map(({ need: one, untilOn }) => [one.needId, untilOn]));
  return [
    ...held
      .filter((one) => !gone.has(one.needId))
      .map((one) => ({ ...one, untilOn: ended.get(one.needId) ?? one.untilOn })),
    ...plan.open.map(({ senType, rank, fromOn }) => needOf({ needId: newId(), senType, rank, fromOn })),
  ];
}

describe('a change of needs', () => {
  const slcn = needOf({ senType: 'SLCN', rank: 1 });
  const mld = needOf({ senType: 'MLD', rank: 2 });
  const same = (one: NeedRecord, of: Partial<NeedGiven> = {}): NeedGiven => ({
    senType: one.senType,
    rank: one.rank,
    sinceOn: one.fromOn,
    ...of,
  });

  it('writes nothing when nothing is different', () => {
    expect(planNeeds([slcn, mld], [same(slcn), same(mld)], today)).toEqual({
      withdraw: [],
      end: [],
      reword: [],
      open: [],
    });
  });

  it('ends what is left out yesterday', () => {
    const plan = planNeeds([slcn, mld], [same(slcn)], today);
    expect(plan.end).toEqual([{ need: mld, untilOn: '2026-11-23' }]);
  });

  it('closes and opens needs that change places', () => {
    const plan = planNeeds([slcn, mld], [same(mld, { rank: 1 }), same(slcn, { rank: 2 })], today);
    expect(plan.end.map(({ untilOn }) => untilOn)).toEqual(['2026-11-23', '2026-11-23']);
    expect(plan.open.map(({ senType, rank, fromOn }) => [senType, rank, fromOn])).toEqual([
      ['MLD', 1, '2026-11-24'],
      ['SLCN', 2, '2026-11-24'],
    ]);
  });

  it('lets a need that is primary since a day of its own move the others on that day', () => {
    const given = [
      need({ senType: 'ASD', rank: 1, sinceOn: day('2025-01-01') }),
      same(slcn, { rank: 2 }),
      same(mld, { rank: 3 }),
    ];
    const after = written([slcn, mld], planNeeds([slcn, mld], given, today));
    expect(after.map(({ senType, rank, fromOn, untilOn }) => [senType, rank, fromOn, untilOn])).toEqual([
      ['SLCN', 1, '2024-09-01', '2024-12-31'],
      ['MLD', 2, '2024-09-01', '2024-12-31'],
      ['ASD', 1, '2025-01-01', null],
      ['SLCN', 2, '2025-01-01', null],
      ['MLD', 3, '2025-01-01', null],
    ]);
  });

  it('withdraws a line whose date was wrong, and one that began today', () => {
    expect(planNeeds([slcn], [same(slcn, { sinceOn: day('2023-01-09') })], today).withdraw).toEqual([slcn]);
    const fresh = needOf({ fromOn: today });
    expect(planNeeds([fresh], [], today).withdraw).toEqual([fresh]);
  });

  it('changes words in their place', () => {
    const plan = planNeeds([slcn], [same(slcn, { ownWords: 'Says little in groups' })], today);
    expect(plan.reword).toEqual([{ need: slcn, ownWords: 'Says little in groups', toldBy: null }]);
    expect(plan.open).toEqual([]);
  });

  it('sees that a day belongs to history already', () => {
    const past = needOf({ senType: 'SEMH', rank: 1, untilOn: day('2025-06-30') });
    const plan = planNeeds([], [need({ sinceOn: day('2025-06-30') })], today);
    expect(overlapsHistory(plan, [past])).toBe(true);
    const later = planNeeds([], [need({ sinceOn: day('2025-07-01') })], today);
    expect(overlapsHistory(later, [past])).toBe(false);
  });

  const types = ['SLCN', 'MLD', 'ASD', 'SEMH', 'HI'];
  const anyDay = fc.integer({ min: 0, max: 30 }).map((days) => addDays(today, -days));
  const anyList = fc
    .tuple(fc.shuffledSubarray(types), fc.array(anyDay, { minLength: 5, maxLength: 5 }))
    .map(([some, days]) =>
      some.map((senType, index) => need({ senType, rank: index + 1, sinceOn: days[index] ?? today })),
    );
  const asHeld = ({ senType, rank, sinceOn }: NeedGiven) => needOf({ senType, rank, fromOn: sinceOn });

  it('leaves in force exactly what was given, never two needs of a rank, never a type twice', () => {
    fc.assert(
      fc.property(anyList, anyList, fc.boolean(), (before, given, keepDays) => {
        const held = before.map(asHeld);
        const sinceOf = (senType: string) => held.find((one) => one.senType === senType)?.fromOn;
        const asked = keepDays
          ? given.map((one) => ({ ...one, sinceOn: sinceOf(one.senType) ?? one.sinceOn }))
          : given;
        const plan = planNeeds(held, asked, today);
        const after = written(held, plan);
        const open = after.filter(({ untilOn }) => untilOn === null);
        expect(needsInOrder(open)).toBe(needsInOrder(asked));
        expect(overlapsHistory(plan, held)).toBe(false);
        for (const one of after) expect(one.untilOn === null || one.untilOn >= one.fromOn).toBe(true);
      }),
    );
  });
});
