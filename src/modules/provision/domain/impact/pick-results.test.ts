import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, schoolDate } from '#src/kernel/dates.ts';
import { type PickedResult, pickResults } from './pick-results.ts';

const day = schoolDate;
const stay = { from: day('2026-01-12'), until: day('2026-03-27') };
let made = 0;
const result = (on: string, of: Partial<PickedResult> = {}): PickedResult => {
  made += 1;
  return { resultId: `r${made}`, measureKey: 'ngrt', on: day(on), score: 85, form: null, ...of };
};

// (rule impact-14)
describe('the entry and the exit of a run', () => {
  it('are the last score near the start and the first near the end', () => {
    const old = result('2025-10-01');
    const entry = result('2026-01-14');
    const middle = result('2026-02-13');
    const exit = result('2026-03-20');
    const later = result('2026-04-20');
    expect(pickResults([later, middle, old, exit, entry], 'ngrt', stay)).toEqual({
      entry,
      exit,
      problem: null,
    });
  });

  it('take the last score as the exit while the run goes on', () => {
    const [entry, middle, last] = [result('2026-01-10'), result('2026-02-01'), result('2026-05-01')];
    expect(pickResults([entry, middle, last], 'ngrt', { ...stay, until: null }).exit).toBe(last);
  });

  it.each([
    ['no_entry', []],
    ['no_entry', [result('2026-02-20')]],
    ['entry_too_old', [result('2025-06-20')]],
    ['no_exit', [result('2026-01-08')]],
    ['no_exit', [result('2026-01-08'), result('2026-02-01')]],
    ['no_exit', [result('2026-01-08'), result('2026-06-20')]],
    ['measure_changed', [result('2026-01-08'), result('2026-03-25', { measureKey: 'yarc' })]],
  ] as const)('tell what is missing: %s', (problem, results) => {
    expect(pickResults(results, 'ngrt', stay)).toMatchObject({ problem, exit: null });
  });

  it('go by what was set by hand, and refuse an exit that is not after its entry', () => {
    const [early, entry, exit] = [result('2025-09-10'), result('2026-01-10'), result('2026-03-24')];
    const all = [early, entry, exit];
    const byHand = { entryId: early.resultId, exitId: null };
    expect(pickResults(all, 'ngrt', stay, byHand)).toEqual({ entry: early, exit, problem: null });
    const turned = { entryId: exit.resultId, exitId: early.resultId };
    expect(pickResults(all, 'ngrt', stay, turned)).toEqual({
      entry: exit,
      exit: null,
      problem: 'exit_before_entry',
    });
  });

  it('never mix measures, never turn time round, and do not depend on the order of results', () => {
    const results = fc.array(
      fc.record({
        resultId: fc.uuid(),
        measureKey: fc.constantFrom('ngrt', 'yarc'),
        on: fc.integer({ min: -200, max: 200 }).map((days) => addDays(stay.from, days)),
        score: fc.integer({ min: 69, max: 141 }),
        form: fc.constant(null),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(results, (all) => {
        const picked = pickResults(all, 'ngrt', stay);
        expect(pickResults(all.toReversed(), 'ngrt', stay)).toEqual(picked);
        for (const one of [picked.entry, picked.exit]) expect(one?.measureKey ?? 'ngrt').toBe('ngrt');
        if (picked.entry && picked.exit) expect(picked.exit.on > picked.entry.on).toBe(true);
        expect(picked.problem === null).toBe(picked.entry !== null && picked.exit !== null);
      }),
    );
  });
});
