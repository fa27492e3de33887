import { type OpenOutcome, openPage } from '#src/platform/http/open-page.tsx';
import { Card } from '#src/ui/card.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { endVoice } from '../commands/open-voice.ts';
import { leaveVoiceForm } from '../domain/voice.form.ts';
import { voiceCookie, voiceOf } from './voice-page.ts';

/** Ends the sitting on this device. */
export default openPage({
  path: '/v/leave',
  may: 'open',
  title: 'Finish',
  form: leaveVoiceForm,
  load: async ({ web, program }) => ({ voice: await voiceOf(web, program) }),
  view: ({ attempt }) => (
    <div class="voice">
      <PageHead title="Finish" />
      <Card>
        <p>What you sent is kept. Nobody can open it on this device after you.</p>
        <PostForm attempt={attempt} submit="Finish" cancel={{ href: '/v', label: 'Back' }} />
      </Card>
    </div>
  ),
  submit: async ({ program, subject }): Promise<OpenOutcome> => {
    if (subject.voice !== null) await endVoice(program, subject.voice);
    return { goTo: '/v/closed', cookies: [voiceCookie(program, '')] };
  },
});
