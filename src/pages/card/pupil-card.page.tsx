import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { longDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import {
  type Card,
  findCard,
  isToRead,
  readCards,
  readCardsForm,
  shownAs,
  shownVersions,
} from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo } from '#src/platform/http/route.ts';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card as Paper } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { PupilBand } from '../pupil/pupil-band.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from '../pupil/pupil-head.ts';
import { CardLines, Changes } from './lesson-card.view.tsx';

type Subject = PupilHead & { readonly card: Card };

/** The lesson card of one pupil: for whoever supports them in no class of their own. */
export default page({
  path: '/pupils/:pupilId/card',
  params: z.object({ pupilId: PupilId }),
  may: 'plan.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Lesson card of ${fullName(pupil)}`,
  form: readCardsForm,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const head = await findPupilHead(tx, params.pupilId);
    const card = head === null ? null : await findCard(tx, params.pupilId);
    return head === null || card === null ? null : { ...head, card };
  },
  view: ({ subject, actor, attempt }) => {
    const { card } = subject;
    const writeHref = `/pupils/${card.pupilId}/card/write`;
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Lesson card" />
        {isToRead(card) && (
          <section class="card next not-on-paper" aria-label="To read">
            <h2>{card.seenVersion === null ? 'New to you' : 'Changed since you read it'}</h2>
            <Changes changes={card.changes} />
            <PostForm attempt={attempt} submit="I have read this">
              <HiddenField name="shown" value={shownAs(card)} />
            </PostForm>
          </section>
        )}
        {card.version === 0 ? (
          <EmptyState title="No lesson card yet">
            {may(actor, 'plan.write') ? (
              <LinkButton href={writeHref}>Write it</LinkButton>
            ) : (
              'It is written by the class teacher or the SENCO.'
            )}
          </EmptyState>
        ) : (
          <Paper title="What this pupil needs in a lesson">
            <div class="lesson-card">
              <CardLines lines={card.lines} />
            </div>
            <p class="small quiet">
              {card.writtenOn === null ? '' : `Written ${longDate(card.writtenOn)}, number ${card.version}. `}
              {may(actor, 'plan.write') && <a href={writeHref}>Change it</a>}
            </p>
          </Paper>
        )}
      </>
    );
  },
  submit: async ({ tx, subject: { card }, values }) => {
    const count = await readCards(tx, { cards: [card], shown: shownVersions(values.shown), groupId: null });
    return goTo(`/pupils/${card.pupilId}/card`, count === 0 ? 'You had read this' : 'Marked as read');
  },
});
