import type { Attempt } from '#src/kernel/form.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import type { Term } from '../domain/school-calendar.ts';
import { datesByField, termParts, termsForm } from '../domain/year.form.ts';

const { fields } = termsForm;

/** The dates of three terms, with what is held or proposed until something else is typed. */
export function TermFields({ attempt, terms }: { attempt: Attempt; terms: readonly Term[] }) {
  const held = datesByField(terms);
  return (
    <>
      {termParts.map((part) => (
        <Card key={part.name} title={`${part.name} term`}>
          {[part.from, part.halfFrom, part.halfUntil, part.until].map((name) => (
            <FormField key={name} of={fields[name]} attempt={attempt} value={held[name]} />
          ))}
        </Card>
      ))}
    </>
  );
}
