import { placeOf } from '#src/modules/identity/index.ts';
import { openPage } from '#src/platform/http/open-page.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { answerByLink } from '../commands/review-link.ts';
import { answerForm } from '../domain/review/review.form.ts';
import { tooSoon } from './too-soon.ts';

const { fields } = answerForm;
const wrong =
  'This code does not open this link. Look at the code again. A link works until the day of the meeting. Ask the school for another if it does not help';

/**
 * Where the link of somebody invited leads: they say whether they come, and what they want to be said. The page shows nothing of
 * anybody, so a link that was never made looks the same.
 */
export default openPage({
  path: '/answer/:token',
  may: 'open',
  title: 'Answer the invitation',
  form: answerForm,
  load: async ({ web }) => ({ token: web.req.param('token') ?? '' }),
  view: ({ attempt }) => (
    <div class="narrow">
      <PageHead
        title="Answer the invitation"
        lead="To the review meeting of which the school has written to you. You need no account."
      />
      <PostForm attempt={attempt} submit="Send my answer">
        <Card>
          <FormField of={fields.code} attempt={attempt} />
          <FormField of={fields.answer} attempt={attempt} />
        </Card>
        <Card title="Before the meeting">
          <p>
            What goes well? What is hard? What should change, and what matters to you? Everybody who is
            invited will read it. You can send it again until the meeting; the last one counts.
          </p>
          <FormField of={fields.words} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ web, program, subject: { token }, values }) => {
    const { code, answer = null, words = null } = values;
    if (answer === null && words === null)
      return { errors: { words: 'Say whether you come, or write a few words' } };
    const wait = await tooSoon(program, placeOf(web), token);
    if (wait !== null) return { errors: { form: wait }, status: 429 };
    const done = await answerByLink(program, token, { code, answer, words });
    if (!done.ok) return { errors: { code: wrong } };
    await program.throttles.wrongToken.giveBack(`answer ${placeOf(web)}`);
    return { goTo: '/answered' };
  },
});
