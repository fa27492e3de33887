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

/** The pupils of whom a kept row of scores or provision speaks. */
export function pupilsOfContent(kind: string, content: unknown): readonly PupilId[] {
  if (kind === 'score') {
    const score = LaidScore.safeParse(content);
    return score.success ? [score.data.pupilId] : [];
  }
  const run = kind === 'run' ? LaidRun.safeParse(content) : null;
  return run?.success ? run.data.pupilIds : [];
}
