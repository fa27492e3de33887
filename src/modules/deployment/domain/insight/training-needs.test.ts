import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { demandOf, placed, slotsOf, staffNo, weekOf } from '#test/given-weeks.ts';
import type { FullWeek } from '../full-week.ts';
import { trainingNeeds } from './training-needs.ts';

const slots = slotsOf(2, 3);
const named = { kind: 'group', title: 'Help', groupName: null, room: null, runId: null } as const;
const week: FullWeek = {
  ...weekOf({ slots, placements: [placed(1, '1.1', 1)] }),
  on: schoolDate('2026-11-24'),
  adults: [],
  demands: ['elsa', 'elsa', 'hoist', 'makaton'].map((skill, at) => ({
    ...demandOf(slots, at + 1, { skills: new Set([skill]) }),
    ...named,
  })),
  pupils: new Map(),
  fixedIds: new Set(),
  homeless: [],
  points: [],
  version: 1,
};
const skills = ['elsa', 'hoist', 'makaton', 'unasked'].map((name) => ({ skillId: name, name }));
const has = (skillId: string, at: number, untilOn: string | null = null) => ({
  skillId,
  staffId: staffNo(at),
  name: `Adult ${at}`,
  untilOn: untilOn === null ? null : schoolDate(untilOn),
});

describe('training that is needed (rule cover-5)', () => {
  it('follows from what the week asks for, who has it, and when it runs out', () => {
    const held = [
      has('elsa', 1, '2027-02-22'),
      has('elsa', 2, '2027-02-23'),
      has('makaton', 1),
      has('unasked', 1),
    ];
    const needs = trainingNeeds(week, { skills, held, today: schoolDate('2026-11-24') });
    expect(
      needs.map(({ skill, asked, open, state, ending }) => [skill, asked, open, state, ending.length]),
    ).toEqual([
      ['hoist', 60, 60, 'nobody', 0],
      ['elsa', 120, 60, 'ending', 1],
      ['makaton', 60, 60, 'one', 0],
    ]);
  });
});
