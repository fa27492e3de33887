import { daysBetween, middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { yearLabel } from '../domain/register-lines.ts';
import { isAttendanceLow, isLookOverdue, type WatchedPupil } from '../domain/watch-list.ts';
import {
  areasWords,
  attendanceWords,
  groups,
  lastOutcomeWords,
  raisedWords,
  statusOf,
} from './watch-view.ts';

const columns = [
  { key: 'pupil', label: 'Pupil', isRowHead: true },
  { key: 'year', label: 'Year and class' },
  { key: 'status', label: 'Status' },
  { key: 'raised', label: 'Concerns' },
  { key: 'areas', label: 'Areas' },
  { key: 'decision', label: 'Last decision' },
  { key: 'look', label: 'Look again' },
  ...groups.map(({ key, short }) => ({ key, label: short })),
  { key: 'attendance', label: 'Attendance' },
] as const;

const on = (day: SchoolDate | null): string => (day === null ? '' : `, ${middleDate(day)}`);

const rowOf = (today: SchoolDate) => (pupil: WatchedPupil) => ({
  pupil: <a href={`/pupils/${pupil.pupilId}`}>{`${pupil.surname}, ${pupil.forename}`}</a>,
  year: [yearLabel(pupil.yearGroup), pupil.className].filter(Boolean).join(', '),
  status: statusOf(pupil),
  raised: pupil.concerns === 0 ? 'none this year' : `${raisedWords(pupil)}${on(pupil.lastRaisedOn)}`,
  areas: areasWords(pupil) || '–',
  decision: `${lastOutcomeWords(pupil)}${on(pupil.lastDecidedOn)}`,
  look: <Look pupil={pupil} today={today} />,
  ...Object.fromEntries(groups.map(({ key, is }) => [key, is(pupil) ? 'Yes' : '–'])),
  attendance: (
    <>
      {attendanceWords(pupil)} {isAttendanceLow(pupil) && <Tag kind="warn">Low</Tag>}
    </>
  ),
});

function Look({ pupil, today }: { pupil: WatchedPupil; today: SchoolDate }) {
  if (pupil.lookAgainOn === null) return <>–</>;
  if (!isLookOverdue(pupil, today)) return <>{middleDate(pupil.lookAgainOn)}</>;
  const days = daysBetween(pupil.lookAgainOn, today);
  return (
    <>
      {middleDate(pupil.lookAgainOn)} <Tag kind="late">{`${days} ${days === 1 ? 'day' : 'days'} late`}</Tag>
    </>
  );
}

type Watched = { caption: string; pupils: readonly WatchedPupil[]; today: SchoolDate };

/** One part of the watch-list, with what may bear on a concern side by side. */
export function WatchTable({ caption, pupils, today }: Watched) {
  if (pupils.length === 0) return null;
  return (
    <>
      <h2>{caption}</h2>
      <Sheet label={caption}>
        <DataTable caption={caption} columns={columns} rows={pupils.map(rowOf(today))} />
      </Sheet>
    </>
  );
}
