import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { findPupil, type Pupil } from '#src/modules/pupils/index.ts';
import { listSummaries, type Summary, summaryForm, writeSummary } from '#src/modules/register/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { aboutPupil, fullName } from './pupil-head.ts';
import { writtenWords } from './summary.page.tsx';

type Subject = { readonly pupil: Pupil; readonly now: Summary | null };
const { version: _, ...fields } = summaryForm.fields;

/** What a pupil says of themselves, written down: a new version each time. */
export default page({
  path: '/pupils/:pupilId/summary/write',
  params: z.object({ pupilId: PupilId }),
  may: 'register.change',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Own words of ${fullName(pupil)}`,
  form: summaryForm,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const pupil = await findPupil(tx, params.pupilId);
    if (pupil === null) return null;
    const [now = null] = await listSummaries(tx, params.pupilId);
    return { pupil, now };
  },
  view: ({ subject: { pupil, now }, attempt, params }) => {
    const next = String((now?.version ?? 0) + 1);
    const isLate = attempt.values.version !== undefined && attempt.values.version !== next;
    return (
      <div class="narrow">
        <PageHead
          title={`Own words of ${fullName(pupil)}`}
          lead="Write as the pupil says it. The family can read it. Strengths and needs come from the register."
        />
        {isLate && now !== null && <Meanwhile now={now} />}
        <PostForm attempt={attempt} submit="Save" cancel={{ href: `/pupils/${params.pupilId}/summary` }}>
          <HiddenField name="version" value={next} />
          {Object.values(fields).map((field) => (
            <FormField key={field.name} of={field} attempt={attempt} value={heldIn(now, field.name)} />
          ))}
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, params, values }) => {
    const written = await writeSummary(tx, { pupilId: params.pupilId, ...values });
    if (written.ok) return goTo(`/pupils/${params.pupilId}/summary`, 'Saved as a new version');
    return written.refusal === 'nothing_written'
      ? refuse({ matters: 'Write at least one of the three parts' })
      : refuse(
          'Somebody wrote a new version meanwhile. Nothing was overwritten: compare, then save yours again',
        );
  },
});

const heldIn = (now: Summary | null, name: string): string | null => {
  const held: unknown = now === null ? null : Reflect.get(now, name);
  return typeof held === 'string' ? held : null;
};

/** What somebody else saved; what the writer wrote stands in the form. */
function Meanwhile({ now }: { now: Summary }) {
  return (
    <Inset>
      <p>
        <b>{writtenWords(now)}:</b>
      </p>
      {Object.values(fields).map(({ name, label }) => {
        const words = heldIn(now, name);
        return words === null ? null : (
          <p key={name}>
            <b>{label}:</b> {words}
          </p>
        );
      })}
    </Inset>
  );
}
