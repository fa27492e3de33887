import { z } from 'zod';
import { download } from '#src/platform/http/download.ts';

import { findReadablePack, type PlanPack } from '../queries/find-plan-pack.ts';

/** A pack that is ready, for whoever asked for it and may still read every plan in it. */
export default download({
  path: '/school/packs/:planPackId/pack.pdf',
  params: z.object({ planPackId: z.uuid() }),
  may: 'plan.read',
  about: ({ pupilIds }: PlanPack) => pupilIds,
  load: ({ tx, params }) => findReadablePack(tx, params.planPackId),
  send: async ({ storeName, templateKey }, program) => ({
    type: 'application/pdf',
    body: await program.files.readWhole(storeName ?? ''),
    fileName: `plans-${/^[a-z-]+$/.test(templateKey) ? templateKey : 'pack'}.pdf`,
  }),
});
