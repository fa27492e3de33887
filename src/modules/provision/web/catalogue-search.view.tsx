import { SubmitButton } from '#src/ui/buttons.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { TextField } from '#src/ui/text-field.tsx';

/** Words to look for in the catalogue, beside the filters in the address. */
export function CatalogueSearch({
  action,
  q,
  keep,
}: {
  action: string;
  q: string;
  keep: readonly (readonly [string, string])[];
}) {
  return (
    <search>
      <form class="post" method="get" action={action}>
        {keep.map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <div class="buttons">
          <TextField name="q" label="Find" value={q} width={20} />
          <SubmitButton kind="second">Find</SubmitButton>
        </div>
      </form>
    </search>
  );
}
