import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { keepDocument, type TakenFile } from '#src/modules/documents/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { voiceEvents } from '../domain/voice.events.ts';
import { aboutPicture, lastAnswers, nothingSaid, type SaidOf } from '../domain/voice-answers.ts';
import { howAskedWords, type VoiceKind, type VoiceLink } from '../domain/voice-link.ts';
import { listVoiceAnswers } from '../queries/list-voice-answers.ts';

const record = recorder(voiceEvents);

/** Who says something of which plan, and how they were asked. */
export type Sayer = {
  readonly planId: string;
  readonly pupilId: PupilId;
  readonly voiceLinkId: string | null;
  readonly kind: VoiceKind;
  readonly saidById: string;
  readonly byName: string;
  readonly howAsked: string;
};

export const sayerOf = (link: VoiceLink): Sayer => ({
  planId: link.planId,
  pupilId: link.pupilId,
  voiceLinkId: link.voiceLinkId,
  kind: link.kind,
  saidById: link.carerId ?? link.pupilId,
  byName: link.kind === 'parent' ? link.forName : 'The pupil',
  howAsked: howAskedWords[link.delivery],
});

export type Said = Partial<SaidOf> & { readonly about: string };

/** As the event names it: a target by the first part of its id, as its words may change. */
const toldAs = (about: string): string =>
  about.startsWith('target:') ? `on target ${about.slice(-4)}` : about.replace(':', ' ');

const same = (one: SaidOf, other: SaidOf): boolean =>
  one.verdict === other.verdict && one.face === other.face && one.words === other.words;

/** Keeps what somebody said, beside what they said before. What is as it was is not kept twice; false when all was. */
export async function say(tx: Tx, by: Sayer, said: readonly Said[]): Promise<boolean> {
  const held = lastAnswers(await listVoiceAnswers(tx, by.planId)).filter(
    ({ saidById }) => saidById === by.saidById,
  );
  const news = said
    .map((one) => ({ ...nothingSaid, ...one }))
    .filter((one) => !same(one, held.find(({ about }) => about === one.about) ?? nothingSaid));
  if (news.length === 0) return false;
  const { clock, actor } = tx.scope;
  await tx
    .insertInto('voiceAnswers')
    .values(
      news.map((one) => ({
        schoolId: actor.schoolId,
        voiceAnswerId: newId(clock.now().getTime()),
        ...by,
        ...one,
        givenAt: clock.now(),
      })),
    )
    .execute();
  const wordsOf = (one: SaidOf | undefined): string | null =>
    one === undefined
      ? null
      : [one.verdict, one.face, one.words].filter((part) => part !== null).join(' · ') || null;
  await record(tx, {
    type: 'VoiceHeard',
    audience: 'family',
    pupilId: by.pupilId,
    subjectId: by.planId,
    changes: Object.fromEntries(
      news.map((one) => [
        toldAs(one.about),
        { before: wordsOf(held.find(({ about }) => about === one.about)), after: wordsOf(one) },
      ]),
    ),
  });
  return true;
}

/** Keeps a picture that somebody drew or photographed, as a document that the family may see. */
export async function givePicture(
  tx: Tx,
  by: Sayer,
  given: { readonly file: TakenFile; readonly words: string | null },
): Promise<Result<null, 'not_kept'>> {
  const { clock, actor, today } = tx.scope;
  const kept = await keepDocument(tx, {
    pupilId: by.pupilId,
    kind: 'pupil_work',
    title: 'A picture for the plan',
    datedOn: null,
    receivedOn: today,
    fromWhom: by.byName,
    notes: given.words?.slice(0, 2000) ?? null,
    audience: 'family',
    file: given.file,
    subject: { kind: 'plan', id: by.planId },
  });
  if (!kept.ok) return refused('not_kept');
  await tx
    .insertInto('voiceAnswers')
    .values({
      schoolId: actor.schoolId,
      voiceAnswerId: newId(clock.now().getTime()),
      ...by,
      about: aboutPicture,
      words: given.words,
      documentId: kept.value,
      givenAt: clock.now(),
    })
    .execute();
  await record(tx, {
    type: 'VoicePictureGiven',
    audience: 'family',
    pupilId: by.pupilId,
    subjectId: kept.value,
    changes: { words: { before: null, after: given.words } },
  });
  return done(null);
}
