import { z } from 'zod';
import { programActor } from '#src/kernel/access.ts';
import { longDate } from '#src/kernel/dates.ts';
import type { SchoolId } from '#src/kernel/ids.ts';
import { getSchool } from '#src/modules/school/index.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { log } from '#src/platform/log/log.ts';
import type { Mail } from '#src/platform/mail/mail.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { type Paper, papers, paperWords } from '../domain/review/paper.ts';
import type { Review, ReviewPerson } from '../domain/review/review.ts';
import { listReviews } from '../queries/find-review.ts';
import { findReviewEmails } from './find-review-emails.ts';
import { paperLinkOf } from './paper-link.ts';

const Waits = z.object({
  deliveryId: z.string(),
  reviewId: z.string(),
  reviewPersonId: z.string(),
  what: z.enum(papers),
  documentId: z.string(),
});

type ToMail = z.output<typeof Waits> & { readonly review: Review; readonly person: ReviewPerson };

/**
 * Mails every paper of a review that was asked for and was not mailed yet (rule ar-8): staff a link to sign in with, others a
 * link of their own and its code in a mail apart. No mail names the pupil, and the paper itself is in none. Twice is as good as
 * once.
 */
export async function mailReviewPapers(program: Program, schoolId: SchoolId): Promise<void> {
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
  for (const one of waiting) {
    const email = emails.get(one.reviewPersonId);
    if (email === undefined) continue;
    const link = paperLinkOf(program.settings.secret, { schoolId, deliveryId: one.deliveryId });
    const isStaff = one.person.personId !== null;
    const to = { ...one, email, school, url: program.settings.url };
    await open((tx) => keepAddress(tx, one, { email, ...(isStaff ? {} : link.kept) }));
    try {
      for (const mail of isStaff ? [staffMail(to)] : linkMails(to, link)) await program.post.send(mail);
    } catch (failure) {
      log.error(
        { code: Reflect.get(Object(failure), 'code'), review: one.reviewId },
        'a paper of a review was not mailed',
      );
      continue;
    }
    await open((tx) => markMailed(tx, one));
  }
}

/** What is to be mailed still; whoever is off the list since is not mailed. */
async function listWaiting(tx: Tx): Promise<readonly ToMail[]> {
  const rows = await tx
    .selectFrom('reviewDeliveries')
    .select(['reviewDeliveryId as deliveryId', 'reviewId', 'reviewPersonId', 'what', 'documentId'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('mailedAt', 'is', null)
    .where('untilAt', '>', tx.scope.clock.now())
    .orderBy('reviewDeliveryId')
    .execute();
  if (rows.length === 0) return [];
  const reviews = new Map((await listReviews(tx)).map((review) => [review.reviewId, review]));
  return z
    .array(Waits)
    .parse(rows)
    .flatMap((row) => {
      const review = reviews.get(row.reviewId);
      const person = review?.people.find(({ reviewPersonId }) => reviewPersonId === row.reviewPersonId);
      return review === undefined || person === undefined ? [] : [{ ...row, review, person }];
    });
}

type Kept = { readonly email: string; readonly secretHash?: string; readonly codeHash?: string };

const setDelivery = (tx: Tx, { deliveryId }: Pick<ToMail, 'deliveryId'>) =>
  tx
    .updateTable('reviewDeliveries')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('reviewDeliveryId', '=', deliveryId)
    .where('mailedAt', 'is', null);

/** Before the mail goes out, so that its link works when it arrives. */
const keepAddress = (tx: Tx, one: ToMail, kept: Kept) => setDelivery(tx, one).set(kept).execute();

const markMailed = (tx: Tx, one: ToMail) =>
  setDelivery(tx, one).set({ mailedAt: tx.scope.clock.now() }).execute();

type To = ToMail & { readonly email: string; readonly school: string; readonly url: string };

const said: Readonly<Record<Paper, string>> = {
  advice: 'sends you the advice that was gathered for',
  report: 'sends you its report of',
};

const staffMail = ({ review, email, school, url, what, documentId }: To): Mail => ({
  to: email,
  subject: `${paperWords[what]} on ${longDate(review.meetingOn)}`,
  text: `${school} ${said[what]} the review meeting of ${longDate(review.meetingOn)}. Sign in to read it:\n\n${url}/documents/${documentId}\n`,
});

const linkMails = (
  { review, email, school, url, what }: To,
  { path, code }: { readonly path: string; readonly code: string },
): readonly Mail[] => [
  {
    to: email,
    subject: `${paperWords[what]} on ${longDate(review.meetingOn)}`,
    text: `${school} ${said[what]} the review meeting of ${longDate(review.meetingOn)}, to which you were invited.\n\nOpen this link to read and keep it. You need no account. Type the code that we send you apart:\n\n${url}${path}\n\nThe link works for sixty days. Please do not pass it on.\n`,
  },
  {
    to: email,
    subject: `Your code from ${school}`,
    text: `Your code is ${code}\n\nType it on the page that our link opens. Nobody from school will ask you for it.\n\n${school}\n`,
  },
];
