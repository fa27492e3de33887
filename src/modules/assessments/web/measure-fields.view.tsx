import type { Attempt } from '#src/kernel/form.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { measureForm } from '../domain/assessments.form.ts';
import type { SchoolMeasure } from '../domain/measure.ts';

const { version, ...shown } = measureForm.fields;

/** Every field of a measure. */
export function MeasureFields({ attempt, held }: { attempt: Attempt; held: SchoolMeasure | null }) {
  return (
    <Card>
      <HiddenField name={version.name} value={String(held?.version ?? 0)} />
      {Object.values(shown).map((field) => (
        <FormField
          key={field.name}
          of={field}
          attempt={attempt}
          value={held === null ? undefined : String(Reflect.get(held, field.name) ?? '')}
        />
      ))}
    </Card>
  );
}
