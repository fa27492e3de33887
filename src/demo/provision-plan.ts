import { z } from 'zod';
import plans from './provision-plan.json' with { type: 'json' };

/**
 * A group or single provision of the demo, by the key of its entry in the catalogue, with how many pupils at most. It began so
 * many weeks after the first Monday of term; without weeks it runs until the end of term.
 */
const PlannedRun = z.strictObject({
  key: z.string(),
  name: z.string(),
  area: z.enum(['communication', 'cognition', 'semh', 'sensory_physical']),
  size: z.int(),
  weekdays: z.array(z.int()),
  startsAt: z.string(),
  minutes: z.int(),
  place: z.string(),
  afterWeeks: z.int().optional(),
  weeks: z.int().optional(),
});
export type PlannedRun = z.output<typeof PlannedRun>;

const plan = z.object({ primary: z.array(PlannedRun), secondary: z.array(PlannedRun) }).parse(plans);

/** What a demo school of a phase gives. */
export const provisionPlan = (phase: string): readonly PlannedRun[] =>
  phase === 'primary' ? plan.primary : plan.secondary;

export const sessionNotes: readonly (readonly [note: string, next: string | null])[] = [
  ['Asked for help 3 of 5 times.', 'Try with a friend.'],
  ['Good start; tired after ten minutes.', 'Shorter first part.'],
  ['New sounds ai and ay. Blending well.', 'ai again, then oa.'],
  ['Took turns without a prompt.', null],
  ['28 words correct in a minute, aim is 40.', 'Same list once more.'],
  ['Named how they felt, and why.', 'Use the card in class.'],
  ['Retold the story with beginning and end.', 'Add the problem.'],
  ['Needed two breaks.', 'Sit by the window.'],
];
