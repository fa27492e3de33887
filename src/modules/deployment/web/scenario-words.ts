import { poundsInWords } from '#src/kernel/money.ts';
import { forceWords } from '../domain/demand-facts.ts';
import type { FullWeek } from '../domain/full-week.ts';
import type { Coverage } from '../domain/placement/score.ts';
import type { ScenarioChange } from '../domain/scenario.ts';
import type { WeekFigures } from '../domain/scenario-figures.ts';
import { type Force, forces } from '../domain/week.ts';
import { hoursWords } from './team-words.ts';

/** What is otherwise, in one line: `Mrs Lee 5 h fewer`. */
export function changeWords(week: FullWeek, change: ScenarioChange): string {
  switch (change.is) {
    case 'hours': {
      const name = week.adults.find(({ staffId }) => staffId === change.staffId)?.name ?? 'Somebody who left';
      return `${name} ${hoursWords(Math.abs(change.minutes))} ${change.minutes > 0 ? 'more' : 'fewer'}`;
    }
    case 'adult': {
      const trained = change.skills.length === 0 ? '' : `, trained in ${change.skills.join(', ')}`;
      return `Somebody new for ${hoursWords(change.minutes)}${trained}`;
    }
    case 'demand': {
      const { title, times, length } = change;
      return `A new pupil: ${title}, ${times} × a week${length === 1 ? '' : `, ${length} periods each`}`;
    }
    case 'cut_hours':
      return `${hoursWords(change.minutes)} fewer of all adults together`;
    case 'cut_pence':
      return `${poundsInWords(change.penceAYear)} a year less`;
  }
}

export const changesWords = (week: FullWeek, changes: readonly ScenarioChange[]): string =>
  changes.length === 0
    ? 'Nothing is otherwise: the same adults, placed anew'
    : changes.map((one) => changeWords(week, one)).join(' · ');

/** `12.5 h of 15 h, 83 %` */
function coverageWords(coverage: readonly Coverage[], force: Force): string {
  const found = coverage.find((one) => one.force === force);
  if (found === undefined) return 'None needed';
  const { minutesPlaced, minutesAsked } = found;
  const share = minutesAsked === 0 ? 100 : Math.floor((100 * minutesPlaced) / minutesAsked);
  return `${hoursWords(minutesPlaced)} of ${hoursWords(minutesAsked)}, ${share} %`;
}

const fallsWords = ({ falls }: WeekFigures): string =>
  falls.length === 0
    ? 'Nothing that is given now'
    : falls
        .slice(0, 3)
        .map(({ demand, times }) => `${demand.title}, ${times} × (${forceWords[demand.force].toLowerCase()})`)
        .concat(falls.length > 3 ? [`${falls.length - 3} more`] : [])
        .join('; ');

const hangingWords = ({ hanging }: WeekFigures): string =>
  hanging.length === 0
    ? 'Nothing'
    : [...Map.groupBy(hanging, ({ adult }) => adult.name)]
        .map(([name, all]) => `${all.length} on ${name}`)
        .join(', ');

/** The figures of a week under the words for each, in the order in which they are compared. */
export function figureRows(
  figures: WeekFigures,
): readonly { readonly label: string; readonly words: string }[] {
  const { coverage, pence, unpriced, minutes } = figures;
  const priced = unpriced === 0 ? '' : ` (${unpriced} without a rate)`;
  return [
    ...forces.map((force) => ({ label: forceWords[force], words: coverageWords(coverage, force) })),
    { label: 'Hours that can be placed', words: hoursWords(minutes) },
    { label: 'Cost a week', words: pence === null ? 'No rates' : `${poundsInWords(pence.week)}${priced}` },
    { label: 'Cost a year', words: pence === null ? 'No rates' : `${poundsInWords(pence.year)}${priced}` },
    { label: 'What falls first', words: fallsWords(figures) },
    { label: 'Safety and law that hang on one adult', words: hangingWords(figures) },
  ];
}
