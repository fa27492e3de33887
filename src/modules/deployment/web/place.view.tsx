import { SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { SelectField } from '#src/ui/select-field.tsx';
import type { FullWeek } from '../domain/full-week.ts';
import { breachWords, type Place, timesPlaced } from '../domain/try-place.ts';
import { dose, forWhom, slotWords } from './team-words.ts';

/** The places that break no rule, as a list to choose from. */
export const optionsOf = (week: FullWeek, places: readonly Place[]) =>
  places
    .filter(({ breaches }) => breaches.length === 0)
    .map(({ wanted: { slotId, staffId } }) => {
      const slot = week.slots.find((one) => one.slotId === slotId);
      const adult = week.adults.find((one) => one.staffId === staffId);
      return {
        value: `${slotId} ${staffId}`,
        label: `${slot === undefined ? '' : slotWords(slot)}, ${adult?.name ?? ''}`,
      };
    });

/** Why nothing can be had, each reason once with how many places it rules out. */
export function reasons(week: FullWeek, demandId: string, places: readonly Place[]): readonly string[] {
  const demand = week.demands.find((one) => one.demandId === demandId);
  if (week.adults.length === 0) return ['No adult is in the week on this day'];
  if (demand?.startIds.size === 0)
    return [
      `It takes ${demand.length} periods one after the other, and no day of the school week has them at a time that is allowed`,
    ];
  if (places.length === 0) return ['No adult is there at any of the times at which it may begin'];
  const counted = Map.groupBy(
    places.flatMap(({ wanted, breaches }) =>
      breaches.slice(0, 1).map((one) => breachWords(week, wanted, one)),
    ),
    (words) => words,
  );
  return [...counted]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .slice(0, 6)
    .map(([words, all]) => (all.length === 1 ? words : `${words} (${all.length} places)`));
}

/** First what is placed. */
export function ChooseDemand({ week }: { week: FullWeek }) {
  const open = week.demands.filter(
    (demand) => !week.fixedIds.has(demand.demandId) && timesPlaced(week, demand.demandId) < demand.times,
  );
  if (open.length === 0)
    return (
      <EmptyState title="All that is needed is placed">
        <p>Add what else is needed, or pick up in the table what should go elsewhere.</p>
      </EmptyState>
    );
  return (
    <form class="post" method="get" action="/team/place">
      <HiddenField name="on" value={week.on} />
      <Card>
        <SelectField
          name="demand"
          label="What is placed"
          options={open.map((demand) => ({
            value: demand.demandId,
            label: [demand.title, forWhom(week, demand), dose(demand)].filter(Boolean).join(' · '),
          }))}
        />
      </Card>
      <SubmitButton>Show its places</SubmitButton>
    </form>
  );
}
