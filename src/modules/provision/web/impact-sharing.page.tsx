import { z } from 'zod';
import { getSchool } from '#src/modules/school/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { setImpactSharing } from '../commands/set-impact-sharing.ts';
import { sharingForm } from '../domain/impact/impact-sharing.form.ts';
import { getImpactSharing } from '../queries/find-impact-sharing.ts';
import { refusalWords } from './of-run.ts';

const { fields } = sharingForm;

/** Whether the other schools of the trust see what provision brought here. Off until somebody says otherwise. */
export default page({
  path: '/school/impact-in-trust',
  params: z.object({}),
  may: 'school.manage',
  section: 'School',
  title: 'Impact in the trust',
  about: { none: 'A choice of the school, no pupil' },
  form: sharingForm,
  load: async ({ tx }) => {
    const { school, sharing } = await tx.scope.together({ school: getSchool, sharing: getImpactSharing });
    return school.trustName === null ? null : sharing;
  },
  view: ({ subject: { sharesImpact, version }, attempt }) => (
    <div class="narrow">
      <BackLink href="/school">Back to the school</BackLink>
      <PageHead
        title="Impact in the trust"
        lead="What provision brought, by kind and year: means of five pupils and more, and never a pupil."
      />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: '/school' }}>
        <HiddenField name="version" value={String(version)} />
        <Card>
          <FormField of={fields.sharesImpact} attempt={attempt} value={sharesImpact ? 'yes' : null} />
          <FormField of={fields.why} attempt={attempt} />
        </Card>
        <Inset>
          The trust SEND lead compares schools, and each SENCO sees the mean of the others beside a run. What
          you share is there the next morning; what you stop sharing is hidden at once.
        </Inset>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values: { sharesImpact, why, version } }) => {
    if (version !== subject.version) return refuse(refusalWords.stale);
    const done = await setImpactSharing(tx, subject, { sharesImpact, why });
    return done.ok
      ? goTo('/school', done.value ? 'Saved' : 'Nothing was different')
      : refuse(refusalWords[done.refusal]);
  },
});
