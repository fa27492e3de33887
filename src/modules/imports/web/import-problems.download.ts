import { z } from 'zod';
import { ImportId } from '#src/kernel/ids.ts';
import { csv } from '#src/platform/csv/csv.ts';
import { download } from '#src/platform/http/download.ts';
import { type Fault, listFaults } from '../queries/find-review.ts';
import { openImport } from '../queries/open-import.ts';

const headings = ['Kind', 'Row', 'Column', 'Value', 'Why', 'What to do'];
const line = (kind: string) => (fault: Fault) => [
  kind,
  fault.row,
  fault.column,
  fault.value,
  fault.message,
  fault.todo,
];

/** Everything in a file that could not be read or is worth a look, for whoever corrects it in the school's system. */
export default download({
  path: '/imports/:importId/problems.csv',
  params: z.object({ importId: ImportId }),
  may: 'import.review',
  about: { none: 'It shows what stands in a file that could not be read; no pupil of Sendero is matched' },
  load: async ({ tx, params }) => {
    const kept = await openImport(tx, params.importId);
    if (kept === null) return null;
    const warnings = kept.problems
      .filter(({ level }) => level === 'warning')
      .map(({ value = '', ...problem }) => ({ ...problem, value }));
    return { faults: await listFaults(tx, kept), warnings };
  },
  send: ({ faults, warnings }) => ({
    type: 'text/csv; charset=utf-8',
    fileName: 'import-problems.csv',
    body: csv(headings, [...faults.map(line('cannot be read')), ...warnings.map(line('warning'))]),
  }),
});
