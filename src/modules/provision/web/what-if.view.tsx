import type { StaffId } from '#src/kernel/ids.ts';
import { ButtonRow, SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { CheckboxesField } from '#src/ui/checkboxes-field.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { holdsOnDay } from '../domain/map/map-cells.ts';
import { mapAddress, mapKeptBeside } from '../domain/map/map-filter.ts';
import { hoursInWords, wholePounds } from '../domain/map/map-words.ts';
import { pupilsAffected, type ToCome } from '../domain/map/what-if.ts';
import { minutesInWords } from '../domain/provision-words.ts';
import type { ProvisionMap } from '../queries/find-provision-map.ts';
import type { MapView } from './map-view.ts';

const signed = (words: string, difference: number): string =>
  difference === 0 ? 'the same' : `${difference < 0 ? '−' : '+'}${words}`;

/** Now beside then, and the difference, line by line. */
export function Compared(of: { now: ToCome; then: ToCome; seesCost: boolean; isAsked: boolean }) {
  const { now, then, seesCost, isAsked } = of;
  const line = (what: string, figure: (of: ToCome) => number, words: (figure: number) => string) => ({
    what,
    now: words(figure(now)),
    after: isAsked ? words(figure(then)) : '',
    difference: isAsked
      ? signed(words(Math.abs(figure(then) - figure(now))), figure(then) - figure(now))
      : '',
  });
  const rows = [
    ...(seesCost ? [line('Cost to come', ({ pence }) => pence, wholePounds)] : []),
    line('Adults’ time, each adult counted', ({ adultMinutes }) => adultMinutes, hoursInWords),
    line('Pupils’ time', ({ pupilMinutes }) => pupilMinutes, hoursInWords),
    line('Runs that go on', ({ runs }) => runs, String),
    line('Pupils who get provision', ({ minutesOf }) => minutesOf.size, String),
  ];
  const unrated = Math.max(now.unratedMinutes, then.unratedMinutes);
  return (
    <>
      <Sheet label="Now and then">
        <DataTable
          caption="What is to come, as it is and as it would be"
          columns={[
            { key: 'what', label: 'To come', isRowHead: true },
            { key: 'now', label: 'As it is', isNumber: true },
            ...(isAsked
              ? ([
                  { key: 'after', label: 'Without what is ticked', isNumber: true },
                  { key: 'difference', label: 'Difference', isNumber: true },
                ] as const)
              : []),
          ]}
          rows={rows}
        />
      </Sheet>
      {seesCost && unrated > 0 && (
        <p class="small quiet">{`${minutesInWords(unrated)} of adults’ time have no rate, and are not in the cost.`}</p>
      )}
    </>
  );
}

const mostNamed = 60;

/** The pupils who would have less, the greatest loss first. */
export function LessFor({ map, now, then }: { map: ProvisionMap; now: ToCome; then: ToCome }) {
  const affected = pupilsAffected(now, then);
  const rows = affected.slice(0, mostNamed).flatMap(({ pupilId, before, after }) => {
    const pupil = map.pupils.get(pupilId);
    return pupil === undefined
      ? []
      : [
          {
            pupil: <a href={`/pupils/${pupilId}/provision`}>{`${pupil.surname}, ${pupil.forename}`}</a>,
            className: pupil.className ?? '–',
            before: minutesInWords(before),
            after: minutesInWords(after),
          },
        ];
  });
  const count = affected.length;
  return (
    <>
      <h2>{`${count} ${count === 1 ? 'pupil' : 'pupils'} would have less`}</h2>
      {rows.length > 0 && (
        <Sheet label="Pupils who would have less">
          <DataTable
            caption="Pupils who would have less"
            columns={[
              { key: 'pupil', label: 'Pupil', isRowHead: true },
              { key: 'className', label: 'Class' },
              { key: 'before', label: 'To come now', isNumber: true },
              { key: 'after', label: 'Then', isNumber: true },
            ]}
            rows={rows}
          />
        </Sheet>
      )}
      {count > mostNamed && <p class="small quiet">{`The ${mostNamed} with the greatest loss are named.`}</p>}
    </>
  );
}

/** Everybody who gives a run after today, by name, with in how many. */
function adultsOf({ runs, frame }: ProvisionMap) {
  const found = new Map<StaffId, { name: string; runs: Set<string> }>();
  for (const run of runs)
    for (const { staffId, name, ...spell } of run.staff) {
      if (!holdsOnDay({ ...spell, from: Math.min(spell.from, frame.today) }, frame.today)) continue;
      const adult = found.get(staffId) ?? { name, runs: new Set<string>() };
      adult.runs.add(run.runId);
      found.set(staffId, adult);
    }
  return [...found].toSorted(([, one], [, other]) => one.name.localeCompare(other.name, 'en-GB'));
}

export function WhatIfForm(of: {
  view: MapView;
  map: ProvisionMap;
  runs: ReadonlySet<string>;
  staff: ReadonlySet<StaffId>;
}) {
  const { view, map, runs, staff } = of;
  const going = map.runs.filter((run) => run.until === null || run.until > map.frame.today);
  const adults = adultsOf(map);
  return (
    <form method="get" action="/provision/what-if">
      {mapKeptBeside(view.filter).map(([name, value]) => (
        <HiddenField key={`${name}=${value}`} name={name} value={value} />
      ))}
      <Columns
        side={
          <Card>
            <CheckboxesField
              isSmall
              name="staff"
              label="Without these adults"
              hint="A session goes on while another adult gives it"
              options={adults.map(([staffId, { name, runs: given }]) => ({
                value: staffId,
                label: name,
                hint: `${given.size} ${given.size === 1 ? 'run' : 'runs'}`,
              }))}
              values={[...staff]}
            />
          </Card>
        }
      >
        <Card>
          <CheckboxesField
            isSmall
            name="off"
            label="Without these runs"
            options={going.map(({ runId, name }) => ({ value: runId, label: name }))}
            values={[...runs]}
          />
        </Card>
      </Columns>
      <ButtonRow>
        <SubmitButton>Compare</SubmitButton>
        {runs.size + staff.size > 0 && (
          <a href={mapAddress(view.filter, '/provision/what-if')}>Tick nothing</a>
        )}
      </ButtonRow>
    </form>
  );
}
