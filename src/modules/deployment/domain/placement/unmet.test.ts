import { describe, expect, it } from 'vitest';
import { adultOf, demandOf, placed, slotsOf, staffNo, weekOf } from '#test/given-weeks.ts';
import type { Week } from '../week.ts';
import { boardOf } from './board.ts';
import { unmetHelp } from './unmet.ts';

const slots = slotsOf(1, 3);
const elsa = { skills: new Set(['elsa']) };
const at = (...ids: string[]) => ({ startIds: new Set(ids) });
const only = (week: Week) => unmetHelp(boardOf(week), week.placements);

// (rule place-5)
describe('help that misses times', () => {
  it('is told to nobody where all is given', () => {
    const week = { slots, adults: [adultOf(slots, 1)], demands: [demandOf(slots, 1)] };
    expect(only(weekOf({ ...week, placements: [placed(1, '1.1', 1)] }))).toEqual([]);
  });

  it.each([
    [
      'another time, which costs nothing',
      {
        adults: [adultOf(slots, 1)],
        demands: [demandOf(slots, 1, at('1.1')), demandOf(slots, 2)],
        placements: [placed(2, '1.1', 1)],
      },
      'All who could give it give other help at those times',
      { is: 'start', slotId: '1.2', staffId: staffNo(1) },
    ],
    [
      'a training',
      { adults: [adultOf(slots, 1)], demands: [demandOf(slots, 1, elsa)] },
      'Nobody has the training it needs',
      { is: 'training', slotId: '1.1', staffId: staffNo(1), skills: ['elsa'] },
    ],
    [
      'paid time of whoever costs least',
      {
        adults: [
          adultOf(slots, 1, { minutes: 0, penceAnHour: 1500 }),
          adultOf(slots, 2, { minutes: 0, penceAnHour: 1200 }),
        ],
        demands: [demandOf(slots, 1, at('1.1'))],
      },
      'Nobody who could give it is there at those times',
      { is: 'hours', slotId: '1.1', staffId: staffNo(2), minutes: 60 },
    ],
    [
      'nothing, of help longer than the day',
      { adults: [adultOf(slots, 1)], demands: [demandOf(slots, 1, { length: 9 })] },
      'It takes more time in one piece than the day has',
      null,
    ],
  ])('is met by %s', (_, given, reason, remedy) => {
    const [first] = only(weekOf({ slots, ...given }));
    expect(first).toMatchObject({ missing: 1, reason, remedy });
  });
});
