import type { SchoolDate } from '#src/kernel/dates.ts';
import type { Attempt, Field } from '#src/kernel/form.ts';
import { FormField } from '#src/ui/form-field.tsx';

type FromDayProps = {
  readonly of: Field & { readonly name: string };
  readonly attempt: Attempt;
  readonly today: SchoolDate;
  /** The first day of the group. */
  readonly begins: SchoolDate;
};

/** From when somebody or something belongs to a group: today, or its first day while that is ahead. */
export const FromDayField = ({ of, attempt, today, begins }: FromDayProps) => (
  <FormField of={of} attempt={attempt} value={today > begins ? today : begins} />
);
