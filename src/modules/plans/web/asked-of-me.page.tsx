import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { ReviewTabs } from '#src/ui/review-tabs.tsx';
import { type AnswerRefusal, answerAsks } from '../commands/answer-asks.ts';
import { answersForm, answersTyped } from '../domain/ask.form.ts';
import { listAskedOfMe } from '../queries/list-asks.ts';
import { AskedCards } from './asked-cards.view.tsx';
import { refusalWords } from './plan-of-pupil.ts';

const wording: Readonly<Record<AnswerRefusal, string>> = {
  ...refusalWords,
  not_now: 'This is not asked any more: the plan has moved on',
  too_long: 'A word about a target must be 2,000 characters or fewer',
};

/** Everything that is asked of one person, on one page. What is left blank is asked still. */
export default page({
  path: '/asks',
  params: z.object({}),
  may: 'plan.evidence',
  section: 'Reviews',
  title: 'Asked of me',
  form: answersForm,
  load: async ({ tx }) => ({ items: await listAskedOfMe(tx) }),
  about: ({ items }) => [...new Set(items.map((item) => item.pupilId))],
  view: ({ subject: { items }, attempt, actor }) => (
    <>
      <PageHead
        title="Asked of me"
        lead="For the reviews of the next two weeks. A sentence is enough; what you leave blank can wait."
      />
      <ReviewTabs actor={actor} current="/asks" />
      {items.length === 0 ? (
        <EmptyState title="Nothing is asked of you">
          Once a week you are asked for a word about the targets of pupils whose review comes.
        </EmptyState>
      ) : (
        <PostForm attempt={attempt} submit="Save what I have written">
          <AskedCards items={items} attempt={attempt} />
        </PostForm>
      )}
    </>
  ),
  submit: async ({ tx, subject: { items }, values }) => {
    const given = answersTyped(values).flatMap((answer) => {
      const item = items.find((one) => one.askItemId === answer.askItemId);
      const isSame = item?.kind === 'part' && answer.words === item.held;
      return item === undefined || isSame ? [] : [{ item, answer }];
    });
    if (given.length === 0) return refuse('Write a word, or tick that there is nothing to say');
    const done = await answerAsks(tx, given);
    if (done.ok)
      return goTo('/asks', done.answered === 1 ? 'One answer saved' : `${done.answered} answers saved`);
    const row = items.findIndex((one) => one.askItemId === done.askItemId) + 1;
    return refuse({ [`words${row}`]: wording[done.refusal] });
  },
});
