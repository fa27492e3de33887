import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { cancelLeaving } from '../commands/cancel-leaving.ts';
import { ownSource } from '../domain/facts.ts';
import { findPupil } from '../queries/find-pupil.ts';

const leavesOf = ({ pupilId }: { pupilId: PupilId }) => `/pupils/${pupilId}/leaves`;

/** The pupil stays, or was never gone: the last enrolment goes on as if it had not ended. */
export default deed({
  path: '/pupils/:pupilId/leaves/undo',
  params: z.object({ pupilId: PupilId }),
  may: 'import.run',
  from: leavesOf,
  load: ({ tx, params }) => findPupil(tx, params.pupilId),
  submit: async ({ tx, params, subject: { pupilId } }) => {
    const told = { source: ownSource, sourceOn: tx.scope.today };
    const stayed = await cancelLeaving(tx, { pupilId, told });
    return stayed.ok
      ? goTo(leavesOf(params), 'Undone. The pupil is on roll, in the classes and groups of the last day.')
      : refuse('No last day is on record');
  },
});
