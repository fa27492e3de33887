import type { StaffId } from '#src/kernel/ids.ts';
import { DataTable } from '#src/ui/data-table.tsx';
import type { CoverDay } from '../domain/day/cover-day.ts';
import { dayLines, namesOf } from './day-words.ts';

const columns = [
  { key: 'when', label: 'When', isRowHead: true },
  { key: 'what', label: 'What' },
  { key: 'who', label: 'Who' },
  { key: 'where', label: 'Where', isQuiet: true },
] as const;

/** The day of one adult as it stands, with what is new in it said so. */
export function DayTable({ day, staffId }: { readonly day: CoverDay; readonly staffId: StaffId }) {
  const rows = dayLines(day, staffId).map(({ when, what, insteadOf, insteadAt, who, where }) => ({
    when,
    what: (
      <>
        {what}
        {insteadOf !== null && <strong> for {insteadOf}, today only</strong>}
        {insteadAt !== null && <strong> not at {insteadAt}, today only</strong>}
      </>
    ),
    who: who ?? '–',
    where: where ?? '–',
  }));
  if (rows.length === 0) return <p>Nothing is planned.</p>;
  const caption = `The day of ${namesOf(day).adult(staffId)}`;
  return <DataTable caption={caption} columns={columns} rows={rows} isStacked />;
}
