import { z } from 'zod';
import { endpoint, refuseWith } from '#src/api/endpoint.ts';
import { dayField, textField } from '#src/api/parts.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { listColleagues } from '#src/modules/identity/index.ts';
import { logContact } from '../commands/log-contact.ts';
import { contactNoteForm } from '../domain/contact-note.form.ts';
import { audiencesToWrite, contactRefusals, noteAudiences } from '../domain/contact-note.ts';
import { listNamesOf } from '../queries/list-names-of.ts';

const { kind, words, withWhom, on, followUpOn } = contactNoteForm.fields;

/** Logs a contact, worry or decision; a day to follow it up makes a task of the colleague who is named. */
export default endpoint({
  method: 'POST',
  path: '/contacts',
  summary: 'Log a contact, worry or decision about a pupil',
  body: z.strictObject({
    pupilId: PupilId,
    kind: kind.schema,
    words: words.schema,
    withWhom: textField(withWhom.schema).optional(),
    on: dayField(on.schema),
    audience: z
      .enum(noteAudiences)
      .optional()
      .describe('Who may read it; the usual one of the role if absent'),
    followUpOn: dayField(followUpOn.schema).optional(),
    followUpBy: z.uuid().optional().describe('One of /colleagues: who does the task of that day'),
  }),
  example: {
    pupilId: '018f0000-0000-7000-8000-000000000001',
    kind: 'contact',
    words: 'Asked about the lunch club',
    withWhom: 'Mother, by telephone',
    on: '2026-11-02',
  },
  may: 'task.own',
  status: 201,
  about: { none: 'It answers with an id; the contact is an event' },
  answer: z.object({ contactNoteId: z.uuid() }),
  handle: async ({ tx, actor, body: { followUpOn: day, followUpBy, ...note } }) => {
    const { pupilId } = note;
    if (!(await listNamesOf(tx, [pupilId])).has(pupilId)) return null;
    const [usual = 'notes', ...more] = audiencesToWrite(actor);
    const audience = [usual, ...more].find((one) => one === (note.audience ?? usual));
    if (audience === undefined) return refuseWith({ audience: 'Select who may read it' });
    const colleagues = day === undefined ? [] : await listColleagues(tx, { permission: 'task.own', pupilId });
    const by = colleagues.find((one) => one.personId === followUpBy)?.personId;
    if (day !== undefined && by === undefined) return refuseWith({ followUpBy: 'Select who does it' });
    const followUp = day === undefined || by === undefined ? undefined : { on: day, ownerPersonId: by };
    const done = await logContact(tx, { ...note, audience, followUp });
    return done.ok ? { contactNoteId: done.value } : refuseWith(contactRefusals[done.refusal]);
  },
});
