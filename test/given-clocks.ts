import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import {
  type Clock,
  type Given,
  type ProcessName,
  processes,
  runClocks,
  toldCalendar,
  usualLocalRules,
} from '#src/modules/statutory/index.ts';

type Told = {
  readonly events?: Readonly<Record<string, string>>;
  readonly facts?: Readonly<Record<string, string>>;
  readonly closures?: readonly (readonly [string, string])[];
  readonly inset?: readonly string[];
  readonly local?: Partial<Given['local']>;
};

/** What clocks are reckoned from, told in short. */
export const givenClocks = ({ events, facts, closures, inset, local }: Told): Given => ({
  events: Object.fromEntries(
    Object.entries(events ?? {}).map(([name, date]): [string, SchoolDate] => [name, schoolDate(date)]),
  ),
  facts: facts ?? {},
  calendar: toldCalendar({
    closures: (closures ?? []).map(([from, reopens]) => ({
      from: schoolDate(from),
      reopens: schoolDate(reopens),
    })),
    insetDays: (inset ?? []).map(schoolDate),
  }),
  local: { ...usualLocalRules, ...local },
});

export const ranClocks = (name: ProcessName, told: Told) => runClocks(processes[name], givenClocks(told));

/** The due and alert dates by id: `{ A2: '2026-10-26 alert 2026-10-25' }`. */
export const datesOf = (name: ProcessName, told: Told): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ranClocks(name, told).clocks.map(({ id, dueOn, alertOn }) => [
      id,
      dueOn === alertOn ? dueOn : `${dueOn} alert ${alertOn}`,
    ]),
  );

export function clockOf(name: ProcessName, id: string, told: Told): Clock {
  const clock = ranClocks(name, told).clocks.find((one) => one.id === id);
  if (clock === undefined) throw new Error(`No clock ${id} runs`);
  return clock;
}
