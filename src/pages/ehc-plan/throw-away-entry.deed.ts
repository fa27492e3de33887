import { throwAwayEntry } from '#src/modules/ehcp/index.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { ehcHref, loadEntry, OfPupil, staleWords } from './ehc-of-pupil.ts';

/** Throws away what was being entered. */
export default deed({
  path: '/pupils/:pupilId/ehc-plan/entry/throw-away',
  params: OfPupil,
  may: 'ehcp.write',
  from: ({ pupilId }) => `${ehcHref(pupilId)}/entry`,
  load: ({ tx, params }) => loadEntry(tx, params.pupilId),
  submit: async ({ tx, subject: { pupil, plan, entry } }) => {
    const done = await throwAwayEntry(tx, plan, entry);
    return done.ok ? goTo(ehcHref(pupil.pupilId), 'Thrown away') : refuse(staleWords);
  },
});
