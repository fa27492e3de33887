import { longDate } from '#src/kernel/dates.ts';
import { findPupil } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { ActionList } from '#src/ui/action-list.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { listLetters } from '../queries/list-letters.ts';
import { nameOf, OfFamily, ofPupil } from './family-of-plan.ts';

/** The letters that were sent about a pupil. */
export default page({
  path: '/pupils/:pupilId/letters',
  params: OfFamily,
  may: 'letter.send',
  section: 'Pupils',
  title: 'Letters',
  about: ofPupil,
  load: async ({ tx, params }) => {
    const pupil = await findPupil(tx, params.pupilId);
    return pupil === null ? null : { pupil, letters: await listLetters(tx, params.pupilId) };
  },
  view: ({ subject: { pupil, letters } }) => (
    <div class="narrow">
      <PageHead
        title="Letters"
        lead={<a href={`/pupils/${pupil.pupilId}`}>{nameOf(pupil)}</a>}
        actions={<LinkButton href={`/pupils/${pupil.pupilId}/letters/new`}>Write a letter</LinkButton>}
      />
      <Card title="Sent">
        {letters.length === 0 && <p>No letter was sent yet.</p>}
        <ActionList
          items={letters.map((letter) => ({
            label: letter.title,
            href: `/pupils/${pupil.pupilId}/letters/${letter.letterId}`,
            why: `To ${letter.toName} (${letter.relationship}), ${letter.way === 'mail' ? 'by mail' : 'on paper'}`,
            end: longDate(letter.madeOn),
          }))}
        />
      </Card>
    </div>
  ),
});
