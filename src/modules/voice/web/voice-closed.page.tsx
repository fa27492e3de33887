import { openPage } from '#src/platform/http/open-page.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { leaveVoiceForm } from '../domain/voice.form.ts';

/** What is left when a sitting has ended, or never began. */
export default openPage({
  path: '/v/closed',
  may: 'open',
  title: 'This page is closed',
  form: leaveVoiceForm,
  load: async () => ({}),
  view: () => (
    <div class="voice">
      <PageHead title="This page is closed" />
      <EmptyState title="Open your link again">
        <p>
          The page closes after an hour without use, when you leave it, and when the school closes it. What
          you sent is kept. To come back, open the link from the school and use a new code.
        </p>
      </EmptyState>
    </div>
  ),
});
