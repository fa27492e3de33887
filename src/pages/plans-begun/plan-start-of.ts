import { z } from 'zod';
import type { PupilId } from '#src/kernel/ids.ts';
import { findPlanStart, type PlanStart } from '#src/modules/plans/index.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';

export const OfPlanStart = z.object({ planStartId: z.uuid() });

export type Started = { readonly start: PlanStart; readonly names: ReadonlyMap<PupilId, string> };

/** Plans begun at once, with the names of those whom the actor may see. */
export async function loadPlanStart(tx: Tx, planStartId: string): Promise<Started | null> {
  const start = await findPlanStart(tx, planStartId);
  if (start === null) return null;
  return {
    start,
    names: await listNamesOf(
      tx,
      start.outcome.map(({ pupilId }) => pupilId),
    ),
  };
}

export const aboutStarted = ({ names }: Started): readonly PupilId[] => [...names.keys()];

export const planStartHref = (planStartId: string): string => `/plans/begun/${planStartId}`;

/** `1 plan`, `12 plans`. */
export const plansWords = (count: number): string => `${count} ${count === 1 ? 'plan' : 'plans'}`;
