import { longDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { ofPupil } from './family-of-plan.ts';
import { loadLetter, OfLetter } from './sent-letter.ts';

/** One letter as it was sent. */
export default page({
  path: '/pupils/:pupilId/letters/:letterId',
  params: OfLetter,
  may: 'letter.send',
  section: 'Pupils',
  title: 'A letter',
  about: ofPupil,
  load: ({ tx, actor, params }) => loadLetter(tx, actor, params),
  view: ({ subject: { pupil, letter } }) => {
    const own = `/pupils/${pupil.pupilId}/letters/${letter.letterId}`;
    return (
      <div class="narrow">
        <PageHead
          title={letter.title}
          lead={`To ${letter.toName} (${letter.relationship}), ${letter.way === 'mail' ? 'by mail' : 'on paper'}, ${longDate(letter.madeOn)}${letter.madeBy === null ? '' : `, by ${letter.madeBy}`}`}
          actions={
            <>
              <LinkButton href={`${own}/letter.pdf`}>PDF</LinkButton>
              <LinkButton href={`${own}/letter.docx`} kind="second">
                Word
              </LinkButton>
            </>
          }
        />
        <Card>
          <p class="words">{letter.words}</p>
        </Card>
        <p>
          <a href={`/pupils/${pupil.pupilId}/letters`}>All letters</a>
        </p>
      </div>
    );
  },
});
