import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { StaffId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { agreeContract } from '../commands/agree-contract.ts';
import { staffName } from '../domain/school-records.ts';
import { contractForm, hoursOfMinutes } from '../domain/staff.form.ts';
import { findStaffMember, type StaffWithTerms } from '../queries/list-staff.ts';

const { fields } = contractForm;
type Subject = { readonly staff: StaffWithTerms; readonly today: SchoolDate };

export default page({
  path: '/school/staff/:staffId/contract',
  params: z.object({ staffId: StaffId }),
  may: 'staff.manage',
  about: { none: 'It shows staff, no pupil' },
  section: 'School',
  title: ({ staff }: Subject) => `Hours of ${staffName(staff)}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const staff = await findStaffMember(tx, params.staffId);
    return staff === null ? null : { staff, today: tx.scope.today };
  },
  form: contractForm,
  view: ({ subject: { staff, today }, attempt }) => {
    const [present] = staff.contracts;
    return (
      <div class="narrow">
        <PageHead
          title={`Hours of ${staffName(staff)}`}
          lead="The hours before end the day earlier. For a slip, give the same day again."
        />
        <PostForm attempt={attempt} submit="Save" cancel={{ href: `/school/staff/${staff.staffId}` }}>
          <FormField
            of={fields.minutesPerWeek}
            attempt={attempt}
            value={present && hoursOfMinutes(present.minutesPerWeek)}
          />
          <FormField of={fields.weeksPerYear} attempt={attempt} value={present?.weeksPerYear} />
          <FormField of={fields.fromOn} attempt={attempt} value={today} />
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { staff }, values }) => {
    const agreed = await agreeContract(tx, { staffId: staff.staffId, ...values });
    return agreed.ok
      ? goTo(`/school/staff/${staff.staffId}`, 'Hours saved')
      : refuse({ fromOn: 'Hours that begin later are already entered' });
  },
});
