import type { StaffId } from '#src/kernel/ids.ts';
import { DataTable } from '#src/ui/data-table.tsx';
import { clockOf } from '../domain/clock-times.ts';
import { type CoverDay, ownDay } from '../domain/day/cover-day.ts';
import { namesOf } from './day-words.ts';

const columns = [
  { key: 'when', label: 'When', isRowHead: true },
  { key: 'what', label: 'What' },
  { key: 'who', label: 'Who' },
  { key: 'where', label: 'Where', isQuiet: true },
] as const;

/** The day of one adult as it stands, with what is new in it said so. */
export function DayTable({ day, staffId }: { readonly day: CoverDay; readonly staffId: StaffId }) {
  const names = namesOf(day);
  const rows = ownDay(day, staffId).map(({ from, until, placement, demand }) => {
    const move = day.moves.findLast(
      (one) =>
        one.toStaffId === staffId && one.demandId === placement.demandId && one.slotId === placement.slotId,
    );
    return {
      when: `${clockOf(from)} to ${clockOf(until)}`,
      what: (
        <>
          {names.what(placement.demandId)}
          {move !== undefined && <strong> for {names.adult(move.fromStaffId)}, today only</strong>}
        </>
      ),
      who: demand.pupilIds.length === 0 ? '–' : names.pupils(demand.pupilIds),
      where: names.place(placement.demandId) ?? '–',
    };
  });
  if (rows.length === 0) return <p>Nothing is planned.</p>;
  return <DataTable caption={`The day of ${names.adult(staffId)}`} columns={columns} rows={rows} isStacked />;
}
