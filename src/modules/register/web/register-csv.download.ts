import { z } from 'zod';
import { csv } from '#src/platform/csv/csv.ts';
import { download } from '#src/platform/http/download.ts';
import { parseFilter, registerColumns } from '../domain/register-filter.ts';
import { censusCode } from '../domain/sen-status.ts';
import { loadView, type RegisterView } from './register-view.ts';
import { cellText, columnLabel } from './register-words.ts';

const headings = ['Surname', 'Forename', 'Census code'];

function rows({ shown, inCare }: RegisterView): readonly (readonly string[])[] {
  const since = (on: string) => on;
  return shown.map((line) => {
    const isInCare = inCare?.has(line.pupilId) ?? false;
    const cells = registerColumns.map((column) => cellText[column](line, { isInCare, since }));
    return [line.surname, line.forename, censusCode[line.status], ...cells];
  });
}

/** The register as a list for a spreadsheet: the same filters, every column, no formula. */
export default download({
  path: '/pupils.csv',
  params: z.object({}),
  search: z.record(z.string(), z.unknown()).transform(parseFilter),
  may: 'register.read',
  load: async ({ tx, actor, search }) => ({
    view: await loadView(tx, actor, search),
    today: tx.scope.today,
  }),
  about: ({ view }) => view.shown.map((line) => line.pupilId),
  send: ({ view, today }) => ({
    type: 'text/csv; charset=utf-8',
    body: csv([...headings, ...registerColumns.map((column) => columnLabel[column])], rows(view)),
    fileName: `send-register-${today}.csv`,
  }),
});
