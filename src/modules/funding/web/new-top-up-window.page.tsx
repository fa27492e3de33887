import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addWindow } from '../commands/keep-top-up-settings.ts';
import { topUpWindowForm } from '../domain/bid-settings.form.ts';
import {
  aboutNobody,
  loadSettings,
  OfAuthority,
  type SettingsSubject,
  settingsHref,
} from './top-up-settings-of.ts';

const { fields } = topUpWindowForm;

/** Adds a time in which an authority takes applications. */
export default page({
  path: '/school/authorities/:authorityId/top-up/windows/new',
  params: OfAuthority,
  may: 'bid.write',
  about: aboutNobody,
  section: 'School',
  title: 'Add a window',
  form: topUpWindowForm,
  load: ({ tx, params }): Promise<SettingsSubject | null> => loadSettings(tx, params),
  view: ({ subject: { authority }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Add a window"
        lead={`${authority.name}. Either between two days, or in the same weeks of each term.`}
      />
      <PostForm attempt={attempt} submit="Add it" cancel={{ href: settingsHref(authority.authorityId) }}>
        <Card>
          <FormField of={fields.name} attempt={attempt} />
          <FormField of={fields.opensOn} attempt={attempt} />
          <FormField of={fields.closesOn} attempt={attempt} />
          <FormField of={fields.opensWeek} attempt={attempt} />
          <FormField of={fields.closesWeek} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { authority }, values }) => {
    const { name, opensOn = null, closesOn = null, opensWeek = null, closesWeek = null } = values;
    const set = { name, opensOn, closesOn, opensWeek, closesWeek };
    const done = await addWindow(tx, authority.authorityId, set);
    return done.ok
      ? goTo(settingsHref(authority.authorityId), 'Window added')
      : refuse({ [done.field]: done.words });
  },
});
