import { z } from 'zod';
import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { dayInAddress } from '#src/kernel/day-in-address.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { dayNumber, savedByLeaving, type YearCosts } from '#src/modules/provision/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { LineFigures } from '../domain/budget.ts';
import {
  costOfMinutes,
  type Effect,
  type EffectLine,
  effectOf,
  lostByLeaving,
  lostByRefusal,
} from '../domain/what-if.ts';
import { loadPicture, type PictureView } from './picture-view.ts';

const mostMinutes = 6000;
const word = (given: unknown): string => (typeof given === 'string' ? given.trim().slice(0, 60) : '');

/** What the address asks: it never fails on what people type. */
export const AskedIf = z.record(z.string(), z.unknown()).transform((given) => {
  const minutes = Number(word(given.minutes).replace('−', '-'));
  return {
    year: word(given.year),
    leaves: word(given.leaves),
    lastOn: dayInAddress(given, 'lastOn'),
    staff: word(given.staff),
    minutes: Number.isInteger(minutes) && Math.abs(minutes) <= mostMinutes ? minutes : 0,
    refused: word(given.refused),
  };
});
export type AskedIf = z.output<typeof AskedIf>;

export type RatedAdult = { readonly staffId: string; readonly name: string; readonly pencePerHour: number };

export type WhatIf = {
  readonly view: PictureView & { readonly costs: YearCosts };
  readonly asked: AskedIf;
  readonly adults: readonly RatedAdult[];
  /** Lines of income of one pupil, as a band that may be refused. */
  readonly bands: readonly LineFigures[];
  readonly effect: Effect;
  /** Of whom the effect speaks; null of nobody. */
  readonly pupilId: PupilId | null;
};

/** Everybody who gives a run and of whom a rate is known today. */
function adultsOf({ map }: YearCosts): readonly RatedAdult[] {
  const { frame, money } = map;
  const found = new Map<string, RatedAdult>();
  for (const { staffId, name } of map.runs.flatMap(({ staff }) => staff)) {
    const rate = money?.ratesOf
      .get(staffId)
      ?.find(({ from, until }) => from <= frame.today && (until === null || frame.today <= until));
    if (rate !== undefined) found.set(staffId, { staffId, name, pencePerHour: rate.pencePerHour });
  }
  return [...found.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
}

type Found = Pick<WhatIf, 'view' | 'adults' | 'bands'>;

function ifLeaves({ view, bands }: Found, pupilId: PupilId, lastOn: SchoolDate): EffectLine {
  const forecast = bands.filter((line) => line.pupilId === pupilId).map(({ figures }) => figures.forecast);
  const lost = forecast.reduce((sum, pence) => sum + lostByLeaving(pence, view.year, lastOn), 0);
  return {
    what: 'leaves',
    words: `A pupil leaves after ${middleDate(lastOn)}`,
    income: 0 - lost,
    spending: 0 - savedByLeaving(view.costs.map, pupilId, dayNumber(lastOn)),
  };
}

const hoursWords = (minutes: number): string =>
  `${Math.abs(minutes)} minutes a week ${minutes < 0 ? 'less' : 'more'}`;

function linesOf(found: Found, asked: AskedIf, today: SchoolDate): readonly EffectLine[] {
  const { view, adults, bands } = found;
  const pupilId = view.proof?.pupils.find((one) => one.pupilId === asked.leaves)?.pupilId;
  const adult = adults.find(({ staffId }) => staffId === asked.staff);
  const band = bands.find(({ budgetLineId }) => budgetLineId === asked.refused);
  const { weeksToCome } = view.costs;
  return [
    ...(pupilId === undefined ? [] : [ifLeaves(found, pupilId, asked.lastOn ?? today)]),
    ...(adult === undefined || asked.minutes === 0
      ? []
      : [
          {
            what: 'hours' as const,
            words: `${adult.name}: ${hoursWords(asked.minutes)}, ${weeksToCome} weeks to come`,
            income: 0,
            spending: costOfMinutes(asked.minutes, weeksToCome, adult.pencePerHour),
          },
        ]),
    ...(band === undefined
      ? []
      : [
          {
            what: 'refused' as const,
            words: `${band.band === null ? band.name : `Band ${band.band}`} is refused`,
            income: 0 - lostByRefusal(band.figures),
            spending: 0,
          },
        ]),
  ];
}

/** What would be if what the address asks came true; null where there is no such academic year, or it is not entered. */
export async function loadWhatIf(tx: Tx, asked: AskedIf): Promise<WhatIf | null> {
  const view = await loadPicture(tx, asked.year);
  if (view === null || view.costs === null) return null;
  const { costs } = view;
  const bands = view.budget.groups
    .flatMap((group) => group.lines)
    .filter(({ side, pupilId }) => side === 'income' && pupilId !== null);
  const found = { view: { ...view, costs }, adults: adultsOf(costs), bands };
  const { total } = view.picture;
  const before = { income: total.income, spending: total.delivered + total.toCome };
  const lines = linesOf(found, asked, tx.scope.today);
  const pupilId =
    view.proof?.pupils.find((one) => one.pupilId === asked.leaves)?.pupilId ??
    bands.find(({ budgetLineId }) => budgetLineId === asked.refused)?.pupilId ??
    null;
  return { ...found, asked, effect: effectOf(before, lines), pupilId: lines.length === 0 ? null : pupilId };
}
