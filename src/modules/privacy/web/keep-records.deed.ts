import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo } from '#src/platform/http/route.ts';
import { withdrawRemoval } from '../commands/ask-removal.ts';
import { findAskedRemoval } from '../queries/list-removals.ts';

/** Takes back the wish to remove, before it was confirmed. */
export default deed({
  path: '/school/retention/:pupilId/keep',
  params: z.object({ pupilId: PupilId }),
  may: 'rights.manage',
  from: () => '/school/retention',
  load: ({ tx, params }) => findAskedRemoval(tx, params.pupilId),
  submit: async ({ tx, subject }) => {
    await withdrawRemoval(tx, subject);
    return goTo('/school/retention', 'The records stay');
  },
});
