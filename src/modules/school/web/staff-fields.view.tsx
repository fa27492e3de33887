import type { Attempt } from '#src/kernel/form.ts';
import { FormField } from '#src/ui/form-field.tsx';
import type { StaffFacts } from '../domain/school-records.ts';
import { newStaffForm } from '../domain/staff.form.ts';

const { fields } = newStaffForm;

/** What is known of somebody who works at the school. */
export function StaffFields({ attempt, held }: { attempt: Attempt; held: Partial<StaffFacts> }) {
  return (
    <>
      <FormField of={fields.title} attempt={attempt} value={held.title} />
      <FormField of={fields.forename} attempt={attempt} value={held.forename} />
      <FormField of={fields.surname} attempt={attempt} value={held.surname} />
      <FormField of={fields.post} attempt={attempt} value={held.post} />
      <FormField of={fields.code} attempt={attempt} value={held.code} />
      <FormField of={fields.email} attempt={attempt} value={held.email} />
      <FormField of={fields.startedOn} attempt={attempt} value={held.startedOn} />
    </>
  );
}
