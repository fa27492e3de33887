import { middleDate, type SchoolDate, shortDay } from '#src/kernel/dates.ts';
import { Bar } from '#src/ui/bar.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { deliveredPercent, type Ledger } from '../domain/ledger.ts';
import type { PlannedSession } from '../domain/planned.ts';
import {
  areaWords,
  minutesInWords,
  runStatusWords,
  type TierWords,
  timeWords,
  weekInWords,
} from '../domain/provision-words.ts';
import { holdsOn, runStatus, tiers } from '../domain/run.ts';
import type { FullRun } from '../queries/list-runs.ts';
import { runHref } from './of-run.ts';

export type ListedRun = {
  readonly full: FullRun;
  readonly ledger: Ledger;
  readonly next: PlannedSession | null;
};

const columns = [
  { key: 'name', label: 'Group or pupil', isRowHead: true },
  { key: 'pupils', label: 'Pupils', isNumber: true },
  { key: 'staff', label: 'Run by' },
  { key: 'week', label: 'In the week' },
  { key: 'next', label: 'Next' },
  { key: 'given', label: 'Given of what was due', isWide: true },
] as const;

/** How much was given, as a bar with its words; a dash while nothing was due. */
export function Given({ ledger }: { ledger: Ledger }) {
  const percent = deliveredPercent(ledger);
  if (percent === null) return <>–</>;
  const due = ledger.planned - ledger.toCome;
  return (
    <Bar
      delivered={percent}
      lost={Math.round((100 * ledger.lost) / due)}
      label={`${minutesInWords(ledger.held)} given of ${minutesInWords(due)} due, ${minutesInWords(ledger.lost)} lost`}
      figure={`${percent} %`}
    />
  );
}

const nextWords = ({ on, startsAt }: PlannedSession, today: SchoolDate): string => {
  const day = on === today ? 'Today' : shortDay(on);
  return startsAt === null ? day : `${day}, ${timeWords(startsAt)}`;
};

function rowOf({ full, ledger, next }: ListedRun, today: SchoolDate) {
  const { run, pupils, staff, slots } = full;
  const status = runStatus(run, today);
  const now = slots.filter((slot) => slot.untilOn === null || slot.untilOn >= today);
  return {
    name: (
      <>
        <a href={runHref(run.runId)}>{run.name}</a>
        <span class="why">
          {run.areas.map((area) => areaWords[area]).join(', ') || 'No area of need named'}{' '}
          {status !== 'running' && <Tag kind="watch">{runStatusWords[status]}</Tag>}
          {run.reviewOn !== null && run.reviewOn <= today && status === 'running' && (
            <Tag kind="warn">{`Review due ${middleDate(run.reviewOn)}`}</Tag>
          )}
        </span>
      </>
    ),
    pupils: new Set(
      pupils
        .filter((place) => holdsOn(place, today > run.fromOn ? today : run.fromOn))
        .map((place) => place.pupilId),
    ).size,
    staff:
      [
        ...new Set(
          staff.filter((one) => one.untilOn === null || one.untilOn >= today).map(({ name }) => name),
        ),
      ].join(', ') || 'Nobody yet',
    week: weekInWords(now) || 'No time yet',
    next: next === null ? '–' : nextWords(next, today),
    given: <Given ledger={ledger} />,
  };
}

/** Runs under their waves. */
export function RunList({
  runs,
  today,
  tierWords,
}: {
  runs: readonly ListedRun[];
  today: SchoolDate;
  tierWords: TierWords;
}) {
  const groups = tiers
    .map((tier) => ({
      label: tierWords[tier],
      rows: runs.filter(({ full }) => full.run.tier === tier).map((one) => rowOf(one, today)),
    }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <Sheet label="Groups and single provision">
      <DataTable caption="Groups and single provision" columns={columns} groups={groups} />
    </Sheet>
  );
}
