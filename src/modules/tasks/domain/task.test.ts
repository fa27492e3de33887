import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { newId, PersonId } from '#src/kernel/ids.ts';
import { planTasks, type Task, weekEndOf } from './task.ts';

const me = PersonId.parse(newId());
const other = PersonId.parse(newId());
const today = schoolDate('2026-11-24');

const task = (title: string, dueOn: string | null, more: Partial<Task> = {}): Task => ({
  taskId: newId(),
  pupilId: null,
  ownerPersonId: me,
  ownerName: 'Mx Person',
  givenByPersonId: me,
  givenByName: 'Mx Person',
  title,
  details: null,
  dueOn: dueOn === null ? null : schoolDate(dueOn),
  origin: 'by_hand',
  originId: null,
  outcome: null,
  doneOn: null,
  audience: 'notes',
  version: 1,
  ...more,
});

const titles = (tasks: readonly Task[]) => tasks.map((one) => one.title);

describe('the plan of a day', () => {
  it.each([
    ['2026-11-23', '2026-11-29'],
    ['2026-11-24', '2026-11-29'],
    ['2026-11-29', '2026-11-29'],
  ])('ends the week of %s on Sunday %s', (day, sunday) => {
    expect(weekEndOf(schoolDate(day))).toBe(sunday);
  });

  it('puts late and due tasks first, then those without a date; the rest by week', () => {
    const plan = planTasks(
      [
        task('undated', null),
        task('due', '2026-11-24'),
        task('late', '2026-11-20'),
        task('tomorrow', '2026-11-25'),
        task('sunday', '2026-11-29'),
        task('next week', '2026-11-30'),
      ],
      me,
      today,
    );
    expect(titles(plan.today)).toEqual(['late', 'due', 'undated']);
    expect(titles(plan.week)).toEqual(['tomorrow', 'sunday']);
    expect(titles(plan.later)).toEqual(['next week']);
  });

  it('waits for what was given to others, and not for what others gave', () => {
    const plan = planTasks(
      [
        task('theirs', '2026-11-24', { ownerPersonId: other }),
        task('from them', '2026-11-24', { givenByPersonId: other }),
      ],
      me,
      today,
    );
    expect([titles(plan.waiting), titles(plan.today)]).toEqual([['theirs'], ['from them']]);
  });

  it('shows what was done today, and not again as open', () => {
    const plan = planTasks([task('done', '2026-11-24', { doneOn: today })], me, today);
    expect([titles(plan.doneToday), titles(plan.today)]).toEqual([['done'], []]);
  });
});
