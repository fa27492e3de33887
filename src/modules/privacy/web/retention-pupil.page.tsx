import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { longDate, type SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { ButtonRow, LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { askRemoval } from '../commands/ask-removal.ts';
import { askRemovalForm } from '../domain/retention.form.ts';
import { keptUntilWords, notToGoWords, type RetentionYears, whyNotToGo } from '../domain/retention.ts';
import { countHeld, type HeldCount } from '../queries/count-held.ts';
import { findLeaver, getRetentionYears, type Leaver } from '../queries/list-retention.ts';

type Subject = {
  readonly leaver: Leaver;
  readonly years: RetentionYears;
  readonly held: readonly HeldCount[];
  readonly today: SchoolDate;
};

/** The review of one pupil whose period has ended: what would go, and the first of two steps to remove it. */
export default page({
  path: '/school/retention/:pupilId',
  params: z.object({ pupilId: PupilId }),
  may: 'rights.manage',
  about: ({ leaver }: Subject) => [leaver.pupilId],
  section: 'School',
  title: ({ leaver }: Subject) => `Review the records of ${leaver.name}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const leaver = await findLeaver(tx, params.pupilId);
    if (leaver === null) return null;
    const years = await getRetentionYears(tx);
    return { leaver, years, held: await countHeld(tx, params.pupilId), today: tx.scope.today };
  },
  form: askRemovalForm,
  view: ({ subject: { leaver, years, held, today }, attempt, actor }) => {
    const reason = whyNotToGo(leaver, years, today);
    const address = `/school/retention/${leaver.pupilId}`;
    return (
      <div class="narrow">
        <PageHead
          title={`Review the records of ${leaver.name}`}
          lead={<a href="/school/retention">Records whose time has ended</a>}
        />
        <Inset>
          <p>{keptUntilWords(leaver, years)}.</p>
          {leaver.leftOn !== null && <p>Last day at the school: {longDate(leaver.leftOn)}.</p>}
          {reason !== null && <p>{notToGoWords[reason]}.</p>}
        </Inset>
        {reason === null && leaver.isAsked && (
          <ButtonRow>
            <LinkButton href={`${address}/remove`}>Go on to the confirmation</LinkButton>
          </ButtonRow>
        )}
        {reason === null && !leaver.isAsked && (
          <PostForm attempt={attempt} submit="Ask to remove" cancel={{ href: '/school/retention' }}>
            <FormField of={askRemovalForm.fields.why} attempt={attempt} />
          </PostForm>
        )}
        {may(actor, 'rights.manage') && (
          <p>
            <a href={`/pupils/${leaver.pupilId}/hold`}>Hold the records, or end a hold</a>
          </p>
        )}
        <Card title="What is held">
          <DataTable
            caption="What is held of this pupil, and would go"
            columns={[
              { key: 'title', label: 'Record', isRowHead: true },
              { key: 'entries', label: 'Entries', isNumber: true },
            ]}
            rows={[...held]}
            isStacked
          />
        </Card>
      </div>
    );
  },
  submit: async ({ tx, subject, values }) => {
    const { pupilId } = subject.leaver;
    const asked = await askRemoval(tx, subject.leaver, values.why);
    if (asked.ok || asked.refusal === 'asked_already') return goTo(`/school/retention/${pupilId}/remove`);
    return refuse(notToGoWords[asked.refusal]);
  },
});
