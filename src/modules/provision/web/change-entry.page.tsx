import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { changeEntry } from '../commands/keep-entry.ts';
import type { Entry } from '../domain/catalogue.ts';
import { entryForm, entryTyped } from '../domain/entry.form.ts';
import { findEntry } from '../queries/get-catalogue.ts';
import { getTierWords } from '../queries/get-provision-settings.ts';
import { EntryFields } from './entry-fields.view.tsx';
import { entryHref, entryStale, OfEntry } from './of-entry.ts';

/** Changes an entry; a shipped one becomes the school's own version of it. */
export default page({
  path: '/provision/catalogue/:entryKey/change',
  params: OfEntry,
  may: 'provision.manage',
  section: 'Provision',
  title: ({ entry }: { entry: Entry }) => `Change ${entry.name}`,
  about: { none: 'It shows a kind of provision, no pupil' },
  form: entryForm,
  load: async ({ tx, params }) => {
    const entry = await findEntry(tx, params.entryKey);
    return entry === null ? null : { entry, tierWords: await getTierWords(tx) };
  },
  view: ({ subject: { entry, tierWords }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Change ${entry.name}`}
        lead={
          entry.entryId === null
            ? 'What is shipped stays as it is; the school keeps its own version.'
            : 'The school’s own words.'
        }
      />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: entryHref(entry) }}>
        <EntryFields entry={entry} attempt={attempt} tierWords={tierWords} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { entry }, values }) => {
    if (values.version !== entry.version) return refuse(entryStale);
    const done = await changeEntry(tx, entry, entryTyped(values));
    return done.ok ? goTo(entryHref(entry), 'Saved') : refuse(entryStale);
  },
});
