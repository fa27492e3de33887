import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawEntry } from '../commands/keep-entry.ts';
import type { Entry } from '../domain/catalogue.ts';
import { withdrawEntryForm } from '../domain/entry.form.ts';
import { findEntry } from '../queries/get-catalogue.ts';
import { entryHref, entryStale, OfEntry } from './of-entry.ts';

/** Takes an entry out of the catalogue with a reason; it can be brought back. */
export default page({
  path: '/provision/catalogue/:entryKey/withdraw',
  params: OfEntry,
  may: 'provision.manage',
  section: 'Provision',
  title: (entry: Entry) => `Withdraw ${entry.name}`,
  about: { none: 'It shows a kind of provision, no pupil' },
  form: withdrawEntryForm,
  load: async ({ tx, params }) => findEntry(tx, params.entryKey),
  view: ({ subject: entry, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Withdraw ${entry.name}`}
        lead="Groups that were made of it stay. It can be brought back."
      />
      <PostForm attempt={attempt} submit="Withdraw" cancel={{ href: entryHref(entry) }}>
        <HiddenField name="version" value={String(entry.version)} />
        <Card>
          <FormField of={withdrawEntryForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: entry, values }) => {
    if (values.version !== entry.version || entry.isWithdrawn) return refuse(entryStale);
    const done = await withdrawEntry(tx, entry, values.why);
    return done.ok ? goTo(entryHref(entry), 'Withdrawn') : refuse(entryStale);
  },
});
