import type { Attempt } from '#src/kernel/form.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { type LetterTemplate, placeNames, places, unknownIn } from '../domain/letter.ts';
import { letterTemplateForm } from '../domain/voice.form.ts';

const { fields } = letterTemplateForm;

/** Title and words of a letter, with the places that can be filled in beside them. */
export function LetterFields({ held, attempt }: { held: LetterTemplate | null; attempt: Attempt }) {
  return (
    <div class="letter">
      <HiddenField name="version" value={String(held?.version ?? 0)} />
      <Card>
        <FormField of={fields.title} attempt={attempt} value={held?.title} />
        <FormField of={fields.words} attempt={attempt} value={held?.words} />
      </Card>
      <Card title="Places that are filled in">
        <SummaryList rows={placeNames.map((name) => ({ key: `{${name}}`, value: places[name] }))} />
      </Card>
    </div>
  );
}

/** What is wrong with the words of a letter; null when every place in them can be filled in. */
export function wrongPlaces(words: string): string | null {
  const unknown = unknownIn(words);
  return unknown.length === 0
    ? null
    : `${unknown.map((name) => `{${name}}`).join(', ')} cannot be filled in. Use the places of the list below`;
}

export const staleLetter =
  'Somebody changed this letter while you were writing. Your words are below, theirs stand above: save again if yours are right';
