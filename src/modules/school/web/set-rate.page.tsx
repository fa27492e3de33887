import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { StaffId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { setRate } from '../commands/set-rate.ts';
import { staffName } from '../domain/school-records.ts';
import { rateForm } from '../domain/staff.form.ts';
import { findStaffMember, type StaffWithTerms } from '../queries/list-staff.ts';

const { fields } = rateForm;
type Subject = { readonly staff: StaffWithTerms; readonly today: SchoolDate };

export default page({
  path: '/school/staff/:staffId/rate',
  params: z.object({ staffId: StaffId }),
  may: 'cost.manage',
  about: { none: 'It shows staff, no pupil' },
  section: 'School',
  title: ({ staff }: Subject) => `Cost of an hour of ${staffName(staff)}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const staff = await findStaffMember(tx, params.staffId);
    return staff === null ? null : { staff, today: tx.scope.today };
  },
  form: rateForm,
  view: ({ subject: { staff, today }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Cost of an hour of ${staffName(staff)}`}
        lead="The rate before ends the day earlier. Costs already worked out keep the rate that they were made from."
      />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: `/school/staff/${staff.staffId}` }}>
        <FormField of={fields.pencePerHour} attempt={attempt} />
        <FormField of={fields.fromOn} attempt={attempt} value={today} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { staff }, values }) => {
    const set = await setRate(tx, { staffId: staff.staffId, ...values });
    return set.ok
      ? goTo(`/school/staff/${staff.staffId}`, 'Rate saved')
      : refuse({ fromOn: 'A rate that begins later is already entered' });
  },
});
