import { longDate } from '#src/kernel/dates.ts';
import { getSchool } from '#src/modules/school/index.ts';
import type { PdfBlock, PdfDocument } from '#src/paper/pdf.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { inForce } from '../domain/ehc-plan.ts';
import { type AgendaItem, agendaOf } from '../domain/review/agenda.ts';
import { findEhcPlan } from '../queries/find-ehc-plan.ts';
import { loadOpenReview, nameOf, type ReviewOfPupil, reportFactsOf } from './review-of.ts';

export type Agenda = ReviewOfPupil & { readonly items: readonly AgendaItem[]; readonly schoolName: string };

/** What the meeting goes through, from the plan in force and the list of those invited. */
export async function loadAgenda(tx: Tx, reviewId: string): Promise<Agenda | null> {
  const held = await loadOpenReview(tx, reviewId);
  if (held === null) return null;
  const plan = await findEhcPlan(tx, held.review.pupilId);
  const version = plan === null ? null : inForce(plan);
  const words = (all: readonly { readonly words: string }[] | undefined) =>
    (all ?? []).map((one) => one.words);
  const items = agendaOf({
    ...reportFactsOf(held),
    people: held.review.people.filter(({ invitedOn }) => invitedOn !== null),
    outcomes: words(version?.outcomes),
    lines: words(version?.lines),
  });
  return { ...held, items, schoolName: (await getSchool(tx)).name };
}

/** When and where, as one line. */
export const meetingWords = ({ review }: ReviewOfPupil): string =>
  [
    longDate(review.meetingOn),
    ...(review.meetingAt === null ? [] : [review.meetingAt]),
    ...(review.venue === null ? [] : [review.venue]),
    ...(review.chair === null ? [] : [`led by ${review.chair}`]),
  ].join(', ');

/** The agenda on paper, with room to write. */
export const agendaPaper = (agenda: Agenda): PdfDocument => ({
  title: 'Agenda of the review',
  footer: `${agenda.schoolName} · meeting of ${longDate(agenda.review.meetingOn)} · Confidential`,
  size: 11,
  blocks: [
    { kind: 'heading', level: 1, words: 'Agenda of the review' },
    {
      kind: 'facts',
      rows: [
        ['Pupil', nameOf(agenda.pupil)],
        ['Meeting', meetingWords(agenda)],
      ],
    },
    ...agenda.items.flatMap(({ title, points, why }, at): PdfBlock[] => [
      { kind: 'heading', level: 2, words: `${at + 1}. ${title}` },
      ...(points.length === 0 ? [] : [{ kind: 'list' as const, items: points }]),
      { kind: 'note', words: why },
    ]),
  ],
});
