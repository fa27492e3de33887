import { contentWords, findSharedCopy, readingAgeShown } from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { Card } from '#src/ui/card.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { ReadingAgeCard } from '#src/ui/reading-age-card.tsx';
import { familyHref, loadFamily, OfFamily, ofPupil } from './family-of-plan.ts';
import { londonDay } from './london-day.ts';
import { partsOf } from './shared-parts.ts';
import { PartWords } from './voice-plan.view.tsx';

/** The plan as its family reads it, for the author to look at first. */
export default page({
  path: '/pupils/:pupilId/plan/family/preview',
  params: OfFamily,
  may: 'plan.read',
  section: 'Pupils',
  title: 'As the family reads it',
  about: ofPupil,
  load: async ({ tx, params }) => {
    const held = await loadFamily(tx, params.pupilId);
    const copy = held === null ? null : await findSharedCopy(tx, held.plan.planId);
    return held === null || copy === null ? null : { ...held, copy };
  },
  view: ({ subject: { pupil, copy } }) => (
    <div class="narrow">
      <PageHead
        title="As the family reads it"
        lead={<a href={familyHref(pupil.pupilId)}>{`Shared ${londonDay(copy.madeAt)}`}</a>}
      />
      <ReadingAgeCard {...readingAgeShown(contentWords(copy.content))} />
      <div class="voice">
        {partsOf(copy).map((part) => (
          <Card key={part.about} title={part.title}>
            <PartWords part={part} />
          </Card>
        ))}
      </div>
    </div>
  ),
});
