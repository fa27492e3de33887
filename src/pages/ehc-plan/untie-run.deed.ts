import { z } from 'zod';
import { findLedger, untieRun } from '#src/modules/ehcp/index.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { ehcHref, loadEhc, OfPupil, staleWords } from './ehc-of-pupil.ts';

/** Counts a group no longer towards a line. */
export default deed({
  path: '/pupils/:pupilId/ehc-plan/ties/:ehcLineRunId/undo',
  params: OfPupil.extend({ ehcLineRunId: z.uuid() }),
  may: 'ehcp.write',
  from: ({ pupilId }) => `${ehcHref(pupilId)}/ledger`,
  load: async ({ tx, params }) => {
    const found = await loadEhc(tx, params.pupilId);
    if (found === null) return null;
    const { ties } = await findLedger(tx, found.plan, '');
    const tie = ties.find(({ tieId }) => tieId === params.ehcLineRunId);
    return tie === undefined ? null : { ...found, tie };
  },
  submit: async ({ tx, subject: { pupil, plan, tie } }) => {
    const done = await untieRun(tx, plan, tie);
    return done.ok
      ? goTo(`${ehcHref(pupil.pupilId)}/ledger`, 'Its sessions are counted to no line now')
      : refuse(staleWords);
  },
});
