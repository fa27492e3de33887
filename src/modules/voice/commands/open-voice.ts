import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { type Actor, programActor } from '#src/kernel/access.ts';
import { newId, SchoolId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { type LinkToken, readLinkToken } from '#src/modules/identity/index.ts';
import { listCarersOf } from '#src/modules/pupils/index.ts';
import { getSchool } from '#src/modules/school/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { RowOf } from '#src/platform/db/journal.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { voiceEvents } from '../domain/voice.events.ts';
import { idleLasts, mostCodes, mostTries, type VoiceLink, whyNoLink } from '../domain/voice-link.ts';
import { linkOf } from '../queries/list-voice-links.ts';
import { mailCode } from './mail-voice-link.ts';
import { hashOfCode, makeCode, makeVoiceToken } from './voice-code.ts';

const record = recorder(voiceEvents);

/** Somebody who opened a link with its code. */
export type Voice = { readonly schoolId: SchoolId; readonly schoolName: string; readonly link: VoiceLink };

/** No school has it: what a link that was never made is looked up as, so that it takes as long as any other. */
const nobody: LinkToken = { schoolId: SchoolId.parse(newId(0)), id: newId(0), secretHash: '' };

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** What a link may do: read what the family may read of one pupil, and answer. Nothing else. */
export const voiceActor = (
  schoolId: SchoolId,
  { kind, pupilId }: Pick<VoiceLink, 'kind' | 'pupilId'>,
): Actor => ({
  personId: null,
  schoolId,
  roles: [{ parent: 'parent by link', young_person: 'young person by link', pupil: 'pupil by link' }[kind]],
  permissions: new Set(),
  reach: [pupilId],
  sees: ['family'],
  writes: ['family'],
});

/** Does something as whoever opened a link, behind the walls of that one pupil. */
export const asVoice = <T>(program: Program, voice: Voice, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inScope(scopeOf(program), voiceActor(voice.schoolId, voice.link), work);

const living = (now: Date) => sql<boolean>`stopped_at is null and until_at > ${now} and tries < ${mostTries}`;

/** A carer who lost parental responsibility, or whom a court has restricted since, gets no further; nor does a plan withdrawn. */
async function maySpeak(tx: Tx, row: RowOf<'voiceLinks'>): Promise<boolean> {
  const { pupilId, planId, carerId } = linkOf(row);
  const plan = await tx
    .selectFrom('plans')
    .select('state')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('planId', '=', planId)
    .executeTakeFirst();
  if (plan === undefined || plan.state === 'withdrawn') return false;
  if (carerId === null) return true;
  const carer = (await listCarersOf(tx, [pupilId])).find((one) => one.carerId === carerId);
  return carer !== undefined && whyNoLink(carer) === null;
}

/**
 * Takes the code of a link: once, and then it is used up. Unknown, expired, stopped and used links and wrong codes all
 * take the same path and are all answered alike. A right one opens a session; its token is for the cookie.
 */
export async function enterCode(
  program: Program,
  token: string,
  typed: string,
): Promise<Result<string, 'wrong'>> {
  const link = readLinkToken(token) ?? nobody;
  const given = hashOfCode(program.settings.secret, link.id, typed);
  return inScope(scopeOf(program), programActor(link.schoolId), async (tx) => {
    const now = tx.scope.clock.now();
    const row = await tx
      .updateTable('voiceLinks')
      .set((eb) => ({ tries: eb('tries', '+', 1) }))
      .where('schoolId', '=', link.schoolId)
      .where('voiceLinkId', '=', link.id)
      .where('secretHash', '=', link.secretHash)
      .where('codeHash', 'is not', null)
      .where('codeUntil', '>', now)
      .where(living(now))
      .returningAll()
      .executeTakeFirst();
    const isRight = isSame(row?.codeHash ?? given.replace(/./g, '0'), given);
    if (row === undefined || !isRight || !(await maySpeak(tx, row))) return refused('wrong');
    return done(await begin(tx, row));
  });
}

async function begin(tx: Tx, row: RowOf<'voiceLinks'>): Promise<string> {
  const { schoolId } = tx.scope.actor;
  const { token, secretHash } = makeVoiceToken(schoolId, row.voiceLinkId);
  const now = tx.scope.clock.now();
  await tx
    .updateTable('voiceLinks')
    .set({
      codeHash: null,
      codeUntil: null,
      tries: 0,
      sessionHash: secretHash,
      sessionSeenAt: now,
      openedAt: row.openedAt ?? now,
      version: row.version + 1,
    })
    .where('schoolId', '=', schoolId)
    .where('voiceLinkId', '=', row.voiceLinkId)
    .execute();
  const { pupilId, relationship, voiceLinkId } = linkOf(row);
  await record(tx, {
    type: 'VoiceLinkOpened',
    audience: 'plans',
    pupilId,
    subjectId: voiceLinkId,
    changes: { by: { before: null, after: relationship } },
  });
  return token;
}

/** Who speaks, from the cookie of a link; null when the link or the sitting has ended. Another minute counts anew. */
export async function findVoice(program: Program, cookie: string | undefined): Promise<Voice | null> {
  const session = readLinkToken(cookie ?? '');
  if (session === null) return null;
  return inScope(scopeOf(program), programActor(session.schoolId), async (tx) => {
    const now = tx.scope.clock.now();
    const row = await tx
      .updateTable('voiceLinks')
      .set({ sessionSeenAt: now })
      .where('schoolId', '=', session.schoolId)
      .where('voiceLinkId', '=', session.id)
      .where('sessionHash', '=', session.secretHash)
      .where('sessionSeenAt', '>', new Date(now.getTime() - idleLasts))
      .where(living(now))
      .returningAll()
      .executeTakeFirst();
    if (row === undefined || !(await maySpeak(tx, row))) return null;
    return { schoolId: session.schoolId, schoolName: (await getSchool(tx)).name, link: linkOf(row) };
  });
}

/** Ends a sitting: the cookie opens nothing any more. */
export const endVoice = (program: Program, { schoolId, link }: Voice): Promise<void> =>
  inScope(scopeOf(program), programActor(schoolId), async (tx) => {
    await tx
      .updateTable('voiceLinks')
      .set({ sessionHash: null })
      .where('schoolId', '=', schoolId)
      .where('voiceLinkId', '=', link.voiceLinkId)
      .execute();
  });

/**
 * Mails another code to the address that the school holds, if the link lives and its codes go by mail. Says nothing of
 * which links do.
 */
export async function mailAnotherCode(program: Program, token: string): Promise<void> {
  const link = readLinkToken(token) ?? nobody;
  await inScope(scopeOf(program), programActor(link.schoolId), async (tx) => {
    const now = tx.scope.clock.now();
    const row = await tx
      .updateTable('voiceLinks')
      .set((eb) => ({ codesSent: eb('codesSent', '+', 1) }))
      .where('schoolId', '=', link.schoolId)
      .where('voiceLinkId', '=', link.id)
      .where('secretHash', '=', link.secretHash)
      .where('delivery', '=', 'mail_both')
      .where('codesSent', '<', mostCodes)
      .where(living(now))
      .returningAll()
      .executeTakeFirst();
    if (row === undefined || !(await maySpeak(tx, row))) return;
    const { pupilId, carerId, voiceLinkId } = linkOf(row);
    const carer = (await listCarersOf(tx, [pupilId])).find((one) => one.carerId === carerId);
    if (carer?.email == null) return;
    const { code, ...kept } = makeCode(program.settings.secret, { ...row, now });
    await tx
      .updateTable('voiceLinks')
      .set(kept)
      .where('schoolId', '=', link.schoolId)
      .where('voiceLinkId', '=', voiceLinkId)
      .execute();
    await record(tx, {
      type: 'VoiceCodeMade',
      audience: 'plans',
      pupilId,
      subjectId: voiceLinkId,
      changes: { asked: { before: null, after: 'through the link' } },
    });
    const to = { email: carer.email, name: row.forName, schoolName: (await getSchool(tx)).name };
    await mailCode(program, to, code);
  });
}
