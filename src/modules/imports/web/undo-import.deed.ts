import { z } from 'zod';
import { ImportId } from '#src/kernel/ids.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { undoImport } from '../commands/undo-import.ts';
import { openImport } from '../queries/open-import.ts';

export default deed({
  path: '/imports/:importId/undo',
  params: z.object({ importId: ImportId }),
  may: 'import.review',
  from: ({ importId }) => `/imports/${importId}`,
  load: ({ tx, params }) => openImport(tx, params.importId),
  submit: async ({ tx, subject }) => {
    const done = await undoImport(tx, subject);
    return done.ok
      ? goTo(`/imports/${subject.importId}`, 'Import undone')
      : refuse('This import is not taken in, so there is nothing to undo.');
  },
});
