import { placeOf } from '#src/modules/identity/index.ts';
import { type OpenOutcome, openPage } from '#src/platform/http/open-page.tsx';
import type { Web } from '#src/platform/http/route.ts';
import type { Program } from '#src/platform/program.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { enterCode } from '../commands/open-voice.ts';
import { codeForm } from '../domain/voice.form.ts';
import { tooManyTries } from './too-many-tries.ts';
import { voiceCookie } from './voice-page.ts';

const wrong =
  'This code does not open this link. Look at the code again. A code works once; a link works for fourteen days. Ask the school for another if it does not help';

/**
 * Where the link of a parent or pupil leads: it asks for the short code, and says nothing of anybody before it has it. It
 * looks nothing up to be shown, so a link that was never made looks the same.
 */
export default openPage({
  path: '/v/:token',
  may: 'open',
  title: 'Enter your code',
  form: codeForm,
  load: async ({ web }) => ({ token: web.req.param('token') ?? '' }),
  view: ({ subject, attempt, person }) => (
    <div class="voice">
      <PageHead title="Enter your code" />
      {person !== null && (
        <Inset>{`You are signed in as ${person.name} on this device. You will be signed out here first, so that nothing else can be opened.`}</Inset>
      )}
      <Card>
        <p>The school sent you a short code, or told it to you. It works once.</p>
        <PostForm attempt={{ ...attempt, values: {} }} submit="Go on">
          <FormField of={codeForm.fields.code} attempt={{ ...attempt, values: {} }} />
        </PostForm>
      </Card>
      <p>
        <a href={`/v/${subject.token}/another-code`}>I need another code</a>
      </p>
      <p>
        <a href="/v">I gave my code on this device a moment ago</a>
      </p>
    </div>
  ),
  submit: async ({ web, program, person, subject, values }): Promise<OpenOutcome> => {
    const stopped = await tooManyTries(program, { place: placeOf(web), token: subject.token });
    if (stopped !== null) return stopped;
    const opened = await enterCode(program, subject.token, values.code);
    if (!opened.ok) return { errors: { code: wrong } };
    await program.throttles.signIn.forget(`voice ${subject.token}`);
    await program.throttles.wrongToken.giveBack(`voice ${placeOf(web)}`);
    const out = person === null ? [] : await signOut(web, program);
    return { goTo: '/v', cookies: [...out, voiceCookie(program, opened.value)] };
  },
});

async function signOut(web: Web, program: Program): Promise<readonly string[]> {
  const answer = await program.auth.api.signOut({ headers: web.req.raw.headers, asResponse: true });
  return answer.headers.getSetCookie();
}
