import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { DateField } from '#src/ui/date-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';

type DaysChipProps = {
  readonly from: SchoolDate | undefined;
  readonly until: SchoolDate | undefined;
  readonly keep: readonly (readonly [name: string, value: string])[];
  readonly action: string;
};

const boxes = (day: SchoolDate | undefined) => {
  if (day === undefined) return undefined;
  const [year = '', month = '', date = ''] = day.split('-');
  return { year, month: String(Number(month)), day: String(Number(date)) };
};

/** `Days`, `From 1 Sep 2026`, `1 Sep 2026 to 30 Nov 2026`. */
function summed({ from, until }: Pick<DaysChipProps, 'from' | 'until'>): string {
  if (from !== undefined && until !== undefined) return `${middleDate(from)} to ${middleDate(until)}`;
  if (from !== undefined) return `From ${middleDate(from)}`;
  return until === undefined ? 'Days' : `Until ${middleDate(until)}`;
}

/** A chip that narrows a list to the days between two, either of which may be left open. */
export function DaysChip({ from, until, keep, action }: DaysChipProps) {
  const isOn = from !== undefined || until !== undefined;
  return (
    <details class="filter" name="filter">
      <summary class={isOn ? 'chip on' : 'chip'}>{summed({ from, until })}</summary>
      <form method="get" action={action}>
        {keep.map(([name, value]) => (
          <HiddenField key={`${name}=${value}`} name={name} value={value} />
        ))}
        <DateField name="from" label="From" value={boxes(from)} />
        <DateField name="until" label="Until" value={boxes(until)} />
        <div class="buttons">
          <SubmitButton>Apply</SubmitButton>
        </div>
      </form>
    </details>
  );
}
