import { z } from 'zod';
import { SchoolDate } from '../../../kernel/dates.ts';
import { PupilId, StaffId } from '../../../kernel/ids.ts';

/** A score that was laid: who and which measure are meant was found when the file was read. */
export const LaidScore = z.object({
  pupilId: PupilId,
  measureKey: z.string(),
  on: SchoolDate,
  score: z.number(),
  form: z.string().nullable(),
  note: z.string().nullable(),
});
export type LaidScore = z.output<typeof LaidScore>;

/** A run that was laid, with those of its pupils and adults who were found. */
export const LaidRun = z.object({
  name: z.string(),
  entryKey: z.string().nullable(),
  entryId: z.string().nullable(),
  tier: z.enum(['universal', 'targeted', 'specialist']),
  areas: z.array(z.enum(['communication', 'cognition', 'semh', 'sensory_physical'])),
  fromOn: SchoolDate,
  untilOn: SchoolDate.nullable(),
  place: z.string().nullable(),
  pupilIds: z.array(PupilId),
  staffIds: z.array(StaffId),
  slots: z.array(z.object({ weekday: z.number(), startsAt: z.string().nullable(), minutes: z.number() })),
});
export type LaidRun = z.output<typeof LaidRun>;

/** An EHC plan that was laid: its pupil and authority, and what is known of its reviews. */
export const LaidEhcPlan = z.object({
  pupilId: PupilId,
  authorityId: z.string().nullable(),
  /** One of the national list that the school does not have yet. */
  newAuthority: z.object({ code: z.string(), name: z.string() }).nullable(),
  events: z.array(z.object({ name: z.string(), happenedOn: SchoolDate })),
});
export type LaidEhcPlan = z.output<typeof LaidEhcPlan>;

/** A posting of a finance system that was laid: its line was found when the file was read. */
export const LaidPosting = z.object({
  budgetLineId: z.uuid(),
  pence: z.int(),
  on: SchoolDate,
  reference: z.string().nullable(),
  words: z.string().nullable(),
});
export type LaidPosting = z.output<typeof LaidPosting>;

/** The pupils of whom a kept row of scores, provision or EHC plans speaks. */
export function pupilsOfContent(kind: string, content: unknown): readonly PupilId[] {
  if (kind === 'score') {
    const score = LaidScore.safeParse(content);
    return score.success ? [score.data.pupilId] : [];
  }
  if (kind === 'ehc_plan') {
    const plan = LaidEhcPlan.safeParse(content);
    return plan.success ? [plan.data.pupilId] : [];
  }
  const run = kind === 'run' ? LaidRun.safeParse(content) : null;
  return run?.success ? run.data.pupilIds : [];
}
