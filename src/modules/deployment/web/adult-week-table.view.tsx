import { Sheet } from '#src/ui/data-table.tsx';
import { clockOf } from '../domain/clock-times.ts';
import { weekdays } from '../domain/demand-facts.ts';
import type { FullWeek, NamedAdult } from '../domain/full-week.ts';
import type { Slot } from '../domain/week.ts';
import { dayNames, forWhom, type Shown } from './team-words.ts';

/** The beginnings of stretches of any day, in order. */
export const startsIn = (slots: readonly Slot[]): readonly number[] =>
  [...new Set(slots.map(({ from }) => from))].toSorted((one, other) => one - other);

/** One adult: times down, days across. */
export function AdultWeekTable({
  week,
  adult,
  shown,
}: {
  week: FullWeek;
  adult: NamedAdult;
  shown: readonly Shown[];
}) {
  return (
    <Sheet label={`The week of ${adult.name}`}>
      <table class="map week">
        <caption class="govuk-visually-hidden">{`The week of ${adult.name}: times down, days across`}</caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            {weekdays.map((day) => (
              <th key={day} scope="col">
                {dayNames[day]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {startsIn(week.slots).map((from) => (
            <tr key={from}>
              <th scope="row">{clockOf(from)}</th>
              {weekdays.map((day) => {
                const slot = week.slots.find((one) => one.day === day && one.from === from);
                const own = shown.filter(({ slots }) => slots.some((one) => one === slot));
                const isAway = slot !== undefined && !adult.slotIds.has(slot.slotId);
                return (
                  <td key={day} class={isAway ? 'w away' : 'w'}>
                    {own.map((one) => (
                      <div key={one.key} class={`block ${one.demand.force}`}>
                        {one.demand.title}
                        <span class="small">
                          {[forWhom(week, one.demand), one.demand.room].filter(Boolean).join(' · ')}
                        </span>
                      </div>
                    ))}
                    {own.length === 0 && isAway && <span class="small">away</span>}
                    {own.length === 0 && !isAway && (slot?.kind === 'break' || slot?.kind === 'lunch') && (
                      <span class="small">{slot.kind}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
