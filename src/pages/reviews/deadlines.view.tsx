import { middleDate } from '#src/kernel/dates.ts';
import {
  clockStands,
  type DeadlineGroup,
  type DueLine,
  numberOfClock,
  owedByWords,
} from '#src/modules/ehcp/index.ts';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { Tag } from '#src/ui/tag.tsx';

function When({ of }: { of: DueLine }) {
  const { kind, words } = clockStands(of);
  return (
    <>
      {middleDate(of.clock.dueOn)} {kind !== 'watch' && <Tag kind={kind}>{words}</Tag>}
    </>
  );
}

/** The rule and the sum behind a date, folded away under its source. */
function Why({ clock }: Pick<DueLine, 'clock'>) {
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
  const row = (one: DueLine) => ({
    due: <When of={one} />,
    pupil: <a href={`/pupils/${one.pupilId}`}>{`${one.surname}, ${one.forename}`}</a>,
    what: <a href={one.href}>{one.clock.name}</a>,
    case: one.of,
    owes: owedByWords(one),
    why: <Why clock={one.clock} />,
  });
  return (
    <Sheet label="Deadlines">
      <DataTable
        caption="Deadlines, the late ones first"
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
