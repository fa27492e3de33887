import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { listImports } from '../queries/find-import.ts';
import { ImportAnswer, importAnswer, ReportAnswer } from './import-answer.ts';

const Counts = ReportAnswer.omit({ warnings: true, errors: true });

/** The files that were brought, the newest first. */
export default endpoint({
  method: 'GET',
  path: '/imports',
  summary: 'Imports, the newest fifty, with their counts',
  may: 'import.run',
  about: { none: 'It tells of files and counts, no pupil' },
  answer: z.object({ items: z.array(ImportAnswer.extend({ counts: Counts })) }),
  handle: async ({ tx }) => ({ items: (await listImports(tx)).map(importAnswer) }),
});
