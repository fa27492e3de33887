import { placeOf } from '#src/modules/identity/index.ts';
import { openPage } from '#src/platform/http/open-page.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { enterPaperCode } from '../commands/open-paper.ts';
import { paperCodeForm } from '../domain/review/review.form.ts';
import { paperCookie } from './paper-cookie.ts';
import { tooSoon } from './too-soon.ts';

const wrong =
  'This code does not open this link. Look at the code again. A link works for sixty days. Ask the school for the paper if it does not help';

/**
 * Where the link to a paper of a review leads: it asks for the code, and says nothing of anybody before it has it. It looks
 * nothing up to be shown, so a link that was never made looks the same.
 */
export default openPage({
  path: '/papers/:token',
  may: 'open',
  title: 'Read the paper of the review',
  form: paperCodeForm,
  load: async ({ web }) => ({ token: web.req.param('token') ?? '' }),
  view: ({ attempt }) => (
    <div class="narrow">
      <PageHead
        title="Read the paper of the review"
        lead="Of the review meeting of which the school has written to you. You need no account."
      />
      <PostForm attempt={{ ...attempt, values: {} }} submit="Open it">
        <Card>
          <FormField of={paperCodeForm.fields.code} attempt={{ ...attempt, values: {} }} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ web, program, subject: { token }, values }) => {
    const wait = await tooSoon(program, placeOf(web), token);
    if (wait !== null) return { errors: { form: wait }, status: 429 };
    const entered = await enterPaperCode(program, token, values.code);
    if (!entered.ok) return { errors: { code: wrong } };
    await program.throttles.wrongToken.giveBack(`answer ${placeOf(web)}`);
    return { goTo: `/papers/${token}/file`, cookies: [paperCookie(program, entered.value)] };
  },
});
