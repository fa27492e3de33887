import type { PupilId } from '../../../../kernel/ids.ts';
import { weekOf } from './day-number.ts';
import {
  bearersOfDay,
  type CostSources,
  equalPart,
  isWithin,
  plannedPence,
  type Spent,
  sumPence,
} from './map-costs.ts';
import { zeros } from './map-frame.ts';

/** What a run costs as a whole, and what cannot be told as no rate is known. */
export type RunSpent = {
  readonly spent: Spent;
  /** Pence spent until today by week of the frame. */
  readonly weekly: number[];
  readonly unratedMinutes: number;
};

/**
 * What a run costs in a period as a whole: what its shares make together, without sharing it. A map of closed runs needs no
 * more.
 */
export function spentOnRun(of: Pick<CostSources, 'run' | 'due' | 'lines' | 'ratesOf' | 'frame'>): RunSpent {
  const { run, due, frame } = of;
  const whole = of.lines.get(null)?.();
  const weekly = zeros(frame.open.length);
  let [planned, toDate, toCome, unratedMinutes] = [0, 0, 0, whole?.unratedMinutes ?? 0];
  const spend = (week: number, pence: number) => {
    const at = week - frame.firstWeek;
    if (at < 0 || at >= weekly.length) return;
    toDate += pence;
    weekly[at] = (weekly[at] ?? 0) + pence;
  };
  for (const one of due) {
    const cost = plannedPence(of, one);
    planned += cost.pence;
    if (one.day <= frame.today) continue;
    toCome += cost.pence;
    unratedMinutes += cost.unratedMinutes;
  }
  for (const { day, pence } of run.expenses.filter((one) => isWithin(frame, one))) {
    planned += pence;
    if (day > frame.today) toCome += pence;
    else spend(weekOf(day), pence);
  }
  for (const { week, pence } of whole?.costs ?? []) spend(week, pence);
  return { spent: { planned, toDate, toCome }, weekly, unratedMinutes };
}

/** Of what a run costs in a period the part of one pupil that is spent, without all that is to come. */
export function spentOnPlace(of: CostSources, pupilId: PupilId): number {
  const { run, places, lines, frame } = of;
  let pence = sumPence(
    (lines.get(pupilId)?.().costs ?? []).filter(
      ({ week }) => week >= frame.firstWeek && week < frame.firstWeek + frame.open.length,
    ),
  );
  for (const one of run.expenses) {
    if (!isWithin(frame, one) || one.day > frame.today) continue;
    const bearers = bearersOfDay(run, places, one.day);
    const at = bearers.indexOf(pupilId);
    if (at !== -1) pence += equalPart(one.pence, bearers.length, at);
  }
  return pence;
}
