import { z } from 'zod';
import { longDate, middleDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { holdRecords } from '../commands/hold-records.ts';
import { holdForm, holdKinds } from '../domain/retention.form.ts';
import { type Hold, listHolds } from '../queries/list-holds.ts';
import { findLeaver, type Leaver } from '../queries/list-retention.ts';

type Subject = { readonly leaver: Leaver; readonly holds: readonly Hold[]; readonly today: string };
const { fields } = holdForm;

const rowOf = (hold: Hold, pupilId: PupilId) => ({
  since: middleDate(hold.fromOn),
  what: holdKinds.find(({ value }) => value === hold.kind)?.label,
  why: hold.why,
  until:
    hold.endedOn === null ? (
      <a href={`/pupils/${pupilId}/hold/${hold.holdId}/end`}>
        End it<span class="govuk-visually-hidden"> held since {longDate(hold.fromOn)}</span>
      </a>
    ) : (
      <>
        {middleDate(hold.endedOn)}
        <span class="why">{hold.endedWhy}</span>
      </>
    ),
});

/** Records that must not go whatever their period says: held since when, for what, until when. */
export default page({
  path: '/pupils/:pupilId/hold',
  params: z.object({ pupilId: PupilId }),
  may: 'rights.manage',
  about: ({ leaver }: Subject) => [leaver.pupilId],
  section: 'Pupils',
  title: ({ leaver }: Subject) => `Hold the records of ${leaver.name}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const leaver = await findLeaver(tx, params.pupilId);
    if (leaver === null) return null;
    return { leaver, holds: await listHolds(tx, params.pupilId), today: tx.scope.today };
  },
  form: holdForm,
  view: ({ subject: { leaver, holds, today }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Hold the records of ${leaver.name}`}
        lead="While they are held nothing of them is removed, however long ago the pupil left."
      />
      {holds.length > 0 && (
        <Card title="Holds">
          <DataTable
            caption="Holds of these records, the newest first"
            columns={[
              { key: 'since', label: 'Since', isRowHead: true },
              { key: 'what', label: 'For' },
              { key: 'why', label: 'Why' },
              { key: 'until', label: 'Until' },
            ]}
            rows={holds.map((hold) => rowOf(hold, leaver.pupilId))}
            isStacked
          />
        </Card>
      )}
      <PostForm
        attempt={attempt}
        submit="Hold the records"
        cancel={{ href: `/pupils/${leaver.pupilId}/rights` }}
      >
        <FormField of={fields.kind} attempt={attempt} />
        <FormField of={fields.why} attempt={attempt} />
        <FormField of={fields.fromOn} attempt={attempt} value={today} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    const { pupilId } = subject.leaver;
    const held = await holdRecords(tx, { pupilId, ...values });
    return held.ok
      ? goTo(`/pupils/${pupilId}/hold`, 'Records held')
      : refuse({ fromOn: 'The day must be today or earlier' });
  },
});
