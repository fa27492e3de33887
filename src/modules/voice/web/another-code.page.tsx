import { placeOf } from '#src/modules/identity/index.ts';
import { type OpenOutcome, openPage } from '#src/platform/http/open-page.tsx';
import { Card } from '#src/ui/card.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { mailAnotherCode } from '../commands/open-voice.ts';
import { newCodeForm } from '../domain/voice.form.ts';
import { tooManyTries } from './too-many-tries.ts';

/** Asks for another code by mail. The answer is the same whatever link it is. */
export default openPage({
  path: '/v/:token/another-code',
  may: 'open',
  title: 'Another code',
  form: newCodeForm,
  load: async ({ web }) => ({ token: web.req.param('token') ?? '' }),
  view: ({ subject, attempt }) => (
    <div class="voice">
      <PageHead title="Another code" />
      <Card>
        <p>
          If the school sent you your first code by mail, we send another to the same address. If somebody
          read it out to you, ask the school.
        </p>
        <PostForm
          attempt={attempt}
          submit="Send me another code"
          cancel={{ href: `/v/${subject.token}`, label: 'Back' }}
        />
      </Card>
    </div>
  ),
  submit: async ({ web, program, subject }): Promise<OpenOutcome> => {
    const stopped = await tooManyTries(program, { place: placeOf(web), token: subject.token });
    if (stopped !== null) return stopped;
    await mailAnotherCode(program, subject.token);
    return {
      goTo: `/v/${encodeURIComponent(subject.token)}`,
      flash:
        'If this link has its codes by mail, another is on its way. The one before it does not work any more.',
    };
  },
});
