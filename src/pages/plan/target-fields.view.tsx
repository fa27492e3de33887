import type { Attempt } from '#src/kernel/form.ts';
import { type BankEntry, strategyRows, type Target, targetForm } from '#src/modules/plans/index.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';

const { fields } = targetForm;

type TargetFieldsProps = {
  readonly target: Target | null;
  /** What a new target begins with, out of the bank. */
  readonly entry?: BankEntry | null;
  readonly attempt: Attempt;
};

/** The fields of a target, new or held, with three strategies. */
export function TargetFields({ target, entry = null, attempt }: TargetFieldsProps) {
  const held = target ?? entry;
  const from = typeof attempt.values.from === 'string' ? attempt.values.from : entry?.key;
  return (
    <>
      <HiddenField name="version" value={String(target?.version ?? 0)} />
      {from !== undefined && from !== '' && <HiddenField name="from" value={from} />}
      <Card>
        <FormField of={fields.words} attempt={attempt} value={held?.words} />
        <FormField of={fields.baseline} attempt={attempt} value={target?.baseline} />
        <FormField of={fields.success} attempt={attempt} value={held?.success} />
        <FormField of={fields.byOn} attempt={attempt} value={target?.byOn} />
        <FormField of={fields.area} attempt={attempt} value={held?.area} />
      </Card>
      <Card title="Who does what (as much as is known)">
        {strategyRows.map((row) => {
          const strategy = held?.strategies[row - 1];
          return (
            <div class="strategy" key={row}>
              <FormField
                of={{ ...fields[`strategy${row}`], isOptional: false }}
                attempt={attempt}
                value={strategy?.words}
              />
              <div class="pair">
                <FormField
                  of={{ ...fields[`who${row}`], isOptional: false }}
                  attempt={attempt}
                  value={strategy?.who}
                />
                <FormField
                  of={{ ...fields[`howOften${row}`], isOptional: false }}
                  attempt={attempt}
                  value={strategy?.howOften}
                />
              </div>
            </div>
          );
        })}
      </Card>
    </>
  );
}
