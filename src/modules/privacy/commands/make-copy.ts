import { longDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { privacyEvents } from '../domain/privacy.events.ts';
import { groundWords, type HeldPart, type RedactedCopy, type Redaction, redact } from '../domain/redact.ts';
import {
  type AccessRequest,
  BundleId,
  type CopyContent,
  listRedactions,
} from '../queries/list-access-requests.ts';
import { listHeldParts } from '../queries/list-held-parts.ts';

const record = recorder(privacyEvents);

/** Makes the copy of a pupil's records as they are now, without what was marked, and keeps it as it was made. */
export async function makeCopy(tx: Tx, request: AccessRequest): Promise<BundleId> {
  const { actor, clock, today } = tx.scope;
  const { accessRequestId, pupilId } = request;
  const parts = await listHeldParts(tx, pupilId);
  const marks = await listRedactions(tx, request);
  const copy = redact(parts, marks);
  const names = await listNamesOf(tx, [pupilId]);
  const content: CopyContent = {
    title: `What is held of ${names.get(pupilId) ?? 'the pupil'}`,
    madeOn: longDate(today),
    notes: [...notesOf(request, copy, marks), ...leftOutNotes(parts)],
    parts: copy.parts.map(({ title, entries }) => ({
      title,
      entries: entries.map(({ on, lines }) => ({ on, lines: lines.map(([label, value]) => [label, value]) })),
    })),
  };
  const bundleId = BundleId.parse(newId());
  const { records, leftOut, blanked } = copy;
  await tx
    .insertInto('accessBundles')
    .values({
      schoolId: actor.schoolId,
      bundleId,
      accessRequestId,
      pupilId,
      madeAt: clock.now(),
      madeBy: actor.personId,
      records,
      leftOut,
      blanked,
      content: JSON.stringify(content),
    })
    .execute();
  const changes = {
    records: { before: null, after: records },
    leftOut: { before: null, after: leftOut },
    blanked: { before: null, after: blanked },
  };
  await record(tx, { type: 'AccessBundleMade', audience: 'leaders', pupilId, subjectId: bundleId, changes });
  return bundleId;
}

const notesOf = (request: AccessRequest, copy: RedactedCopy, marks: readonly Redaction[]): string[] => {
  const used = [...new Set(marks.map(({ ground }) => groundWords(ground)))];
  return [
    `Asked for by ${request.askedBy}, received on ${longDate(request.receivedOn)}.`,
    `${copy.records} entries stand in this copy, in order of kind and time.`,
    copy.leftOut + copy.blanked === 0
      ? 'Nothing was left out.'
      : `${copy.leftOut} entries were left out and ${copy.blanked} passages blanked, because: ${used.join('; ')}.`,
    'A child protection file, if there is one, is kept by the safeguarding lead and not in Sendero: ask for it there.',
  ];
};

/** Kinds of record that are held and have no place in the copy, each with the reason. */
const leftOutNotes = (parts: readonly HeldPart[]): string[] =>
  parts
    .filter(({ notInCopy, entries }) => notInCopy !== null && entries.length > 0)
    .map(({ title, notInCopy }) => `“${title}” is not repeated here. ${notInCopy}.`);
