import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { changeTopUpRules } from '../commands/keep-top-up-settings.ts';
import { rulesTyped, topUpRulesForm } from '../domain/bid-settings.form.ts';
import {
  aboutNobody,
  loadSettings,
  OfAuthority,
  type SettingsSubject,
  settingsHref,
} from './top-up-settings-of.ts';

const { fields } = topUpRulesForm;

/** Changes what an authority wants to see with an application, and how long it takes. */
export default page({
  path: '/school/authorities/:authorityId/top-up/evidence',
  params: OfAuthority,
  may: 'bid.write',
  about: aboutNobody,
  section: 'School',
  title: 'What the authority wants to see',
  form: topUpRulesForm,
  load: ({ tx, params }): Promise<SettingsSubject | null> => loadSettings(tx, params),
  view: ({ subject: { authority, settings }, attempt }) => {
    const { rules } = settings;
    return (
      <div class="narrow">
        <PageHead title="What it wants to see" lead={authority.name} />
        <PostForm attempt={attempt} submit="Save" cancel={{ href: settingsHref(authority.authorityId) }}>
          <HiddenField name="version" value={String(settings.version)} />
          <Card title="With an application">
            <FormField of={fields.cycles} attempt={attempt} value={rules.cycles} />
            <FormField of={fields.costs} attempt={attempt} value={rules.costs} />
            <FormField of={fields.adviceMonths} attempt={attempt} value={rules.adviceMonths} />
            <FormField of={fields.results} attempt={attempt} value={rules.results} />
            <FormField of={fields.pupilViews} attempt={attempt} value={rules.pupilViews} />
            <FormField of={fields.parentViews} attempt={attempt} value={rules.parentViews} />
            <FormField of={fields.others} attempt={attempt} value={rules.others.join('\n')} />
          </Card>
          <Card title="Its time">
            <FormField of={fields.decideWeeks} attempt={attempt} value={rules.decideWeeks} />
            <FormField of={fields.renewWeeks} attempt={attempt} value={rules.renewWeeks} />
            <FormField of={fields.source} attempt={attempt} value={rules.source} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { authority, settings }, values }) => {
    const held = { ...settings, version: values.version };
    if (values.version !== settings.version)
      return refuse(
        'Somebody changed this while you had it open. Look at it as it stands now, and save again if yours is right.',
      );
    const done = await changeTopUpRules(tx, held, rulesTyped(values));
    return done.ok
      ? goTo(settingsHref(authority.authorityId), 'Saved')
      : refuse({ [done.field]: done.words });
  },
});
