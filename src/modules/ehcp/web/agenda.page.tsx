import { page } from '#src/platform/http/page.tsx';
import { Card } from '#src/ui/card.tsx';
import { ExportMenu } from '#src/ui/export-menu.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { type Agenda, loadAgenda, meetingWords } from './agenda-of.ts';
import { nameOf, OfReview, ofPupil, reviewHref } from './review-of.ts';

/** What a review meeting goes through, each item with the rule that asks for it; to be printed, or changed in Word. */
export default page({
  path: '/annual-reviews/:reviewId/agenda',
  params: OfReview,
  may: 'plan.read',
  section: 'Reviews',
  title: 'Agenda of the review',
  about: ofPupil,
  load: ({ tx, params }): Promise<Agenda | null> => loadAgenda(tx, params.reviewId),
  view: ({ subject }) => {
    const href = reviewHref(subject.review.reviewId);
    return (
      <div class="narrow">
        <PageHead
          title="Agenda of the review"
          lead={
            <>
              <a href={href}>{nameOf(subject.pupil)}</a>
              {` · ${meetingWords(subject)}`}
            </>
          }
          actions={
            <ExportMenu
              ways={[
                { label: 'Word, to change', href: `${href}/agenda.docx` },
                { label: 'PDF', href: `${href}/agenda.pdf` },
              ]}
            />
          }
        />
        <Card>
          <ol>
            {subject.items.map(({ title, points, why }) => (
              <li key={title}>
                <b>{title}</b>
                <span class="why">{why}</span>
                {points.length > 0 && (
                  <ul>
                    {points.map((point) => (
                      <li key={point}>{point}</li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ol>
        </Card>
      </div>
    );
  },
});
