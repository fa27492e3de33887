import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import {
  type Card,
  cardForm,
  cardTyped,
  findCard,
  findPlanAtWork,
  type Suggestion,
  suggestionsFrom,
  writeCard,
} from '#src/modules/plans/index.ts';
import { findPupil, type Pupil } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { aboutPupil, fullName } from '../pupil/pupil-head.ts';
import { DiagnosisNote, LineFields, Suggestions } from './card-fields.view.tsx';
import { CardLines } from './lesson-card.view.tsx';

type Subject = {
  readonly pupil: Pupil;
  readonly card: Card;
  readonly suggestions: readonly Suggestion[];
};

const stale =
  'Somebody else wrote this card while you did. Nothing was overwritten: compare the two, and save again if yours is right';

/** Writes a pupil's lesson card, with the lines of the plan one click away. */
export default page({
  path: '/pupils/:pupilId/card/write',
  params: z.object({ pupilId: PupilId }),
  may: 'plan.write',
  about: aboutPupil,
  section: 'Pupils',
  title: 'Write the lesson card',
  form: cardForm,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const pupil = await findPupil(tx, params.pupilId);
    const card = pupil === null ? null : await findCard(tx, params.pupilId);
    if (pupil === null || card === null) return null;
    const plan = await findPlanAtWork(tx, params.pupilId);
    return { pupil, card, suggestions: plan === null ? [] : suggestionsFrom(plan, card.lines) };
  },
  view: ({ subject: { pupil, card, suggestions }, attempt }) => {
    const isStale = 'version' in attempt.values && Number(attempt.values.version) !== card.version;
    return (
      <div class="narrow">
        <PageHead
          title="Write the lesson card"
          lead={`${fullName(pupil)}: what to do in a lesson, in few words`}
        />
        {isStale && (
          <Inset>
            <b>On record now:</b>
            <CardLines lines={card.lines} />
          </Inset>
        )}
        <DiagnosisNote lines={card.lines} />
        <PostForm attempt={attempt} submit="Save the card" cancel={{ href: `/pupils/${pupil.pupilId}/card` }}>
          <HiddenField name="version" value={String(card.version)} />
          <Suggestions of={suggestions} attempt={attempt} />
          <LineFields card={card} attempt={attempt} />
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { card }, values }) => {
    if (values.version !== card.version) return refuse(stale);
    const typed = cardTyped(values, card.lines);
    if (!typed.ok) return refuse(typed.errors);
    if (card.version === 0 && typed.lines.length === 0)
      return refuse({ must1: 'Enter a must-know, or tick one' });
    const done = await writeCard(tx, { card, lines: typed.lines });
    if (!done.ok) return refuse(stale);
    const href = `/pupils/${card.pupilId}/card`;
    return goTo(
      href,
      done.value ? 'Card saved. Those who teach this pupil are asked to read it' : 'Nothing was different',
    );
  },
});
