import { SubmitButton } from './buttons.tsx';
import { HiddenField } from './hidden-field.tsx';
import { TextField } from './text-field.tsx';

type NameChipProps = {
  /** The letters that the list is narrowed to; empty for none. */
  readonly q: string;
  readonly action: string;
  /** What else the address holds. */
  readonly keep: readonly (readonly [name: string, value: string])[];
};

/** Narrows a list to those whose name has some letters. */
export function NameChip({ q, action, keep }: NameChipProps) {
  return (
    <details class="filter" name="filter">
      <summary class={q === '' ? 'chip' : 'chip on'}>{q === '' ? 'Name' : `Name: ${q}`}</summary>
      <form method="get" action={action}>
        {keep.map(([name, value]) => (
          <HiddenField key={`${name}=${value}`} name={name} value={value} />
        ))}
        <TextField name="q" id="filter-q" label="Letters of the name" value={q} width={20} />
        <div class="buttons">
          <SubmitButton>Apply</SubmitButton>
        </div>
      </form>
    </details>
  );
}
