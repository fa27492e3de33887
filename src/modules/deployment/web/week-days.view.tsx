import type { SchoolDate } from '#src/kernel/dates.ts';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { DateField } from '#src/ui/date-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { weekdays } from '../domain/demand-facts.ts';
import { type TeamView, teamAddress } from '../domain/team-view.ts';
import type { Weekday } from '../domain/week.ts';
import { dayNames } from './team-words.ts';

/** The days of the week, whose week, and the date from which what is placed holds. */
export function WeekDays({ view, day, on }: { view: TeamView; day: Weekday; on: SchoolDate }) {
  const [year = '', month = '', date = ''] = on.split('-');
  return (
    <div class="filter-groups">
      <ChipNav
        label="Day"
        links={weekdays.map((one) => ({
          label: dayNames[one],
          href: teamAddress({ ...view, day: one }),
          isCurrent: one === day,
        }))}
      />
      <ChipNav
        label="By"
        links={(['adults', 'pupils'] as const).map((by) => ({
          label: by === 'adults' ? 'By adult' : 'By pupil',
          href: teamAddress({ ...view, by }),
          isCurrent: view.by === by,
        }))}
      />
      <details class="filter">
        <summary class={view.on === null ? 'chip' : 'chip on'}>Another date</summary>
        <form method="get" action="/team">
          <HiddenField name="day" value={String(day)} />
          <HiddenField name="by" value={view.by} />
          <DateField
            name="on"
            label="The week as it holds on"
            hint="What you place then holds from this day"
            value={{ day: date, month, year }}
          />
          <div class="buttons">
            <SubmitButton>Show</SubmitButton>
          </div>
        </form>
      </details>
    </div>
  );
}
