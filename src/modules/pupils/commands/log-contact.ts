import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { addTask } from '#src/modules/tasks/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { contactWords, type NewContactNote } from '../domain/contact-note.ts';
import { pupilsEvents } from '../domain/pupils.events.ts';

const record = recorder(pupilsEvents);

type ContactRefusal = 'in_future' | 'no_partner' | 'follow_up_in_past';

/**
 * Logs a contact, worry or decision about a pupil; a day to follow it up makes a task of the same audience. A contact
 * or meeting names with whom. Returns the note's id.
 */
export async function logContact(tx: Tx, given: NewContactNote): Promise<Result<string, ContactRefusal>> {
  const { actor, clock, today } = tx.scope;
  const { pupilId, kind, words, on, audience, followUp } = given;
  const withWhom = given.withWhom ?? null;
  if (on > today) return refused('in_future');
  if (needsPartner(kind) && withWhom === null) return refused('no_partner');
  if (followUp !== undefined && followUp.on < today) return refused('follow_up_in_past');
  const contactNoteId = newId(clock.now().getTime());
  await tx
    .insertInto('contactNotes')
    .values({
      schoolId: actor.schoolId,
      contactNoteId,
      pupilId,
      kind,
      words,
      withWhom,
      onDate: on,
      byPersonId: actor.personId,
      audience,
      recordedAt: clock.now(),
    })
    .execute();
  await record(tx, {
    type: 'ContactLogged',
    audience,
    pupilId,
    subjectId: contactNoteId,
    changes: {
      contactKind: { before: null, after: kind },
      words: { before: null, after: words },
      ...(withWhom === null ? {} : { withWhom: { before: null, after: withWhom } }),
      on: { before: null, after: on },
    },
  });
  if (followUp !== undefined) {
    await addTask(tx, {
      pupilId,
      ownerPersonId: followUp.ownerPersonId,
      title: titleOf(kind, withWhom),
      details: words,
      dueOn: followUp.on,
      origin: 'contact',
      originId: contactNoteId,
      audience,
    });
  }
  return done(contactNoteId);
}

const needsPartner = (kind: NewContactNote['kind']): boolean => kind === 'contact' || kind === 'meeting';

/** `Follow up: contact with mother, by telephone` */
const titleOf = (kind: NewContactNote['kind'], withWhom: string | null): string =>
  `Follow up: ${contactWords[kind].toLowerCase()}${withWhom === null ? '' : ` with ${withWhom}`}`.slice(
    0,
    200,
  );
