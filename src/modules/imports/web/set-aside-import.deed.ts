import { z } from 'zod';
import { ImportId } from '#src/kernel/ids.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { setAsideImport } from '../commands/set-aside-import.ts';
import { openImport } from '../queries/open-import.ts';

export default deed({
  path: '/imports/:importId/set-aside',
  params: z.object({ importId: ImportId }),
  may: 'import.review',
  from: ({ importId }) => `/imports/${importId}`,
  load: ({ tx, params }) => openImport(tx, params.importId),
  submit: async ({ tx, subject }) => {
    const done = await setAsideImport(tx, subject);
    return done.ok ? goTo('/imports', 'Import set aside') : refuse('This import is past its review.');
  },
});
