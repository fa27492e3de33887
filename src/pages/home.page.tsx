import { form } from '#src/kernel/form.ts';
import { nav } from '#src/nav.ts';
import { elsewhere, openPage } from '#src/platform/http/open-page.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';

/** The start page sends each role to the first thing on its menu. */
export default openPage({
  path: '/',
  may: 'signed in',
  title: 'Sendero',
  form: form({}),
  load: async ({ web, actor }) => {
    if (actor === null) return elsewhere(web, '/schools');
    const [first] = nav(actor);
    return first === undefined ? {} : elsewhere(web, first.href);
  },
  view: () => (
    <>
      <PageHead title="Sendero" />
      <EmptyState title="Nothing here is open to your role">
        <p>The SENCO of your school can tell you more.</p>
      </EmptyState>
    </>
  ),
});
