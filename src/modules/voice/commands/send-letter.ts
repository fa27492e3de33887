import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { findPlanAtWork } from '#src/modules/plans/index.ts';
import {
  type Carer,
  carerName,
  logContact,
  type Pupil,
  relationshipWords,
} from '#src/modules/pupils/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { log } from '#src/platform/log/log.ts';
import { bracesIn, filled, linkOnPaper, linkWasSent } from '../domain/letter.ts';
import { voiceEvents } from '../domain/voice.events.ts';
import { listWhoMayAnswer } from '../queries/list-who-may-answer.ts';
import { type MailBy, mailCode } from './mail-voice-link.ts';
import { type LinkRefusal, makeVoiceLink } from './make-voice-link.ts';

const record = recorder(voiceEvents);

export type NewLetter = {
  readonly pupil: Pupil;
  readonly carer: Carer;
  readonly letterKind: string;
  readonly title: string;
  readonly words: string;
  readonly way: 'mail' | 'paper';
  readonly schoolName: string;
};
export type LetterRefusal =
  | LinkRefusal
  | 'not_to_them'
  | 'no_address'
  | 'not_filled'
  | 'no_plan'
  | 'not_mailed';

/** Why a letter does not go to a carer: contact is limited, or letters are not for them. */
export const mayNotBeWritten = ({ isRestricted, getsLetters }: Carer): boolean =>
  isRestricted || !getsLetters;

/**
 * Sends a letter by mail, or keeps it to be printed; either way it is on record as sent, and in the contact log. A link in it
 * is made for its reader alone, and its code goes in a mail apart; the kept words hold no link. Returns the letter's id.
 */
export async function sendLetter(
  tx: Tx,
  by: MailBy,
  given: NewLetter,
): Promise<Result<string, LetterRefusal>> {
  const refusal = whyNotSent(given);
  if (refusal !== null) return refused(refusal);
  const { words, way } = given;
  const kept = filled(words, { link: way === 'mail' ? linkWasSent : linkOnPaper });
  const letterId = await keep(tx, { ...given, words: kept });
  if (way === 'paper') return done(letterId);
  const mailed = await mailLetter(tx, by, given);
  return mailed.ok ? done(letterId) : mailed;
}

function whyNotSent({ carer, words, way }: NewLetter): LetterRefusal | null {
  if (mayNotBeWritten(carer)) return 'not_to_them';
  if (bracesIn(words).some((name) => name !== 'link')) return 'not_filled';
  return way === 'mail' && carer.email === null ? 'no_address' : null;
}

/** Mails a letter, with a link made for it where it asks for one, and then the code of that link. */
async function mailLetter(tx: Tx, by: MailBy, given: NewLetter): Promise<Result<null, LetterRefusal>> {
  const { carer, words, schoolName } = given;
  const link = bracesIn(words).includes('link') ? await linkFor(tx, by, given) : done(null);
  if (!link.ok) return link;
  const email = carer.email ?? '';
  const text = filled(words, { link: link.value?.address ?? '' });
  if (!(await mail(by, { to: email, subject: `A letter from ${schoolName}`, text })))
    return refused('not_mailed');
  if (link.value !== null) await mailCode(by, { email, name: carerName(carer), schoolName }, link.value.code);
  return done(null);
}

async function linkFor(tx: Tx, by: MailBy, { pupil, carer, schoolName }: NewLetter) {
  const plan = await findPlanAtWork(tx, pupil.pupilId);
  const { people, holder } = await listWhoMayAnswer(tx, pupil);
  const of = people.find(({ carerId }) => carerId === carer.carerId);
  if (plan === null || of === undefined) return refused('no_plan');
  // The letter carries the link itself, and is the mail.
  return makeVoiceLink(tx, by, { plan, of: { ...of, email: null }, holder, delivery: 'by_hand', schoolName });
}

async function mail(
  { post }: MailBy,
  letter: { to: string; subject: string; text: string },
): Promise<boolean> {
  try {
    await post.send(letter);
    return true;
  } catch (failure) {
    log.error({ code: Reflect.get(Object(failure), 'code') }, 'a letter was not mailed');
    return false;
  }
}

async function keep(tx: Tx, { pupil, carer, letterKind, title, words, way }: NewLetter): Promise<string> {
  const { actor, clock, today } = tx.scope;
  const letterId = newId(clock.now().getTime());
  const relationship = relationshipWords(carer.relationship);
  await tx
    .insertInto('letters')
    .values({
      schoolId: actor.schoolId,
      letterId,
      pupilId: pupil.pupilId,
      carerId: carer.carerId,
      letterKind,
      toName: carerName(carer),
      relationship,
      title,
      words,
      way,
      madeOn: today,
      madeBy: actor.personId,
      recordedAt: clock.now(),
    })
    .execute();
  await record(tx, {
    type: 'LetterSent',
    audience: 'family',
    pupilId: pupil.pupilId,
    subjectId: letterId,
    changes: {
      title: { before: null, after: title },
      to: { before: null, after: relationship },
      way: { before: null, after: way },
    },
  });
  await logContact(tx, {
    pupilId: pupil.pupilId,
    kind: 'contact',
    words: `Letter “${title}”, ${way === 'mail' ? 'by mail' : 'on paper'}`,
    withWhom: `${carerName(carer)} (${relationship})`.slice(0, 200),
    on: today,
    audience: 'staff',
  });
  return letterId;
}
