import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { type Actor, programActor } from '#src/kernel/access.ts';
import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId, SchoolId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { type LinkToken, linkToken, readLinkToken } from '#src/modules/identity/index.ts';
import { listCarersOf } from '#src/modules/pupils/index.ts';
import { codeFrom, codeWords, hashOfCode, mostTries } from '#src/modules/voice/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import {
  type InviteAnswer,
  type Review,
  type ReviewPerson,
  reviewCapacityWords,
} from '../domain/review/review.ts';
import { reviewEvents } from '../domain/review.events.ts';
import { findReview } from '../queries/find-review.ts';
import { answerInvitation, takeAdvice } from './take-advice.ts';

const record = recorder(reviewEvents);

/** Shown to whoever hands it over, and mailed: the address, and the code in a message of its own. */
export type ReviewLink = { readonly path: string; readonly code: string };

/**
 * The token and code of a link, and what is kept of them. Both are made from the secret of this installation and the link's
 * own id, so that the mail can be sent later and no table holds either.
 */
export function reviewLinkOf(
  secret: string,
  of: { readonly schoolId: SchoolId; readonly reviewLinkId: string },
) {
  const made = (what: string) =>
    createHmac('sha512', secret).update(`review ${what} ${of.reviewLinkId}`).digest();
  const { token, secretHash } = linkToken({
    schoolId: of.schoolId,
    id: of.reviewLinkId,
    secret: made('link').subarray(0, 32),
  });
  const code = codeFrom(made('code'));
  return {
    link: { path: `/answer/${token}`, code: codeWords(code) },
    secretHash,
    codeHash: hashOfCode(secret, of.reviewLinkId, code),
  };
}

type OfPerson = { readonly review: Review; readonly person: ReviewPerson };

/**
 * Makes a link for somebody invited, good until the day of the meeting; earlier ones stop. Refused for staff, who sign in, and
 * for a carer whose contact a court limits (rule voice-3).
 */
export async function makeReviewLink(
  tx: Tx,
  secret: string,
  { review, person }: OfPerson,
): Promise<Result<ReviewLink, 'signs_in' | 'restricted' | 'over'>> {
  const { actor, clock, today } = tx.scope;
  if (person.personId !== null) return refused('signs_in');
  if (review.meetingOn < today) return refused('over');
  if (await isRestricted(tx, review.pupilId, person.carerId)) return refused('restricted');
  const { reviewId, pupilId, meetingOn } = review;
  const { reviewPersonId } = person;
  await tx
    .updateTable('reviewLinks')
    .set({ stoppedAt: clock.now() })
    .where('schoolId', '=', actor.schoolId)
    .where('reviewPersonId', '=', reviewPersonId)
    .where('stoppedAt', 'is', null)
    .execute();
  const reviewLinkId = newId(clock.now().getTime());
  const { link, ...hashes } = reviewLinkOf(secret, { schoolId: actor.schoolId, reviewLinkId });
  await tx
    .insertInto('reviewLinks')
    .values({
      schoolId: actor.schoolId,
      reviewLinkId,
      ...{ reviewPersonId, reviewId, pupilId },
      ...hashes,
      madeAt: clock.now(),
      madeBy: actor.personId,
      untilAt: endOf(meetingOn),
    })
    .execute();
  await record(tx, {
    type: 'ReviewLinkMade',
    audience: 'notes',
    pupilId,
    subjectId: reviewId,
    changes: { capacity: { before: null, after: person.capacity } },
  });
  return done(link);
}

const endOf = (day: SchoolDate): Date => new Date(`${addDays(day, 1)}T00:00:00Z`);

async function isRestricted(tx: Tx, pupilId: PupilId, carerId: string | null): Promise<boolean> {
  if (carerId === null) return false;
  const carer = (await listCarersOf(tx, [pupilId])).find((one) => one.carerId === carerId);
  return carer === undefined || carer.isRestricted;
}

/** No school has it: what a link that was never made is looked up as, so that it takes as long as any other. */
const nobody: LinkToken = { schoolId: SchoolId.parse(newId(0)), id: newId(0), secretHash: '' };

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

export type LinkAnswer = {
  readonly code: string;
  readonly answer: InviteAnswer | null;
  readonly words: string | null;
};

/**
 * Takes what somebody answers by a link, with its code. Unknown, stopped and past links and wrong codes are all answered alike.
 * Six wrong codes end a link. What is given is written by an actor of one pupil, in the name of whom the link is for.
 */
export async function answerByLink(
  program: Program,
  token: string,
  given: LinkAnswer,
): Promise<Result<null, 'wrong'>> {
  const link = readLinkToken(token) ?? nobody;
  const typed = hashOfCode(program.settings.secret, link.id, given.code);
  const held = await inScope(scopeOf(program), programActor(link.schoolId), (tx) =>
    openLink(tx, link, typed),
  );
  if (held === null) return refused('wrong');
  await inScope(scopeOf(program), actorOf(link.schoolId, held), async (tx) => {
    const { answer, words } = given;
    const wrote = words === null ? { words: null, nothingToSay: false } : { words, nothingToSay: false };
    if (words !== null)
      await takeAdvice(tx, held, { receivedOn: tx.scope.today, documentId: null, ...wrote });
    if (answer !== null) await answerInvitation(tx, held, answer);
  });
  return done(null);
}

/** The review that a link with its code opens. Each try is counted first, a right one given back. */
async function openLink(tx: Tx, link: LinkToken, typed: string): Promise<OfPerson | null> {
  const now = tx.scope.clock.now();
  const of = (tries: number) =>
    tx
      .updateTable('reviewLinks')
      .set((eb) => ({ tries: eb('tries', '+', tries), ...(tries < 0 ? { usedAt: now } : {}) }))
      .where('schoolId', '=', link.schoolId)
      .where('reviewLinkId', '=', link.id)
      .where('secretHash', '=', link.secretHash);
  const row = await of(1)
    .where(sql<boolean>`stopped_at is null and until_at > ${now} and tries < ${mostTries}`)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined || !isSame(row.codeHash, typed)) return null;
  await of(-1).execute();
  const review = await findReview(tx, row.reviewId);
  const person = review?.people.find(({ reviewPersonId }) => reviewPersonId === row.reviewPersonId);
  if (review === null || person === undefined || review.withdrawnWhy !== null) return null;
  return (await isRestricted(tx, review.pupilId, person.carerId)) ? null : { review, person };
}

const actorOf = (schoolId: SchoolId, { review, person }: OfPerson): Actor => ({
  personId: null,
  schoolId,
  roles: [`${reviewCapacityWords[person.capacity].toLowerCase()} by link`],
  permissions: new Set(),
  reach: [review.pupilId],
  sees: ['notes'],
  writes: ['notes'],
});
