import { z } from 'zod';
import { type DaySlot, readSchoolDay } from '#src/modules/deployment/index.ts';
import { granted } from './granted.ts';
import plans from './week-plan.json' with { type: 'json' };

const Planned = z.strictObject({
  kind: z.string(),
  name: z.string(),
  force: z.string(),
  times: z.int(),
  length: z.int(),
  need: z.int(),
  slotKinds: z.array(z.string()).optional(),
  pupils: z.int(),
  skills: z.array(z.string()).optional(),
});
const Plan = z.strictObject({
  day: z.string(),
  skills: z.array(z.string()),
  demands: z.array(Planned),
  inClass: z.strictObject({ name: z.string(), times: z.int(), length: z.int() }),
});
export type WeekPlan = z.output<typeof Plan>;
const { primary, secondary } = z.strictObject({ primary: Plan, secondary: Plan }).parse(plans);

export const isPrimary = (phase: string): boolean => phase === 'primary';

/** What the week of the adults is made of in a demo school. */
export const weekPlanOf = (phase: string): WeekPlan => (isPrimary(phase) ? primary : secondary);

export const slotsOfDay = (phase: string): readonly DaySlot[] =>
  granted(readSchoolDay(weekPlanOf(phase).day));
