import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nationalFsm, nationalNeed, nationalShare } from './national-figures.ts';
import { type Figure, figuresOf, hideSmall, type Shown, share, smallest } from './register-figures.ts';

const count = (part: Figure['part'], key: string, status: string, pupils: number): Figure => ({
  part,
  key,
  status,
  pupils,
});

describe('hiding small numbers (rule fig-1)', () => {
  it.each([
    [
      [10, 20, 30],
      [10, 20, 30],
    ],
    [
      [3, 20, 40],
      [null, null, 40],
    ],
    [
      [3, 2, 40],
      [null, null, 40],
    ],
    [
      [1, 1, 9, 40],
      [null, null, null, 40],
    ],
    [
      [0, 3, 12],
      [0, null, null],
    ],
  ])('makes %j into %j', (counts, cells) => {
    expect(hideSmall(counts).cells).toEqual(cells);
  });

  it('hides the total too when nothing else is left to hide', () => {
    expect(hideSmall([3, 0]).isTotalHidden).toBe(true);
    expect(hideSmall([1, 1, 1, 1, 1]).isTotalHidden).toBe(true);
    expect(hideSmall([3, 9]).isTotalHidden).toBe(false);
  });

  it('leaves at least two ways to fill in what is hidden, and no small number in sight', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 12 }), (counts) => {
        const { cells, isTotalHidden } = hideSmall(counts);
        for (const cell of cells) expect(cell === null || cell === 0 || cell >= smallest).toBe(true);
        const hidden = counts.filter((_, at) => cells[at] === null);
        if (hidden.length === 0 || isTotalHidden) return;
        const sum = hidden.reduce((total, one) => total + one, 0);
        // Who knows the total knows the sum of the hidden ones, each 1 at least: with more than that to share out,
        // and two to share it, any one of them may be more or less than it is.
        expect(hidden.length).toBeGreaterThan(1);
        expect(sum).toBeGreaterThan(hidden.length);
      }),
    );
  });
});

const larkfield: readonly Figure[] = [
  count('roll', 'all', 'all', 100),
  count('status', 'none', 'none', 73),
  count('status', 'monitoring', 'monitoring', 6),
  count('status', 'sen_support', 'sen_support', 14),
  count('status', 'ehc_plan', 'ehc_plan', 7),
  count('year', '10', 'sen_support', 6),
  count('year', 'R', 'sen_support', 8),
  count('year', 'R', 'ehc_plan', 7),
  count('year', 'R', 'monitoring', 6),
  count('need', 'SLCN', 'sen_support', 10),
  count('need', 'ASD', 'sen_support', 4),
  count('need', 'ASD', 'ehc_plan', 7),
  count('fsm', 'yes', 'sen_support', 6),
  count('fsm', 'no', 'sen_support', 8),
  count('fsm', 'yes', 'monitoring', 1),
  count('fsm', 'yes', 'none', 20),
];

describe('the figures of the register', () => {
  it('stand in the order of year groups and needs, with a column for each status', () => {
    const { year, need, roll } = figuresOf(larkfield, { hidesSmall: false });
    expect(roll).toBe(100);
    expect(year.rows).toEqual([
      { key: 'R', label: 'Reception', cells: [8, 7, 6] },
      { key: '10', label: 'Year 10', cells: [6, 0, 0] },
    ]);
    expect(need.rows.map(({ label, cells }) => [label, ...cells])).toEqual([
      ['Speech, Language and Communication Needs', 10, 0],
      ['Autism', 4, 7],
    ]);
  });

  it('count monitored pupils among those without SEN, as the census does', () => {
    const { fsm } = figuresOf(larkfield, { hidesSmall: false });
    expect(fsm.rows[0]?.cells).toEqual([6, 0, 21]);
  });

  it('hide small numbers from those who see figures only', () => {
    const { need, status } = figuresOf(larkfield, { hidesSmall: true });
    expect(need.rows.map(({ cells }) => cells[0])).toEqual([null, null]);
    expect(status.sen_support).toBe(14);
  });

  it('hide a status of few with another, and all that would add up to it', () => {
    const few = larkfield.map((one) => (one.status === 'ehc_plan' ? { ...one, pupils: 3 } : one));
    const { status, year, roll } = figuresOf(few, { hidesSmall: true });
    expect(roll).toBe(100);
    expect([status.ehc_plan, status.monitoring]).toEqual([null, null]);
    expect(year.rows[0]?.cells.slice(1)).toEqual([null, null]);
  });

  it('never show a number of one to four, whatever the school is like', () => {
    const anyFigures = fc.array(
      fc.record({
        part: fc.constantFrom('year' as const, 'need' as const, 'fsm' as const, 'eal' as const),
        key: fc.constantFrom('yes', 'no', '1', '2', 'SLCN', 'ASD', 'none'),
        status: fc.constantFrom('none', 'monitoring', 'sen_support', 'ehc_plan'),
        pupils: fc.nat({ max: 12 }),
      }),
    );
    fc.assert(
      fc.property(anyFigures, (some) => {
        const totals = ['none', 'monitoring', 'sen_support', 'ehc_plan'].map((status) =>
          count(
            'status',
            status,
            status,
            some
              .filter((one) => one.part === 'year' && one.status === status)
              .reduce((sum, one) => sum + one.pupils, 0),
          ),
        );
        const figures = figuresOf([...some, ...totals], { hidesSmall: true });
        const cells: Shown[] = [
          ...Object.values(figures.status),
          ...[figures.year, figures.need, figures.fsm, figures.eal].flatMap(({ rows }) =>
            rows.flatMap((row) => [...row.cells]),
          ),
        ];
        expect(cells.filter((cell) => cell !== null && cell > 0 && cell < smallest)).toEqual([]);
      }),
    );
  });

  it('give a share to one decimal, and none where a number is hidden', () => {
    expect([share(74, 420), share(null, 420), share(3, 0)]).toEqual([17.6, null, null]);
  });
});

describe('national figures', () => {
  it('are those of schools of the same phase, with source and time', () => {
    expect(nationalShare('primary', 'sen_support')).toMatchObject({ percent: 14.8, asOf: 'January 2025' });
    expect(nationalShare('secondary', 'ehc_plan')?.percent).toBe(3.1);
  });

  it('are left out where none was published', () => {
    expect(nationalShare('alternative', 'sen_support')).toBeNull();
    expect(nationalShare('primary', 'monitoring')).toBeNull();
    expect([nationalNeed('SLCN', 'ehc_plan')?.percent, nationalNeed('MLD', 'sen_support')]).toEqual([
      28.8,
      null,
    ]);
    expect(nationalFsm('none').percent).toBe(22.2);
  });
});
