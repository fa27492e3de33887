import type { Attempt, Field, Option } from '#src/kernel/form.ts';
import { FormField } from '#src/ui/form-field.tsx';
import type { SuggestedPupil } from '../queries/suggest-pupils.ts';

type Named = Field & { readonly name: string };

const optionOf = (line: SuggestedPupil): Option => ({
  value: line.pupilId,
  label: `${line.forename} ${line.surname}`,
  hint: [line.className, ...line.reasons].filter(Boolean).join(' · '),
});

/** Pupils to tick, suggested with the reason for each and never chosen by themselves, and a box for the names of others. */
export function PupilPicks({
  pupils,
  others,
  suggested,
  attempt,
}: {
  pupils: Named;
  others: Named;
  suggested: readonly SuggestedPupil[];
  attempt: Attempt;
}) {
  return (
    <>
      {suggested.length > 0 && (
        <FormField
          of={{ ...pupils, label: 'Pupils whom it may suit' }}
          attempt={attempt}
          options={suggested.map(optionOf)}
        />
      )}
      <FormField
        of={{ ...others, label: suggested.length > 0 ? 'Other pupils' : 'Pupils' }}
        attempt={attempt}
      />
    </>
  );
}
