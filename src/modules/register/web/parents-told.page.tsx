import { longDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { recordParentsTold, type ToldRefusal } from '../commands/record-parents-told.ts';
import { parentsToldForm } from '../domain/parents-told.form.ts';
import { inForceOn, type StatusRecord, statusSentence, tellParentsRule } from '../domain/sen-status.ts';
import { isUpToDate, loadPupil, OfPupil, pupilWords, staleWords, statusSeen } from './pupil-of-register.ts';
import { isStale, Stale } from './stale.view.tsx';

const { fields } = parentsToldForm;

const wording: Readonly<Record<ToldRefusal, Readonly<Record<string, string>>>> = {
  no_status: { form: 'There is no SEN status to tell of. Change the status first' },
  before_birth: { toldOn: 'Told on must not be before the pupil was born' },
  in_future: { toldOn: 'Told on must be today or in the past' },
};

/** Notes on which day the parents were told that the school makes special educational provision. */
export default page({
  path: '/pupils/:pupilId/parents-told',
  params: OfPupil,
  may: 'register.change',
  section: 'Pupils',
  title: 'Parents told',
  form: parentsToldForm,
  load: async ({ tx, params }) => {
    const pupil = await loadPupil(tx, params.pupilId);
    if (pupil === null) return null;
    const { today } = tx.scope;
    return { ...pupil, today, now: inForceOn(pupil.record.statuses, today) };
  },
  about: ({ line }) => [line.pupilId],
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title="Parents told" lead={pupilWords(subject.line)} />
      <p>{subject.now === null ? 'No SEN status is on record.' : `${statusSentence(subject.now)}.`}</p>
      <Inset>{tellParentsRule}</Inset>
      {isStale(attempt, statusSeen(subject)) && (
        <Stale held={heldWords(subject.now)} written={String(attempt.values.how ?? 'the day below')} />
      )}
      <PostForm attempt={attempt} submit="Save" cancel={{ href: `/pupils/${subject.line.pupilId}` }}>
        <Card>
          <HiddenField name="seen" value={statusSeen(subject)} />
          <FormField
            of={fields.toldOn}
            attempt={attempt}
            value={subject.now?.parentsToldOn ?? subject.today}
          />
          <FormField of={fields.how} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    if (!(await isUpToDate(tx, subject, { seen: values.seen, of: statusSeen }))) return refuse(staleWords);
    const { pupilId } = subject.line;
    const done = await recordParentsTold(tx, { pupilId, toldOn: values.toldOn, how: values.how });
    return done.ok ? goTo('/pupils', 'Noted that the parents were told') : refuse(wording[done.refusal]);
  },
});

type Now = StatusRecord | null;
const heldWords = (now: Now): string => {
  if (now === null) return 'no SEN status';
  const told = now.parentsToldOn === null ? 'not told' : `told on ${longDate(now.parentsToldOn)}`;
  return `${statusSentence(now)}; parents ${told}`;
};
