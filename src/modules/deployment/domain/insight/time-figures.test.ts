import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { adultOf, demandOf, placed, pupilNo, slotsOf, weekOf } from '#test/given-weeks.ts';
import type { FullWeek } from '../full-week.ts';
import { adultTimes, meanOf, pupilTimes, timeByFunding, timeByMark } from './time-figures.ts';

const slots = slotsOf(2, 3);
const named = { kind: 'group', title: 'Help', groupName: null, room: null, runId: null } as const;

const week = (placements: FullWeek['placements']): FullWeek => ({
  ...weekOf({ slots, placements }),
  on: schoolDate('2026-11-24'),
  adults: [1, 2].map((at) => ({
    ...adultOf(slots, at, { minutes: 240 }),
    name: `Adult ${at}`,
    post: 'TA',
    personId: null,
    weeksAYear: null,
  })),
  demands: [
    { ...demandOf(slots, 1, { pupilIds: [pupilNo(1), pupilNo(2)] }), ...named, runId: 'run' },
    { ...demandOf(slots, 2, { pupilIds: [pupilNo(1)] }), ...named },
    { ...demandOf(slots, 3, { pupilIds: [] }), ...named },
  ],
  pupils: new Map(),
  fixedIds: new Set(),
  homeless: [],
  points: [],
  version: 1,
});
const now = week([placed(1, '1.1', 1), placed(2, '1.2', 2), placed(3, '1.3', 2)]);
const world = { week: now, before: week([placed(1, '1.1', 1)]), facts: new Map(), owed: new Map() };

describe('where the time goes', () => {
  it('counts what a pupil has whole, and what it takes of adults shared', () => {
    const times = pupilTimes({ ...world, owed: new Map([[pupilNo(3), 90]]) });
    expect(
      times.map(({ minutes, share, adults, before, owed }) => [minutes, share, adults, before, owed]),
    ).toEqual([
      [120, 90, 2, 60, null],
      [60, 30, 1, 60, null],
      [0, 0, 0, 0, 90],
    ]);
  });

  it('sets what is planned against the contract', () => {
    expect(adultTimes(world).map(({ planned, contracted, pupils }) => [planned, contracted, pupils])).toEqual(
      [
        [120, 240, 1],
        [60, 240, 2],
      ],
    );
  });

  it('adds up to the same whatever it is sorted by', () => {
    const mark = (pupilId: unknown) => (pupilId === pupilNo(1) ? 'SLCN' : 'ASD');
    expect(timeByMark(world, mark).map(({ label, minutes }) => [label, minutes])).toEqual([
      ['SLCN', 90],
      ['No single pupil', 60],
      ['ASD', 30],
    ]);
    const inClass = {
      ...world,
      week: {
        ...now,
        demands: now.demands.map((one) => ({ ...one, pupilIds: [], groupName: '3 Ash' })),
      },
    };
    expect(timeByMark(inClass, mark).map(({ label }) => label)).toEqual(['No single pupil']);
    expect(timeByMark(inClass, mark, (name) => name).map(({ label }) => label)).toEqual(['3 Ash']);
    const shares = new Map([
      [
        'run',
        [
          { label: 'Top-up', basisPoints: 7500 },
          { label: 'Core', basisPoints: 2500 },
        ],
      ],
    ]);
    expect(timeByFunding(world, shares).map(({ label, minutes }) => [label, minutes])).toEqual([
      ['Not said', 120],
      ['Top-up', 45],
      ['Core', 15],
    ]);
  });

  it('gives no mean of fewer than five pupils (rule cover-4)', () => {
    const means = [4, 5].map((pupils) => meanOf({ label: '', minutes: 300, pupils }));
    expect(means).toEqual([null, 60]);
  });
});
