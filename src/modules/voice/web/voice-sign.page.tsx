import { findSharedCopy } from '#src/modules/plans/index.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { asVoice } from '../commands/open-voice.ts';
import { signPlan } from '../commands/sign-plan.ts';
import { signForm } from '../domain/voice.form.ts';
import { londonDay } from './london-day.ts';
import { voicePage } from './voice-page.ts';

const wording = {
  changed_since:
    'The school has shared the plan anew since you opened it. Go back and read it before you sign',
  signed_already: 'You have signed this plan already',
  not_theirs: 'This page is not for signing',
} as const;

/** Signs the plan that was shown: a typed name and a tick. */
export default voicePage({
  path: '/v/sign',
  title: 'Sign the plan',
  kinds: ['parent', 'young_person'],
  form: signForm,
  load: async (tx, { link }) => {
    const copy = await findSharedCopy(tx, link.planId);
    return copy === null ? null : { copy, today: tx.scope.today };
  },
  view: ({ held: { copy, today }, voice, attempt }) => (
    <div class="voice">
      <PageHead title="Sign the plan" lead={`${copy.pupilName} · ${voice.schoolName}`} />
      <Card>
        <p>
          {`You sign the plan as it was shared on ${londonDay(copy.madeAt)}. Today is ${londonDay(today)}. `}
          <a href="/v/plan">Read it again</a>
        </p>
        <p>
          Signing says that you have read the plan and agree that it is used. You can still say what you think
          of it, and change your mind: tell the school.
        </p>
        <PostForm attempt={attempt} submit="Sign" cancel={{ href: '/v/plan', label: 'Back' }}>
          <HiddenField name="copy" value={copy.sha256} />
          <FormField of={signForm.fields.hasRead} attempt={attempt} />
          <FormField of={{ ...signForm.fields.signedAs, autocomplete: 'name' }} attempt={attempt} />
        </PostForm>
      </Card>
    </div>
  ),
  submit: async ({ program, voice, values }) => {
    if (!values.hasRead) return { errors: { hasRead: 'Tick that you have read the plan' } };
    const { signedAs, copy: copySha256 } = values;
    const signed = await asVoice(program, voice, (tx) => signPlan(tx, voice.link, { signedAs, copySha256 }));
    return signed.ok
      ? { goTo: '/v/plan', flash: 'Signed. Thank you. Your copy is below.' }
      : { errors: { form: wording[signed.refusal] } };
  },
});
