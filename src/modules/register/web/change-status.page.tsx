import { longDate } from '#src/kernel/dates.ts';
import type { Attempt } from '#src/kernel/form.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { changeStatus } from '../commands/change-status.ts';
import { changeStatusForm } from '../domain/change-status.form.ts';
import {
  latestOf,
  ownSource,
  SenStatus,
  statusLabel,
  statusSentence,
  tellParentsRule,
} from '../domain/sen-status.ts';
import {
  isUpToDate,
  loadPupil,
  OfPupil,
  type PupilOfRegister,
  pupilWords,
  staleWords,
  statusSeen,
} from './pupil-of-register.ts';
import { isStale, Stale } from './stale.view.tsx';
import { statusWording } from './status-wording.ts';

const { fields } = changeStatusForm;

/** Where a pupil stands, changed with its reason: from the register by the status, then choose, then save. */
export default page({
  path: '/pupils/:pupilId/status',
  params: OfPupil,
  may: 'register.change',
  section: 'Pupils',
  title: 'Change SEN status',
  form: changeStatusForm,
  load: async ({ tx, params }) => {
    const pupil = await loadPupil(tx, params.pupilId);
    return pupil === null ? null : { ...pupil, today: tx.scope.today };
  },
  about: ({ line }) => [line.pupilId],
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title="Change SEN status" lead={pupilWords(subject.line)} />
      <p>
        {nowWords(subject)} <a href={`/pupils/${subject.line.pupilId}/status/history`}>All statuses</a>
      </p>
      {isStale(attempt, statusSeen(subject)) && (
        <Stale held={nowWords(subject)} written={writtenWords(attempt)} />
      )}
      <PostForm attempt={attempt} submit="Save" cancel={{ href: `/pupils/${subject.line.pupilId}` }}>
        <Card>
          <HiddenField name="seen" value={statusSeen(subject)} />
          <FormField of={fields.status} attempt={attempt} />
          <FormField of={fields.fromOn} attempt={attempt} value={subject.today} />
          <FormField of={fields.reason} attempt={attempt} />
          {subject.line.status === 'ehc_plan' && <FormField of={fields.isPlanCeased} attempt={attempt} />}
        </Card>
        <Card title="Parents">
          <Inset>{tellParentsRule}</Inset>
          <FormField of={fields.parentsToldOn} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    if (!(await isUpToDate(tx, subject, { seen: values.seen, of: statusSeen }))) return refuse(staleWords);
    const { pupilId } = subject.line;
    const { status, fromOn, reason, isPlanCeased, parentsToldOn } = values;
    const told = { source: ownSource, sourceOn: tx.scope.today };
    const done = await changeStatus(tx, {
      pupilId,
      status,
      fromOn,
      reason,
      isPlanCeased,
      parentsToldOn,
      told,
    });
    return done.ok
      ? goTo(`/pupils/${pupilId}/status/history`, 'SEN status changed. It can be undone today.')
      : refuse(statusWording[done.refusal]);
  },
});

function nowWords({ record }: PupilOfRegister): string {
  const latest = latestOf(record.statuses);
  return latest === null ? 'No SEN status is on record.' : `${statusSentence(latest)}.`;
}

function writtenWords({ values }: Attempt): string {
  const status = SenStatus.safeParse(values.status);
  const from = changeStatusForm.fields.fromOn.schema.safeParse(values.fromOn);
  return [
    status.success ? statusLabel[status.data] : 'no status',
    from.success ? ` from ${longDate(from.data)}` : '',
    `: ${String(values.reason ?? '')}`,
  ].join('');
}
