import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { ImportId, PupilId } from '#src/kernel/ids.ts';
import { listImportRows } from '../queries/find-import.ts';
import { openImport } from '../queries/open-import.ts';
import { ImportAnswer, importAnswer, ReportAnswer, reportOf } from './import-answer.ts';

/** One import: where it stands, and what was wrong in its file. */
export default endpoint({
  method: 'GET',
  path: '/imports/:importId',
  summary: 'One import: its state, counts, warnings and errors',
  params: z.object({ importId: ImportId }),
  may: 'import.run',
  about: ({ missingPupilIds, leftOutPupilIds }) =>
    [...missingPupilIds, ...leftOutPupilIds].map((id) => PupilId.parse(id)),
  answer: ImportAnswer.extend({
    ...ReportAnswer.shape,
    missingPupilIds: z.array(z.uuid()).describe('On roll here, not in the file'),
    leftOutPupilIds: z.array(z.uuid()).describe('Of whom something was not taken in'),
  }),
  handle: async ({ tx, params }) => {
    const kept = await openImport(tx, params.importId);
    if (kept === null) return null;
    const left = await listImportRows(tx, kept.importId, { isLeftOut: true });
    const leftOutPupilIds = left.flatMap(({ kind, matchId }) =>
      kind === 'pupil' && matchId !== null ? [matchId] : [],
    );
    const pupils = { missingPupilIds: kept.header.missing, leftOutPupilIds };
    return { ...importAnswer(kept), ...reportOf(kept), ...pupils };
  },
});
