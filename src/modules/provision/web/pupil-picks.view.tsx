import type { Attempt, Field, Option } from '#src/kernel/form.ts';
import type { RegisterLine } from '#src/modules/register/index.ts';
import { FormField } from '#src/ui/form-field.tsx';

type Named = Field & { readonly name: string };

const optionOf = (line: RegisterLine): Option => ({
  value: line.pupilId,
  label: `${line.forename} ${line.surname}`,
  hint: [line.className, line.needTypes.join(', ')].filter(Boolean).join(' · '),
});

/** Pupils to tick, suggested from their needs, and a box for the names of others. */
export function PupilPicks({
  pupils,
  others,
  suggested,
  attempt,
}: {
  pupils: Named;
  others: Named;
  suggested: readonly RegisterLine[];
  attempt: Attempt;
}) {
  return (
    <>
      {suggested.length > 0 && (
        <FormField
          of={{ ...pupils, label: 'Pupils whose needs it fits' }}
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
