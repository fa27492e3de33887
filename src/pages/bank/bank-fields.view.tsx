import type { Attempt } from '#src/kernel/form.ts';
import { type BankEntry, bankForm, strategyRows } from '#src/modules/plans/index.ts';
import { needLabel } from '#src/modules/register/index.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';

const { fields } = bankForm;

/** The fields of an entry of the bank, new or held. */
export function BankFields({ entry, attempt }: { entry: Partial<BankEntry>; attempt: Attempt }) {
  return (
    <>
      <HiddenField name="version" value={String(entry.version ?? 0)} />
      <Card>
        <FormField of={fields.words} attempt={attempt} value={entry.words} />
        <FormField of={fields.success} attempt={attempt} value={entry.success} />
        <FormField of={fields.area} attempt={attempt} value={entry.area} />
      </Card>
      <Card title="Who does what">
        {strategyRows.map((row) => {
          const held = entry.strategies?.[row - 1];
          return (
            <div key={row}>
              <FormField of={fields[`strategy${row}`]} attempt={attempt} value={held?.words} />
              <FormField of={fields[`who${row}`]} attempt={attempt} value={held?.who} />
              <FormField of={fields[`howOften${row}`]} attempt={attempt} value={held?.howOften} />
            </div>
          );
        })}
      </Card>
      <Card title="For whom">
        <FormField of={fields.ages} attempt={attempt} value={entry.ages} />
        <FormField
          of={fields.needs}
          attempt={attempt}
          value={entry.needs}
          options={fields.needs.options.map(({ value }) => ({ value, label: needLabel(value) }))}
        />
      </Card>
    </>
  );
}
