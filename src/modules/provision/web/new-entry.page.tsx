import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo } from '#src/platform/http/route.ts';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addEntry } from '../commands/keep-entry.ts';
import { entryForm, entryTyped } from '../domain/entry.form.ts';
import { getTierWords } from '../queries/get-provision-settings.ts';
import { EntryFields } from './entry-fields.view.tsx';

/** An entry of the school's own. */
export default page({
  path: '/provision/catalogue/new',
  params: z.object({}),
  may: 'provision.manage',
  section: 'Provision',
  title: 'Add to the catalogue',
  about: { none: 'It shows a kind of provision, no pupil' },
  form: entryForm,
  load: async ({ tx }) => ({ tierWords: await getTierWords(tx) }),
  view: ({ subject: { tierWords }, attempt }) => (
    <div class="narrow">
      <PageHead title="Add to the catalogue" lead="A name, a wave and an area of need are enough." />
      <PostForm attempt={attempt} submit="Add" cancel={{ href: '/provision/catalogue' }}>
        <EntryFields entry={null} attempt={attempt} tierWords={tierWords} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, values }) => {
    const entryId = await addEntry(tx, entryTyped(values));
    return goTo(`/provision/catalogue/${entryId}`, 'Added to the catalogue');
  },
});
