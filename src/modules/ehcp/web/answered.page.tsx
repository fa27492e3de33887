import { form } from '#src/kernel/form.ts';
import { openPage } from '#src/platform/http/open-page.tsx';
import { PageHead } from '#src/ui/page-head.tsx';

/** After an answer by link. */
export default openPage({
  path: '/answered',
  may: 'open',
  title: 'Thank you',
  form: form({}),
  load: async () => ({}),
  view: () => (
    <div class="narrow">
      <PageHead title="Thank you" lead="The school has your answer." />
      <p>You can close this page. Open the link again if you want to change something before the meeting.</p>
    </div>
  ),
});
