import { z } from 'zod';
import type { Actor } from '#src/kernel/access.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { MeasuredRun } from '../domain/impact/measured-run.ts';
import { type ImpactWorld, loadImpactWorld } from '../queries/find-impacts.ts';

export const OfRun = z.object({ runId: z.uuid() });
export const impactHref = (runId: string): string => `/provision/runs/${runId}/impact`;

/** A run of a world; null where there is none, or where somebody who reaches single pupils reaches none of its pupils. */
export function findMeasuredRun(
  { runs }: Pick<ImpactWorld, 'runs'>,
  runId: string,
  { reach }: Pick<Actor, 'reach'>,
): MeasuredRun | null {
  const found = runs.find(({ run }) => run.runId === runId) ?? null;
  return found === null || (reach !== 'school' && found.pupils.length === 0) ? null : found;
}

/** A run with the world that its impact is made of; null as `findMeasuredRun`. */
export async function loadMeasuredRun(
  tx: Tx,
  runId: string,
): Promise<{ readonly world: ImpactWorld; readonly measured: MeasuredRun } | null> {
  const world = await loadImpactWorld(tx, { sameKindAs: runId });
  const measured = findMeasuredRun(world, runId, tx.scope.actor);
  return measured === null ? null : { world, measured };
}

export const staleRun =
  'Somebody changed this while you were writing. Nothing was overwritten: look at it again, and save once more if yours is right';
