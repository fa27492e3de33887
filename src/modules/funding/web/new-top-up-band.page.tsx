import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addBand } from '../commands/keep-top-up-settings.ts';
import { topUpBandForm } from '../domain/bid-settings.form.ts';
import {
  aboutNobody,
  loadSettings,
  OfAuthority,
  type SettingsSubject,
  settingsHref,
} from './top-up-settings-of.ts';

const { fields } = topUpBandForm;

/** Adds a band of an authority. */
export default page({
  path: '/school/authorities/:authorityId/top-up/bands/new',
  params: OfAuthority,
  may: 'bid.write',
  about: aboutNobody,
  section: 'School',
  title: 'Add a band',
  form: topUpBandForm,
  load: ({ tx, params }): Promise<SettingsSubject | null> => loadSettings(tx, params),
  view: ({ subject: { authority }, attempt }) => (
    <div class="narrow">
      <PageHead title="Add a band" lead={authority.name} />
      <PostForm attempt={attempt} submit="Add it" cancel={{ href: settingsHref(authority.authorityId) }}>
        <Card>
          <FormField of={fields.name} attempt={attempt} />
          <FormField of={fields.pencePerYear} attempt={attempt} />
          <FormField of={fields.fromOn} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { authority, settings }, values }) => {
    const done = await addBand(tx, settings, values);
    return done.ok
      ? goTo(settingsHref(authority.authorityId), 'Band added')
      : refuse({ [done.field]: done.words });
  },
});
