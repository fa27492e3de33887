import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fundingSources } from '../run.ts';
import {
  packCosts,
  packLogged,
  packSpells,
  packWeeks,
  unpackCosts,
  unpackLogged,
  unpackSpells,
  unpackWeeks,
} from './run-line.ts';

const anyWeek = fc.integer({ min: 0, max: 5000 });
const anyMinutes = fc.integer({ min: 0, max: 5000 });

describe('stored lines', () => {
  it('leave out what is as planned', () => {
    expect(packWeeks([{ week: 1403, planned: 60, held: 60, extra: 0, own: 0 }])).toBe('12z:60');
    expect(packWeeks([{ week: 1403, planned: 60, held: 30, extra: 0, own: 0 }])).toBe('12z:60.30');
    expect(packSpells([{ from: 9821, until: null, bears: false }])).toBe('!7kt-');
    expect(packCosts({ costs: [{ week: 1403, source: null, pence: 430 }], unratedMinutes: 90 })).toBe(
      '-12z:430 !90',
    );
  });

  it('come back as they were written', () => {
    const weeks = fc.array(
      fc.record({ week: anyWeek, planned: anyMinutes, held: anyMinutes, extra: anyMinutes, own: anyMinutes }),
    );
    const spells = fc.array(
      fc.record({ from: anyWeek, until: fc.option(anyWeek, { nil: null }), bears: fc.boolean() }),
    );
    const costs = fc.record({
      costs: fc.array(
        fc.record({
          week: anyWeek,
          source: fc.constantFrom(...fundingSources, null),
          pence: fc.integer({ min: 1, max: 1_000_000 }),
        }),
      ),
      unratedMinutes: anyMinutes,
    });
    const logged = fc.dictionary(fc.uuid(), fc.uniqueArray(anyWeek, { minLength: 1 }));
    fc.assert(
      fc.property(weeks, spells, costs, logged, (some, times, line, slots) => {
        expect(unpackWeeks(packWeeks(some))).toEqual(some);
        expect(unpackSpells(packSpells(times))).toEqual(times);
        expect(unpackCosts(packCosts(line))).toEqual(line);
        const held = new Map(Object.entries(slots));
        expect([...unpackLogged(packLogged(held))]).toEqual(
          [...held].map(([slotId, of]) => [slotId, new Set(of)]),
        );
      }),
    );
  });
});
