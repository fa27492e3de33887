import { z } from 'zod';
import { takeFile } from '#src/modules/documents/index.ts';
import type { Plan } from '#src/modules/plans/index.ts';
import type { Pupil } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { recordPaperSignature } from '../commands/sign-plan.ts';
import { paperSignatureForm } from '../domain/voice.form.ts';
import { type Answerers, listWhoMayAnswer } from '../queries/list-who-may-answer.ts';
import { familyHref, loadFamily, nameOf, OfFamily, ofPupil } from './family-of-plan.ts';

const { fields } = paperSignatureForm;
const megabyte = 1024 * 1024;
type Taking = Awaited<ReturnType<typeof takeFile>>;
type Subject = {
  readonly pupil: Pupil;
  readonly plan: Plan;
  readonly who: Answerers;
  readonly today: string;
  readonly taken: Taking | null;
};

const refusals = {
  no_copy: { form: 'The plan was not shared yet. Note first when it was shared' },
  no_link: { who: 'This person cannot sign the plan' },
  in_future: { signedOn: 'Signed on must be today or in the past' },
  before_shared: { signedOn: 'Signed on must not be before the plan was shared' },
  signed_already: { who: 'This person has signed this plan already' },
} as const;

/** Records a signature by hand, with its photo or scan. */
export default page({
  path: '/pupils/:pupilId/plan/family/paper',
  params: OfFamily,
  may: 'plan.write',
  section: 'Pupils',
  title: 'A signature on paper',
  form: paperSignatureForm,
  largestPost: 64 * megabyte,
  about: ofPupil,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadFamily(tx, params.pupilId);
    if (held === null) return null;
    const who = await listWhoMayAnswer(tx, held.pupil);
    return { ...held, who, today: tx.scope.today, taken: null };
  },
  view: ({ subject: { pupil, who, today }, attempt }) => (
    <div class="narrow">
      <PageHead title="A signature on paper" lead={nameOf(pupil)} />
      <PostForm
        attempt={attempt}
        submit="Record the signature"
        encType="multipart/form-data"
        cancel={{ href: familyHref(pupil.pupilId) }}
      >
        <Card>
          <FormField
            of={fields.who}
            attempt={attempt}
            options={who.people
              .filter(({ whyNot, kind }) => whyNot === null && kind !== 'pupil')
              .map(({ key, name, relationship }) => ({ value: key, label: `${name} (${relationship})` }))}
          />
          <FormField of={fields.signedAs} attempt={attempt} />
          <FormField of={fields.signedOn} attempt={attempt} value={today} />
          <FormField of={fields.views} attempt={attempt} />
          <FormField of={fields.file} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  prepare: async ({ program, subject, values }): Promise<Subject> => ({
    ...subject,
    taken:
      values.file.size > 25 * megabyte
        ? { ok: false, why: 'The file is larger than 25 MB. Choose a smaller one, or take it again' }
        : await takeFile(program, {
            fileName: values.file.name,
            bytes: new Uint8Array(await values.file.arrayBuffer()),
          }),
  }),
  submit: async ({ tx, actor, program, subject: { pupil, plan, who, taken }, values }) => {
    if (taken === null) return refuse({ file: 'Select the photo or scan' });
    if (!taken.ok) return refuse({ file: taken.why });
    if (!z.enum(['pdf', 'jpeg', 'png', 'heic']).safeParse(taken.value.format).success)
      return refuse({ file: 'This is not a photo or a scan. Choose a JPEG, PNG or PDF' });
    const of = who.people.find(({ key }) => key === values.who);
    if (of === undefined) return refuse({ who: 'Select who signed' });
    const { planId, pupilId, sharedOn } = plan;
    const { signedAs, signedOn, views = null } = values;
    const done = await recordPaperSignature(tx, {
      ...{ planId, pupilId, sharedOn, of, signedAs, signedOn, views },
      file: taken.value,
    });
    if (!done.ok) return refuse(refusals[done.refusal]);
    await program.jobs.send(tx, 'read-documents', { schoolId: actor.schoolId });
    return goTo(familyHref(pupil.pupilId), 'Signature recorded');
  },
});
