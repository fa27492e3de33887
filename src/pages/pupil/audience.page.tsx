import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import {
  audienceForm,
  audiencesOpen,
  changeAudience,
  type HeardRecord,
  heardTables,
  listHeardRecords,
} from '#src/modules/privacy/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { AudienceTag, audienceLabel } from '#src/ui/audience-tag.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { heardWords } from './heard-words.ts';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from './pupil-head.ts';

const { fields } = audienceForm;
type Subject = PupilHead & { readonly heard: HeardRecord };

/** Who may read one record: changed with a reason, by whoever may write it for the old readers and for the new. */
export default page({
  path: '/pupils/:pupilId/audience/:recordKind/:recordId',
  params: z.object({ pupilId: PupilId, recordKind: z.string(), recordId: z.uuid() }),
  may: 'audience.change',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Who may read a record of ${fullName(pupil)}`,
  load: async ({ tx, params: { pupilId, recordKind, recordId } }): Promise<Subject | null> => {
    const head = await findPupilHead(tx, pupilId);
    const heard = (await listHeardRecords(tx, pupilId)).find(
      (one) => one.kind === recordKind && one.recordId === recordId,
    );
    return head === null || heard === undefined ? null : { ...head, heard };
  },
  form: audienceForm,
  view: ({ subject: { pupil, heard }, attempt, actor }) => {
    const open = audiencesOpen(heard, actor);
    return (
      <div class="narrow">
        <PageHead
          title={`Who may read a record of ${fullName(pupil)}`}
          lead={`${heardTables[heard.kind].name}, read until now by:`}
        />
        <p>
          <AudienceTag audience={heard.audience} />
        </p>
        <Inset>{heardWords(heard)}</Inset>
        {open.length === 0 ? (
          <p>
            This is fixed: court orders and the safeguarding flag keep their readers, and nobody gives a
            record to those for whom they may not write.{' '}
            <a href={`/pupils/${pupil.pupilId}`}>Back to the pupil</a>
          </p>
        ) : (
          <PostForm attempt={attempt} submit="Save" cancel={{ href: `/pupils/${pupil.pupilId}` }}>
            <FormField
              of={fields.audience}
              attempt={attempt}
              options={open.map((audience) => ({ value: audience, label: audienceLabel[audience] }))}
            />
            <FormField of={fields.why} attempt={attempt} />
            <FormField of={fields.version} attempt={attempt} value={heard.version} />
          </PostForm>
        )}
      </div>
    );
  },
  submit: async ({ tx, actor, subject: { pupil, heard }, values }) => {
    const { pupilId } = pupil;
    const audience = audiencesOpen(heard, actor).find((one) => one === values.audience);
    if (audience === undefined) return refuse({ audience: 'You cannot give this record to these readers' });
    const { why, version } = values;
    const changed = await changeAudience(tx, { ...heard, version }, { pupilId, audience, why });
    if (changed.ok) return goTo(`/pupils/${pupilId}`, 'Saved who may read it');
    return changed.refusal === 'not_open'
      ? refuse({ audience: 'You cannot give this record to these readers' })
      : refuse('Somebody has changed this record since you opened it. Open it again.');
  },
});
