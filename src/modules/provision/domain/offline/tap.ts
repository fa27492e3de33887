import { z } from 'zod';
import { SchoolDate } from '../../../../kernel/dates.ts';
import { PupilId } from '../../../../kernel/ids.ts';
import { logForm } from '../session.form.ts';
import { lostReasons } from '../session.ts';

const reason = z.enum(lostReasons.map(({ code }) => code));
/** As the form's: what is typed without signal has the same bounds. */
const line = (field: typeof logForm.fields.note) =>
  z.preprocess(
    (given) => given ?? '',
    field.schema.transform((words) => words ?? null),
  );

const Told = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.enum(['held', 'cancelled']),
    reason: reason.nullable(),
    missing: z.array(z.strictObject({ pupilId: PupilId, reason })).max(60),
    note: line(logForm.fields.note),
    nextStep: line(logForm.fields.nextStep),
  }),
  z.strictObject({ state: z.literal('undone') }),
]);

/** What was seen when it was tapped: an open session, one that was logged, or what an earlier tap made of it. */
const Over = z.discriminatedUnion('was', [
  z.strictObject({ was: z.literal('open') }),
  z.strictObject({ was: z.literal('logged'), sessionId: z.uuid(), version: z.int().min(1) }),
  z.strictObject({ was: z.literal('tapped'), key: z.uuid() }),
]);

/** One tap of a device without signal, as it arrives: the key is the device's own, so that a repeat is known. */
export const TapSent = z.strictObject({
  key: z.uuid(),
  slotId: z.uuid(),
  on: SchoolDate,
  tappedAt: z.iso.datetime(),
  over: Over,
  told: Told,
});
export type TapSent = z.output<typeof TapSent>;

/** What is sent at once; each tap is read by itself, so that one that cannot be read holds up no other. */
export const Outbox = z.strictObject({
  who: z.string().max(80),
  taps: z
    .array(z.looseObject({ key: z.uuid() }))
    .min(1)
    .max(50),
});
