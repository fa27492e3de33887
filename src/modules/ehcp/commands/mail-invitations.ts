import { sql } from 'kysely';
import { programActor } from '#src/kernel/access.ts';
import { longDate } from '#src/kernel/dates.ts';
import type { SchoolId } from '#src/kernel/ids.ts';
import { getSchool } from '#src/modules/school/index.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { log } from '#src/platform/log/log.ts';
import type { Mail } from '#src/platform/mail/mail.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import type { Review, ReviewPerson } from '../domain/review/review.ts';
import { findReview, listReviews } from '../queries/find-review.ts';
import { findReviewEmails } from './find-review-emails.ts';
import { makeReviewLink, type ReviewLink } from './review-link.ts';

type ToMail = { readonly review: Review; readonly person: ReviewPerson; readonly email: string };

/**
 * Mails every invitation of a school that has an address and was not mailed yet: staff a link to sign in with, others a link of
 * their own and its code in a mail apart. No mail names the pupil. Twice is as good as once.
 */
export async function mailInvitations(program: Program, schoolId: SchoolId): Promise<void> {
  const open = <T>(work: (tx: Tx) => Promise<T>) => inScope(scopeOf(program), programActor(schoolId), work);
  const { waiting, school } = await open(async (tx) => ({
    waiting: await listWaiting(tx),
    school: (await getSchool(tx)).name,
  }));
  const emails = await findReviewEmails(
    program,
    waiting.map(({ review, person }) => ({ pupilId: review.pupilId, person })),
    open,
  );
  for (const { review, person } of waiting) {
    const email = emails.get(person.reviewPersonId);
    if (email === undefined) continue;
    const mails = await open((tx) => mailsFor(tx, program, { review, person, email, school }));
    try {
      for (const mail of mails) await program.post.send(mail);
    } catch (failure) {
      log.error(
        { code: Reflect.get(Object(failure), 'code'), review: review.reviewId },
        'an invitation was not mailed',
      );
      continue;
    }
    if (mails.length > 0) await open((tx) => markMailed(tx, person));
  }
}

type Waiting = Omit<ToMail, 'email'>;

async function listWaiting(tx: Tx): Promise<readonly Waiting[]> {
  const reviews = await listReviews(tx);
  return reviews
    .filter(({ meetingOn }) => meetingOn >= tx.scope.today)
    .flatMap((review) =>
      review.people
        .filter(({ invitedOn, isMailed }) => invitedOn !== null && !isMailed)
        .map((person) => ({ review, person })),
    );
}

type Post = ToMail & { readonly school: string };

async function mailsFor(tx: Tx, { settings }: Program, to: Post): Promise<readonly Mail[]> {
  const { review, person } = to;
  // Read again: whoever is off the list since is not mailed.
  const now = (await findReview(tx, review.reviewId))?.people.find(
    ({ reviewPersonId }) => reviewPersonId === person.reviewPersonId,
  );
  if (now === undefined || now.isMailed) return [];
  if (person.personId !== null) return [staffMail(to, settings.url)];
  const made = await makeReviewLink(tx, settings.secret, { review, person });
  return made.ok ? linkMails(to, settings.url, made.value) : [];
}

const whenWords = ({ meetingOn, meetingAt, venue }: Review): string =>
  [
    longDate(meetingOn),
    ...(meetingAt === null ? [] : [`at ${meetingAt}`]),
    ...(venue === null ? [] : [venue]),
  ].join(', ');

const staffMail = ({ review, email, school }: Post, url: string): Mail => ({
  to: email,
  subject: `A few words are asked for a review on ${longDate(review.meetingOn)}`,
  text: `${school} holds a review meeting on ${whenWords(review)}, and asks for a few words from you before it. Everything that is asked of you for reviews is on one page:\n\n${url}/asks/reviews\n`,
});

const linkMails = (
  { review, email, school }: Post,
  url: string,
  { path, code }: ReviewLink,
): readonly Mail[] => [
  {
    to: email,
    subject: `Invitation to a meeting on ${longDate(review.meetingOn)}`,
    text: `${school} invites you to a review meeting on ${whenWords(review)}.\n\nOpen this link to say whether you come, and to write what you would like to be said before the meeting. You need no account. Type the code that we send you apart:\n\n${url}${path}\n\nThe link works until the day of the meeting. Please do not pass it on.\n`,
  },
  {
    to: email,
    subject: `Your code from ${school}`,
    text: `Your code is ${code}\n\nType it on the page that our link opens. Nobody from school will ask you for it.\n\n${school}\n`,
  },
];

const markMailed = (tx: Tx, { reviewPersonId }: ReviewPerson) =>
  tx
    .updateTable('reviewPeople')
    .set({ mailedAt: sql<Date>`${tx.scope.clock.now()}` })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('reviewPersonId', '=', reviewPersonId)
    .execute();
