import { middleDate } from '#src/kernel/dates.ts';
import type { Clock } from '#src/modules/statutory/index.ts';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { caseKindWords } from '../domain/case.ts';
import { clockStands, numberOfClock } from '../domain/clock-words.ts';
import { type Deadline, type DeadlineGroup, owedByWords } from '../domain/deadline.ts';

function When({ of }: { of: Deadline }) {
  const { kind, words } = clockStands(of);
  return (
    <>
      {middleDate(of.clock.dueOn)} {kind !== 'watch' && <Tag kind={kind}>{words}</Tag>}
    </>
  );
}

/** The rule and the sum behind a date, folded away under its source. */
function Why({ clock }: { clock: Clock }) {
  return (
    <details class="why">
      <summary>{[numberOfClock(clock), clock.force].filter(Boolean).join(' · ')}</summary>
      <p class="small">{clock.source}</p>
      <p class="small quiet">{clock.why}</p>
    </details>
  );
}

/** The deadlines under their headings. */
export function DeadlineTable({ groups }: { groups: readonly DeadlineGroup[] }) {
  const row = (one: Deadline) => ({
    due: <When of={one} />,
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
