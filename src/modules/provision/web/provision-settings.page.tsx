import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { changeSettings } from '../commands/change-settings.ts';
import { tiers } from '../domain/run.ts';
import { settingsForm } from '../domain/settings.form.ts';
import { getProvisionSettings } from '../queries/get-provision-settings.ts';
import { refusalWords } from './of-run.ts';

const { fields } = settingsForm;

/** What the school calls its waves, and how a new group is charged. */
export default page({
  path: '/school/provision',
  params: z.object({}),
  may: 'provision.manage',
  section: 'School',
  title: 'Waves and charging',
  about: { none: 'It shows words of the school, no pupil' },
  form: settingsForm,
  load: ({ tx }) => getProvisionSettings(tx),
  view: ({ subject: { tierWords, charge, version }, attempt }) => (
    <div class="narrow">
      <BackLink href="/school">Back to the school</BackLink>
      <PageHead
        title="Waves and charging"
        lead="The names stand on the map, in lists and in the catalogue. What was given under an earlier name stays under its wave."
      />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: '/school' }}>
        <HiddenField name="version" value={String(version)} />
        <Card title="Names of the waves">
          {tiers.map((tier) => (
            <FormField key={tier} of={fields[tier]} attempt={attempt} value={tierWords[tier]} />
          ))}
        </Card>
        <Card title="Charging">
          <FormField of={fields.charge} attempt={attempt} value={charge} />
        </Card>
        <FormField of={fields.why} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values: { charge, why, version, ...names } }) => {
    if (version !== subject.version) return refuse(refusalWords.stale);
    const tierWords = { universal: names.universal, targeted: names.targeted, specialist: names.specialist };
    const done = await changeSettings(tx, subject, { tierWords, charge, why });
    return done.ok ? goTo('/school', 'Saved') : refuse(refusalWords[done.refusal]);
  },
});
