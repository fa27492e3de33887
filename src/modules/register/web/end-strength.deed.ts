import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo } from '#src/platform/http/route.ts';
import { endStrength } from '../commands/end-strength.ts';
import { findSenRecord } from '../queries/find-sen-record.ts';

/** Ends a strength that is no longer so. */
export default deed({
  path: '/pupils/:pupilId/strengths/:strengthId/end',
  params: z.object({ pupilId: PupilId, strengthId: z.uuid() }),
  may: 'register.change',
  from: ({ pupilId }) => `/pupils/${pupilId}/strengths/new`,
  load: async ({ tx, params }) => {
    const record = await findSenRecord(tx, params.pupilId);
    return record?.strengths.find((one) => one.strengthId === params.strengthId) ?? null;
  },
  submit: async ({ tx, params }) => {
    await endStrength(tx, params);
    return goTo(`/pupils/${params.pupilId}`, 'Strength ended');
  },
});
