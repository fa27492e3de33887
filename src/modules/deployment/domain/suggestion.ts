import { z } from 'zod';
import { SchoolDate } from '../../../kernel/dates.ts';
import { StaffId } from '../../../kernel/ids.ts';
import type { FullWeek } from './full-week.ts';
import { ScenarioChange } from './scenario.ts';
import type { Placement } from './week.ts';

export const suggestionStates = ['waiting', 'made', 'stopped', 'failed', 'accepted'] as const;

const Share = z.int();

/** A better week that somebody asked for. */
export const Suggestion = z.object({
  weekSuggestionId: z.uuid(),
  fromOn: SchoolDate,
  weekVersion: z.int(),
  state: z.enum(suggestionStates),
  placements: z.array(
    z.object({ demandId: z.uuid(), slotId: z.uuid(), staffId: StaffId, isPinned: z.boolean() }),
  ),
  bounds: z.object({ safety: Share, law: Share, intervention: Share, general: Share }).nullable(),
  isProven: z.boolean(),
  askedAt: z.date(),
  /** Of a scenario its name and what is otherwise in it; of a suggestion null. */
  name: z.string().nullable(),
  changes: z.array(ScenarioChange).nullable(),
});
export type Suggestion = z.output<typeof Suggestion>;

/** A suggestion for a week in which something is otherwise. */
export type Scenario = Suggestion & { readonly name: string; readonly changes: readonly ScenarioChange[] };

export function scenarioOf(suggestion: Suggestion): Scenario | null {
  const { name, changes } = suggestion;
  return name === null || changes === null ? null : { ...suggestion, name, changes };
}

/** The seconds that are given to a week: few for a small one, two minutes for the largest. */
export const secondsFor = ({ demands }: Pick<FullWeek, 'demands'>): number =>
  Math.min(120, Math.max(5, Math.round(demands.length / 5)));

/** The placements of a week as a suggestion takes them: what follows from a run of provision stays where it is. */
export const heldFast = ({
  placements,
  fixedIds,
}: Pick<FullWeek, 'placements' | 'fixedIds'>): readonly Placement[] =>
  placements.map((one) => (fixedIds.has(one.demandId) ? { ...one, isPinned: true } : one));
