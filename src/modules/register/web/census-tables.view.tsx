import { type Actor, may, type Permission } from '#src/kernel/access.ts';
import { longDate } from '#src/kernel/dates.ts';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { DateField } from '#src/ui/date-field.tsx';
import { FilterBar } from '#src/ui/filter-chip.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { type CensusLine, type Mend, typeAtRank } from '../domain/census.ts';
import { yearLabel } from '../domain/register-lines.ts';
import { type CensusView, seasonWords } from './census-view.ts';

type Mending = {
  readonly label: string;
  readonly href: (pupilId: string) => string;
  readonly may: Permission;
};

const mends: Readonly<Record<Mend, Mending>> = {
  needs: { label: 'Change needs', href: (id) => `/pupils/${id}/needs`, may: 'register.change' },
  status: { label: 'Change status', href: (id) => `/pupils/${id}/status`, may: 'register.change' },
  place: { label: 'Change the special place', href: (id) => `/pupils/${id}/place`, may: 'register.change' },
  details: { label: 'Details of the school', href: () => '/school/details', may: 'school.manage' },
  import: { label: "Import from the school's system", href: () => '/imports/new', may: 'import.run' },
};

const nameOf = ({ surname, forename }: CensusLine): string => `${surname}, ${forename}`;

/** The last and the next census day, and a box for any other. */
export function CensusDays({ view: { day, last, next } }: { view: CensusView }) {
  const days = last.on === next.on ? [next] : [last, next];
  const isOther = days.every((one) => one.on !== day.on);
  return (
    <FilterBar label="Census day">
      {days.map((one) => (
        <a
          key={one.on}
          class={one.on === day.on ? 'chip on' : 'chip'}
          href={`/census?on=${one.on}`}
          aria-current={one.on === day.on ? 'page' : undefined}
        >
          {`${seasonWords[one.season]} · ${longDate(one.on)}`}
        </a>
      ))}
      <details class="filter" name="filter">
        <summary class={isOther ? 'chip on' : 'chip'}>
          {isOther ? `On ${longDate(day.on)}` : 'Another day'}
        </summary>
        <form method="get" action="/census">
          <DateField name="on" label="Census day" value={boxesOf(day.on)} />
          <div class="buttons">
            <SubmitButton>Apply</SubmitButton>
          </div>
        </form>
      </details>
    </FilterBar>
  );
}

function boxesOf(on: string) {
  const [year = '', month = '', day = ''] = on.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
}

/** Each inconsistency with its reason and, for whoever may mend it, the page that does. */
export function FaultTable({ lines, actor }: { lines: readonly CensusLine[]; actor: Actor }) {
  const rows = lines.flatMap((line) => line.faults.map((fault) => ({ line, fault })));
  return (
    <Card title="To mend or to answer">
      <DataTable
        caption="To mend or to answer"
        columns={[
          { key: 'pupil', label: 'Pupil', isRowHead: true },
          { key: 'code', label: 'Returned as' },
          { key: 'weight', label: 'Weight' },
          { key: 'words', label: 'What is inconsistent' },
          { key: 'mend', label: 'Mend' },
        ]}
        rows={rows.map(({ line, fault }) => {
          const { label, href, may: needed } = mends[fault.mend];
          return {
            pupil: <a href={`/pupils/${line.pupilId}`}>{nameOf(line)}</a>,
            code: line.code,
            weight: fault.weight === 'error' ? <Tag kind="late">Error</Tag> : <Tag kind="warn">Query</Tag>,
            words: fault.words,
            mend: may(actor, needed) ? <a href={href(line.pupilId)}>{label}</a> : label,
          };
        })}
      />
    </Card>
  );
}

/** Those with K or E, as the return would say it of them. */
export function LineTable({ lines, of }: { lines: readonly CensusLine[]; of: CensusView }) {
  const isSpring = of.day.collectsNeeds;
  return (
    <Sheet label="Pupils with K or E">
      <DataTable
        caption="Pupils with K or E"
        columns={[
          { key: 'pupil', label: 'Pupil', isRowHead: true },
          { key: 'year', label: 'Year' },
          { key: 'code', label: 'SEN provision' },
          ...(isSpring
            ? ([
                { key: 'first', label: 'Type, rank 1' },
                { key: 'second', label: 'Type, rank 2' },
              ] as const)
            : []),
          { key: 'unit', label: 'SEN unit' },
          { key: 'resourced', label: 'Resourced' },
          { key: 'topUp', label: 'Top-up' },
        ]}
        rows={lines.map((line) => ({
          pupil: <a href={`/pupils/${line.pupilId}`}>{nameOf(line)}</a>,
          year: yearLabel(line.yearGroup),
          code: line.code,
          first: typeAtRank(line, 1) ?? '–',
          second: typeAtRank(line, 2) ?? '–',
          unit: line.place === 'sen_unit' ? 'Yes' : 'No',
          resourced: line.place === 'resourced_provision' ? 'Yes' : 'No',
          topUp: line.hasTopUp ? 'Yes' : 'No',
        }))}
      />
    </Sheet>
  );
}
