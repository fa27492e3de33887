import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { keepDocument, type TakenFile } from '#src/modules/documents/index.ts';
import { findSharedCopy, type SharedCopy } from '#src/modules/plans/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { voiceEvents } from '../domain/voice.events.ts';
import type { VoiceLink } from '../domain/voice-link.ts';
import type { Answerer } from '../queries/list-who-may-answer.ts';
import { say } from './say.ts';

const record = recorder(voiceEvents);

export type SignRefusal = 'changed_since' | 'signed_already' | 'not_theirs';

type Row = {
  readonly pupilId: PupilId;
  readonly kind: 'parent' | 'young_person';
  readonly signedById: string;
  readonly forName: string;
  readonly relationship: string;
  readonly signedAs: string;
  readonly signedOn: SchoolDate;
  readonly way: 'link' | 'paper';
  readonly voiceLinkId: string | null;
  readonly documentId: string | null;
};

/**
 * Signs the copy that was shown, by its hash: refused when the school has shared another since, and the second time. A
 * pupil before the end of compulsory school age does not sign.
 */
export async function signPlan(
  tx: Tx,
  link: VoiceLink,
  given: { readonly signedAs: string; readonly copySha256: string },
): Promise<Result<null, SignRefusal>> {
  if (link.kind === 'pupil') return refused('not_theirs');
  const copy = await findSharedCopy(tx, link.planId);
  if (copy === null || copy.sha256 !== given.copySha256) return refused('changed_since');
  const isNew = await putOnRecord(tx, copy, {
    pupilId: link.pupilId,
    kind: link.kind,
    signedById: link.carerId ?? link.pupilId,
    forName: link.forName,
    relationship: link.relationship,
    signedAs: given.signedAs,
    signedOn: tx.scope.today,
    way: 'link',
    voiceLinkId: link.voiceLinkId,
    documentId: null,
  });
  return isNew ? done(null) : refused('signed_already');
}

export type PaperRefusal = 'no_copy' | 'no_link' | 'in_future' | 'before_shared' | 'signed_already';

/** Records a signature by hand: who, when, the photo or scan of it, and what they wrote as their views. */
export async function recordPaperSignature(
  tx: Tx,
  given: {
    readonly planId: string;
    readonly pupilId: PupilId;
    readonly sharedOn: SchoolDate | null;
    readonly of: Answerer;
    readonly signedAs: string;
    readonly signedOn: SchoolDate;
    readonly views: string | null;
    readonly file: TakenFile;
  },
): Promise<Result<null, PaperRefusal>> {
  const { of, pupilId, planId, signedOn, signedAs, views } = given;
  if (of.whyNot !== null || of.kind === 'pupil') return refused('no_link');
  if (signedOn > tx.scope.today) return refused('in_future');
  if (given.sharedOn !== null && signedOn < given.sharedOn) return refused('before_shared');
  const copy = await findSharedCopy(tx, planId);
  if (copy === null) return refused('no_copy');
  const kept = await keepDocument(tx, {
    pupilId,
    kind: 'consent',
    title: 'Signed plan',
    datedOn: signedOn,
    receivedOn: tx.scope.today,
    fromWhom: `${of.name} (${of.relationship})`.slice(0, 200),
    notes: null,
    audience: 'family',
    file: given.file,
    subject: { kind: 'plan', id: planId },
  });
  if (!kept.ok) return refused('in_future');
  const isNew = await putOnRecord(tx, copy, {
    pupilId,
    kind: of.kind,
    signedById: of.carerId ?? pupilId,
    forName: of.name,
    relationship: of.relationship,
    signedAs,
    signedOn,
    way: 'paper',
    voiceLinkId: null,
    documentId: kept.value,
  });
  if (!isNew) return refused('signed_already');
  if (views !== null) {
    const by = {
      planId,
      pupilId,
      voiceLinkId: null,
      kind: of.kind,
      saidById: of.carerId ?? pupilId,
      byName: of.name,
      howAsked: 'on paper',
    };
    await say(tx, by, [{ about: 'views', words: views }]);
  }
  return done(null);
}

async function putOnRecord(tx: Tx, copy: SharedCopy, row: Row): Promise<boolean> {
  const { actor, clock } = tx.scope;
  const planSignatureId = newId(clock.now().getTime());
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('planSignatures')
    .values({
      schoolId: actor.schoolId,
      planSignatureId,
      planId: copy.planId,
      sharedCopyId: copy.sharedCopyId,
      recordedAt: clock.now(),
      recordedBy: actor.personId,
      ...row,
    })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  await record(tx, {
    type: 'PlanSigned',
    audience: 'family',
    pupilId: row.pupilId,
    subjectId: planSignatureId,
    changes: {
      by: { before: null, after: row.relationship },
      signedAs: { before: null, after: row.signedAs },
      way: { before: null, after: row.way },
      signedOn: { before: null, after: row.signedOn },
      copy: { before: null, after: copy.sha256 },
    },
  });
  return true;
}
