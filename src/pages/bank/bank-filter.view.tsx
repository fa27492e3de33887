import { ageWords, areaWords, bankAges, bankNeeds, targetAreas } from '#src/modules/plans/index.ts';
import { needLabel } from '#src/modules/register/index.ts';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { FilterBar, FilterChip } from '#src/ui/filter-chip.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { TextField } from '#src/ui/text-field.tsx';
import { any, type BankAsked, kept } from './bank-search.ts';

export type BankFilterProps = {
  readonly action: string;
  readonly asked: BankAsked;
  /** What is shown when nothing was asked: what fits a pupil. */
  readonly preset: { readonly needs: readonly string[]; readonly age: string | null };
  readonly note: string;
};

/** Words, need, age and area: in the address, so that a search can be kept and sent. */
export function BankFilter({ action, asked, preset, note }: BankFilterProps) {
  const needs = asked.need.length > 0 ? asked.need : preset.needs;
  const age = asked.age ?? preset.age;
  return (
    <>
      <form method="get" action={action} class="bank-words">
        {kept(asked, 'q').map(([name, value]) => (
          <HiddenField key={`${name}=${value}`} name={name} value={value} />
        ))}
        <TextField name="q" label="Words to find in the bank" value={asked.q} />
        <SubmitButton kind="second">Find</SubmitButton>
      </form>
      <FilterBar label="Narrow the bank" note={note}>
        <FilterChip
          label="Need"
          name="need"
          action={action}
          keep={kept(asked, 'need')}
          chosen={needs}
          options={[
            ...bankNeeds.map((value) => ({ value, label: needLabel(value) })),
            { value: any, label: 'Any need' },
          ]}
        />
        <FilterChip
          label="Age"
          name="age"
          action={action}
          keep={kept(asked, 'age')}
          chosen={age === null ? [] : [age]}
          isSingle
          options={[
            ...bankAges.map((value) => ({ value, label: ageWords[value] })),
            { value: any, label: 'Any age' },
          ]}
        />
        <FilterChip
          label="Area"
          name="area"
          action={action}
          keep={kept(asked, 'area')}
          chosen={asked.area === undefined ? [] : [asked.area]}
          isSingle
          options={targetAreas.map((value) => ({ value, label: areaWords[value] }))}
        />
      </FilterBar>
    </>
  );
}
