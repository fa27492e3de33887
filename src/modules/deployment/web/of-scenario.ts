import { z } from 'zod';
import type { Values } from '#src/kernel/form.ts';
import type { FullWeek } from '../domain/full-week.ts';
import type { scenarioForm } from '../domain/scenario.form.ts';
import { type ScenarioSaid, withChanges } from '../domain/scenario.ts';
import { figuresOf, standingIn, type WeekFigures } from '../domain/scenario-figures.ts';
import type { Scenario } from '../domain/suggestion.ts';

export const OfScenario = z.object({ scenarioId: z.uuid() });
export const scenariosHref = '/team/scenarios';
export const scenarioHref = (scenarioId: string): string => `${scenariosHref}/${scenarioId}`;

/** As many stand side by side. */
export const mostCompared = 3;

/** A scenario with the week it would make, and what that gives. */
export type Worked = {
  readonly scenario: Scenario;
  readonly week: FullWeek;
  readonly placements: Scenario['placements'];
  readonly figures: WeekFigures;
};

/** What a scenario gives, costs and risks by the week as it is now. */
export function workedOut(week: FullWeek, scenario: Scenario): Worked {
  const changed = withChanges(week, scenario.changes);
  const placements = [...standingIn(changed, scenario.placements)];
  return { scenario, week: changed, placements, figures: figuresOf(changed, placements, week.placements) };
}

/** The week as it stands, by the same figures. */
export const asItStands = (week: FullWeek): WeekFigures => figuresOf(week, week.placements, week.placements);

const lines = (typed: string | undefined): string[] =>
  (typed ?? '')
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');

type Typed = Omit<Values<typeof scenarioForm>, 'name'> & { readonly name: string };

/** What is wrong with what was typed, by field; null where nothing is. */
function faultOf(typed: Typed, week: FullWeek): Readonly<Record<string, string>> | null {
  const isSomebody = week.adults.some(({ staffId }) => staffId === typed.staffId);
  if (typed.hours !== null && !isSomebody) return { staffId: 'Select whose hours change' };
  if (typed.hours === null && isSomebody) return { hours: 'Enter by how many hours' };
  if (typed.title === undefined && typed.times !== undefined)
    return { title: 'Enter what the help for the new pupil is' };
  if (typed.cutPounds !== undefined && week.adults.every(({ penceAnHour }) => penceAnHour === null))
    return { cutPounds: 'No rate of an adult is known: enter hours instead' };
  return null;
}

const demandOf = ({ title, force, times, length, demandSkills }: Typed): ScenarioSaid['demand'] =>
  title === undefined
    ? null
    : {
        ...{ title, force: force ?? 'law', times: times ?? 5, length: length ?? 1, need: 4 },
        skills: lines(demandSkills),
      };

/** What was typed as a scenario; or what is wrong, by field. */
export function scenarioSaid(
  typed: Typed,
  week: FullWeek,
): { readonly said: ScenarioSaid } | { readonly errors: Readonly<Record<string, string>> } {
  const errors = faultOf(typed, week);
  if (errors !== null) return { errors };
  const { name, hours, newHours, newSkills, newRate = null, cutHours, cutPounds = null } = typed;
  const adult = week.adults.find(({ staffId }) => staffId === typed.staffId);
  return {
    said: {
      name,
      hours: adult === undefined || hours === null ? null : { staffId: adult.staffId, minutes: hours },
      adult: newHours === null ? null : { minutes: newHours, skills: lines(newSkills), penceAnHour: newRate },
      demand: demandOf(typed),
      cutMinutes: cutHours,
      cutPence: cutPounds,
    },
  };
}
