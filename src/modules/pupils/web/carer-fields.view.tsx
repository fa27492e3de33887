import type { Attempt } from '#src/kernel/form.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { answerOf, newCarerForm } from '../domain/carer.form.ts';
import type { CarerDetails, CarerTie } from '../domain/carer.ts';

type Props = {
  readonly attempt: Attempt;
  readonly held?: Partial<CarerDetails & CarerTie> | undefined;
};
const { fields } = newCarerForm;

/** Who the carer is and how to reach them. */
export function CarerFields({ attempt, held }: Props) {
  return (
    <>
      <FormField of={fields.title} attempt={attempt} value={held?.title} />
      <FormField of={fields.forename} attempt={attempt} value={held?.forename} />
      <FormField of={fields.surname} attempt={attempt} value={held?.surname} />
      <FormField of={fields.phone} attempt={attempt} value={held?.phone} />
      <FormField of={fields.otherPhone} attempt={attempt} value={held?.otherPhone} />
      <FormField of={fields.email} attempt={attempt} value={held?.email} />
      <FormField of={fields.preferredContact} attempt={attempt} value={held?.preferredContact} />
      <FormField of={fields.language} attempt={attempt} value={held?.language} />
      <FormField of={fields.needsInterpreter} attempt={attempt} value={held?.needsInterpreter} />
      <FormField of={fields.address} attempt={attempt} value={held?.address} />
    </>
  );
}

/** What the carer is to this pupil. */
export function TieFields({ attempt, held }: Props) {
  const answer = (is: boolean | null | undefined) => (is === undefined ? undefined : answerOf(is));
  return (
    <>
      <FormField of={fields.relationship} attempt={attempt} value={held?.relationship} />
      <FormField
        of={fields.hasParentalResponsibility}
        attempt={attempt}
        value={answer(held?.hasParentalResponsibility)}
      />
      <FormField of={fields.livesWith} attempt={attempt} value={answer(held?.livesWith)} />
      <FormField of={fields.priority} attempt={attempt} value={held?.priority} />
      <FormField of={fields.getsLetters} attempt={attempt} value={held?.getsLetters} />
      <FormField of={fields.isRestricted} attempt={attempt} value={held?.isRestricted} />
    </>
  );
}
