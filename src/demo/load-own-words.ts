import { newId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { someOfRegister } from './register-of-demo.ts';

/** What made-up pupils say of themselves: every tenth pupil with SEN support or a plan has some of it. */
const words = [
  {
    matters: 'My little sister, football at break, and to know when the day will be different.',
    communicates: 'I need a moment before I answer. Please do not finish my sentences.',
    helps: 'Short steps that I can tick off. A seat where nobody walks behind me.',
    toldBy: 'the pupil, with the key worker',
  },
  {
    matters: 'Drawing, my two friends at my table, and being asked before somebody helps me.',
    communicates: 'I show you with my cards first and say it after. A thumb up means that I understood.',
    helps: 'Pictures beside words. Headphones in the hall. Five minutes to get ready for a change.',
    toldBy: 'the pupil and the mother',
  },
  {
    matters: 'Reading about trains. I worry about supply teachers.',
    communicates: null,
    helps: 'Larger print, and time to look at a sheet before we begin.',
    toldBy: 'the pupil',
  },
] as const;

const oneIn = 10;

/** Writes a first version for some pupils of the school that the transaction is in. */
export async function loadOwnWords(tx: Tx): Promise<void> {
  const { schoolId } = tx.scope.actor;
  const some = await someOfRegister(tx, oneIn);
  if (some.length === 0) return;
  const rows = some.flatMap((pupilId, at) => {
    const said = words[at % words.length];
    const own = { schoolId, pupilSummaryId: newId(), pupilId, writtenOn: tx.scope.today, version: 1 };
    return said === undefined ? [] : [{ ...own, ...said }];
  });
  await tx.insertInto('pupilSummaries').values(rows).execute();
}
