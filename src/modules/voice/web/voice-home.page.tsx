import { elsewhere, openPage } from '#src/platform/http/open-page.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { leaveVoiceForm } from '../domain/voice.form.ts';
import { voiceOf } from './voice-page.ts';

/** Leads whoever opened a link to their own page. */
export default openPage({
  path: '/v',
  may: 'open',
  title: 'Your page',
  form: leaveVoiceForm,
  load: async ({ web, program }): Promise<Response> => {
    const voice = await voiceOf(web, program);
    if (voice === null) return elsewhere(web, '/v/closed');
    return elsewhere(web, voice.link.kind === 'pupil' ? '/v/pupil' : '/v/plan');
  },
  view: () => <PageHead title="Your page" />,
});
