import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { cutPart, Day, partOf, walk } from '#src/api/parts.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { contactKinds } from '../domain/contact-note.ts';
import { listContactNotes } from '../queries/list-contact-notes.ts';

const Note = z.object({
  contactNoteId: z.uuid(),
  pupilId: z.uuid(),
  kind: z.enum(contactKinds),
  words: z.string(),
  withWhom: z.string().nullable(),
  on: Day,
  byName: z.string().nullable(),
});

/** The log of contacts, worries and decisions, as far as the token sees it. */
export default endpoint({
  method: 'GET',
  path: '/contacts',
  summary: 'Contacts, worries and decisions, in parts, in the order in which they were logged',
  search: z.strictObject({ ...walk, pupil: PupilId.optional() }),
  may: 'pupil.read',
  about: ({ items }) => [...new Set(items.map(({ pupilId }) => PupilId.parse(pupilId)))],
  answer: partOf(Note),
  handle: async ({ tx, search: { after = null, limit, pupil = null } }) =>
    cutPart(
      await listContactNotes(tx, { pupilId: pupil, after, limit: limit + 1 }),
      limit,
      (note) => note.contactNoteId,
    ),
});
