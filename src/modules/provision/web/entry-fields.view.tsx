import type { Attempt } from '#src/kernel/form.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField, type Held } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import type { Entry } from '../domain/catalogue.ts';
import { entryForm, entryHeld } from '../domain/entry.form.ts';
import { type TierWords, tierOptions } from '../domain/provision-words.ts';

const { fields } = entryForm;
const parts = [
  { title: 'What it is', names: ['name', 'tier', 'proposedLayer', 'areas', 'age'] },
  { title: 'Dose and cost', names: ['times', 'minutes', 'weeks', 'group', 'dose', 'staffKind', 'materials'] },
  { title: 'In and out', names: ['entryRule', 'exitRule', 'measure'] },
  { title: 'Evidence', names: ['evidence', 'source'] },
] as const;

const asHeld = (value: unknown): Held =>
  typeof value === 'string' || typeof value === 'number'
    ? value
    : Array.isArray(value)
      ? value.map(String)
      : undefined;

/** The fields of an entry, new or held. */
export function EntryFields({
  entry,
  attempt,
  tierWords,
}: {
  entry: Entry | null;
  attempt: Attempt;
  tierWords: TierWords;
}) {
  const held = entryHeld(entry);
  return (
    <>
      <HiddenField name="version" value={String(held.version)} />
      {parts.map(({ title, names }) => (
        <Card key={title} title={title}>
          {names.map((name) => (
            <FormField
              key={name}
              of={fields[name]}
              attempt={attempt}
              value={asHeld(Reflect.get(held, name))}
              {...(name === 'tier' ? { options: tierOptions(tierWords) } : {})}
            />
          ))}
        </Card>
      ))}
    </>
  );
}
