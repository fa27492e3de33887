import { z } from 'zod';
import { middleDate } from '#src/kernel/dates.ts';
import { dayInAddress } from '#src/kernel/day-in-address.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { keepPlacements } from '../commands/keep-placements.ts';
import type { FullWeek } from '../domain/full-week.ts';
import { placementKey } from '../domain/full-week.ts';
import { placeForm } from '../domain/place.form.ts';
import { pupilsOfWeek, teamAddress } from '../domain/team-view.ts';
import { breachesOf, breachWords, placesFor, without } from '../domain/try-place.ts';
import type { Placement } from '../domain/week.ts';
import { getWeek } from '../queries/get-week.ts';
import { ChooseDemand, optionsOf, reasons } from './place.view.tsx';
import { dose, forWhom, staleWords } from './team-words.ts';

const { fields } = placeForm;
const text = (given: unknown) => (typeof given === 'string' && given !== '' ? given : null);

const Search = z.record(z.string(), z.unknown()).transform((given) => ({
  on: dayInAddress(given, 'on') ?? null,
  demand: text(given.demand),
  moving: text(given.moving),
}));

/** The candidate that a posted place means; null where it names no slot or adult of the week. */
function wantedOf(week: FullWeek, demandId: string, place: string): Placement | null {
  const [slotId, staff] = place.split(' ');
  const adult = week.adults.find((one) => one.staffId === staff);
  const slot = week.slots.find((one) => one.slotId === slotId);
  if (adult === undefined || slot === undefined) return null;
  return { demandId, slotId: slot.slotId, staffId: adult.staffId, isPinned: false };
}

/** Places something by a form: first what, then where. The buttons of the table post here too. */
export default page({
  path: '/team/place',
  params: z.object({}),
  search: Search,
  may: 'week.manage',
  section: 'Team',
  title: 'Place by form',
  about: pupilsOfWeek,
  form: placeForm,
  load: ({ tx, search }) => getWeek(tx, search.on ?? tx.scope.today),
  view: ({ subject: week, search, attempt }) => {
    const demandId = text(attempt.values.demandId) ?? search.demand;
    const moving = text(attempt.values.moving) ?? search.moving;
    const demand = week.demands.find((one) => one.demandId === demandId);
    const back = teamAddress({ on: search.on, day: null, by: 'adults', pick: null, hand: null });
    const places =
      demand === undefined ? [] : placesFor(week, demand.demandId, { moving, slots: week.slots });
    const options = optionsOf(week, places);
    return (
      <div class="narrow">
        <BackLink href={back}>Back to the week</BackLink>
        <PageHead
          title={demand === undefined ? 'Place by form' : `Place: ${demand.title}`}
          lead={`From ${middleDate(week.on)} on${demand === undefined ? '' : ` · ${[forWhom(week, demand), dose(demand)].filter(Boolean).join(' · ')}`}`}
        />
        {demand === undefined && <ChooseDemand week={week} />}
        {demand !== undefined && options.length === 0 && (
          <EmptyState title="No place keeps every rule">
            <ul>
              {reasons(week, demand.demandId, places).map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </EmptyState>
        )}
        {demand !== undefined && (options.length > 0 || Object.keys(attempt.errors).length > 0) && (
          <PostForm attempt={attempt} submit="Place" cancel={{ href: back }}>
            <HiddenField name="demandId" value={demand.demandId} />
            <HiddenField name="moving" value={moving ?? ''} />
            <HiddenField name="version" value={String(week.version)} />
            <Card>
              <FormField of={fields.place} attempt={attempt} options={options} />
              <FormField of={fields.isPinned} attempt={attempt} />
            </Card>
          </PostForm>
        )}
      </div>
    );
  },
  submit: async ({ tx, subject: week, search, values: { demandId, moving, place, isPinned, version } }) => {
    if (version !== week.version) return refuse(staleWords);
    const wanted = wantedOf(week, demandId, place);
    const others = without(week.placements, moving ?? null);
    if (wanted === null || !week.demands.some((one) => one.demandId === demandId))
      return refuse({ place: 'Select a time of the school day and an adult of the week' });
    if (week.fixedIds.has(demandId))
      return refuse('Its adult and time are those of its provision: change them there');
    if (others.some((one) => placementKey(one) === placementKey(wanted)))
      return refuse({ place: 'It is placed there already' });
    const faults = breachesOf(week, wanted, others);
    if (faults.length > 0)
      return refuse({ place: faults.map((fault) => breachWords(week, wanted, fault)).join('. ') });
    const held = week.placements.find((one) => placementKey(one) === moving);
    const kept = { ...wanted, isPinned: isPinned || held?.isPinned === true };
    const done = await keepPlacements(tx, week, { placements: [...others, kept] });
    const slot = week.slots.find((one) => one.slotId === wanted.slotId);
    const back = teamAddress({ on: search.on, day: slot?.day ?? null, by: 'adults', pick: null, hand: null });
    return done.ok ? goTo(back, moving ? 'Moved' : 'Placed') : refuse(staleWords);
  },
});
