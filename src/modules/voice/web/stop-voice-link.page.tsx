import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { stopVoiceLink } from '../commands/stop-voice-link.ts';
import { stopVoiceLinkForm } from '../domain/voice.form.ts';
import { familyHref, loadLink, OfVoiceLink, ofPupil } from './family-of-plan.ts';

/** Stops a link, with a reason. */
export default page({
  path: '/pupils/:pupilId/plan/family/links/:voiceLinkId/stop',
  params: OfVoiceLink,
  may: 'plan.write',
  section: 'Pupils',
  title: 'Stop a link',
  form: stopVoiceLinkForm,
  about: ofPupil,
  load: ({ tx, params }) => loadLink(tx, params),
  view: ({ subject: { pupil, link }, attempt }) => (
    <div class="narrow">
      <PageHead title="Stop a link" lead={`${link.forName} (${link.relationship})`} />
      <PostForm attempt={attempt} submit="Stop the link" cancel={{ href: familyHref(pupil.pupilId) }}>
        <Card>
          <p>It opens nothing from this moment, on no device. What was said and signed stays.</p>
          <FormField of={stopVoiceLinkForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil, link }, values }) => {
    const stopped = await stopVoiceLink(tx, link, values.why);
    return stopped.ok
      ? goTo(familyHref(pupil.pupilId), 'Link stopped')
      : refuse('Somebody has stopped this link already');
  },
});
