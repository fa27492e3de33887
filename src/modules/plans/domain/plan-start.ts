import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { anyOf, form } from '#src/kernel/form.ts';
import { tickedPupils } from '#src/kernel/form-pupils.ts';
import { PupilId } from '#src/kernel/ids.ts';

/** Beginning a plan takes a few statements, so that more at a time would keep somebody waiting. */
export const mostPlansAtOnce = 100;

/** Whom plans are begun for, and what of the record they begin with. */
export const beginPlansForm = form({
  pupilIds: tickedPupils(mostPlansAtOnce),
  prefill: anyOf({
    label: 'Begin each plan with what is on record',
    options: [
      { value: 'strengths', label: 'Strengths', hint: 'As noted in the SEN record' },
      { value: 'barriers', label: 'Needs', hint: 'In our own words where there are any' },
    ],
  }),
});

/** What came of one pupil: the plan that was begun and as what it was left, or none because there was one. */
export const PlanStarted = z.object({
  pupilId: PupilId,
  planId: z.string().nullable(),
  mark: z.string().nullable(),
  undo: z.enum(['undone', 'left']).nullable(),
});
export type PlanStarted = z.output<typeof PlanStarted>;
export const PlanStartedList = z.array(PlanStarted);

/** Plans that were begun for several pupils at once. */
export type PlanStart = {
  readonly planStartId: string;
  readonly byPersonId: string;
  readonly byName: string | null;
  readonly startedOn: SchoolDate;
  readonly isUndone: boolean;
  readonly outcome: readonly PlanStarted[];
  readonly version: number;
};

/** Once, on the day on which they were begun, by whoever began them. */
export const mayUndoStart = (
  { isUndone, startedOn, byPersonId }: PlanStart,
  by: { readonly today: SchoolDate; readonly personId: string | null },
): boolean => !isUndone && startedOn === by.today && byPersonId === by.personId;
