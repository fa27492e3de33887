import { addSlot, findRun, giveRunStaff, putInRun, startRun } from '#src/modules/provision/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { LaidRun } from '../domain/kept-rows.ts';
import type { LeftOut } from '../domain/left-out.ts';

/** Starts one run of a file with its pupils, adults and times. */
export async function commitRun(tx: Tx, laid: LaidRun): Promise<LeftOut> {
  const { pupilIds, staffIds, slots, ...words } = laid;
  const { fromOn, untilOn } = laid;
  const started = await startRun(tx, {
    ...words,
    charge: 'shared',
    entryRule: null,
    exitRule: null,
    reviewOn: null,
  });
  if (!started.ok) return 'The last day is before the first.';
  const full = await findRun(tx, started.value);
  if (full === null) throw new Error('What was started is there');
  const { run } = full;
  for (const pupilId of pupilIds) await putInRun(tx, { run, pupilId, fromOn, aim: null });
  for (const staffId of staffIds) await giveRunStaff(tx, { run, staffId, share: 'lead', fromOn, untilOn });
  for (const slot of slots) await addSlot(tx, { run, ...slot, place: null, fromOn, untilOn });
  return null;
}
