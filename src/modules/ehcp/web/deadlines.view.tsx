import { daysBetween, middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import type { Clock } from '#src/modules/statutory/index.ts';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { caseKindWords } from '../domain/case.ts';
import { type Deadline, type DeadlineGroup, owedByWords } from '../domain/deadline.ts';

const daysWords = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;

const soonDays = 7;

function When({ of: { clock, state }, today }: { of: Deadline; today: SchoolDate }) {
  const left = daysBetween(today, clock.dueOn);
  return (
    <>
      {middleDate(clock.dueOn)}{' '}
      {state.is === 'late' && <Tag kind="late">{`${daysWords(state.days)} late`}</Tag>}
      {state.is === 'exception claimed' && <Tag kind="watch">Exception claimed</Tag>}
      {state.is === 'running' && left <= soonDays && (
        <Tag kind="warn">{left === 0 ? 'Today' : `In ${daysWords(left)}`}</Tag>
      )}
    </>
  );
}

/** The rule and the sum behind a date, folded away under its source. */
function Why({ clock }: { clock: Clock }) {
  return (
    <details class="why">
      <summary>{`${clock.id} · ${clock.force}`}</summary>
      <p class="small">{clock.source}</p>
      <p class="small quiet">{clock.why}</p>
    </details>
  );
}

/** The deadlines under their headings. */
export function DeadlineTable({ groups, today }: { groups: readonly DeadlineGroup[]; today: SchoolDate }) {
  const row = (one: Deadline) => ({
    due: <When of={one} today={today} />,
    pupil: <a href={`/pupils/${one.pupilId}`}>{`${one.surname}, ${one.forename}`}</a>,
    what: <a href={`/cases/${one.caseId}`}>{one.clock.name}</a>,
    case: caseKindWords[one.kind],
    owes: owedByWords(one),
    why: <Why clock={one.clock} />,
  });
  return (
    <Sheet label="Deadlines">
      <DataTable
        caption="Deadlines of the law, the late ones first"
        columns={[
          { key: 'due', label: 'Due' },
          { key: 'pupil', label: 'Pupil', isRowHead: true },
          { key: 'what', label: 'What', isWide: true },
          { key: 'case', label: 'Case', isQuiet: true },
          { key: 'owes', label: 'Who owes it' },
          { key: 'why', label: 'Why this day' },
        ]}
        groups={groups.map(({ label, deadlines }) => ({
          label: `${label} · ${deadlines.length}`,
          rows: deadlines.map(row),
        }))}
      />
    </Sheet>
  );
}
