import type { Attempt } from '#src/kernel/form.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { strategyRows, targetForm } from '../domain/plan.form.ts';
import type { Target } from '../domain/plan.ts';

const { fields } = targetForm;

/** The fields of a target, new or held, with three strategies. */
export function TargetFields({ target, attempt }: { target: Target | null; attempt: Attempt }) {
  return (
    <>
      <HiddenField name="version" value={String(target?.version ?? 0)} />
      <Card>
        <FormField of={fields.area} attempt={attempt} value={target?.area} />
        <FormField of={fields.words} attempt={attempt} value={target?.words} />
        <FormField of={fields.baseline} attempt={attempt} value={target?.baseline} />
        <FormField of={fields.success} attempt={attempt} value={target?.success} />
        <FormField of={fields.byOn} attempt={attempt} value={target?.byOn} />
      </Card>
      <Card title="Who does what">
        {strategyRows.map((row) => {
          const held = target?.strategies[row - 1];
          return (
            <div key={row}>
              <FormField of={fields[`strategy${row}`]} attempt={attempt} value={held?.words} />
              <FormField of={fields[`who${row}`]} attempt={attempt} value={held?.who} />
              <FormField of={fields[`howOften${row}`]} attempt={attempt} value={held?.howOften} />
            </div>
          );
        })}
      </Card>
    </>
  );
}
