import { z } from 'zod';
import { poundsInFile } from '#src/kernel/money.ts';
import { csv } from '#src/platform/csv/csv.ts';
import { download } from '#src/platform/http/download.ts';
import { columns, loadBudgetFile, moneyColumns, moneyOf, textsOf } from './budget-file.ts';
import { OfYear, pupilsShown } from './budget-view.ts';

/** A year's budget as a list for a spreadsheet: each line, and the sums of every level. */
export default download({
  path: '/budget.csv',
  params: z.object({}),
  search: OfYear,
  may: 'budget.read',
  load: ({ tx, actor, search }) => loadBudgetFile(tx, actor, search),
  about: ({ view }) => pupilsShown(view),
  send: ({ rows, fileName }) => ({
    type: 'text/csv; charset=utf-8',
    body: csv(
      [...columns, ...moneyColumns.map((name) => `${name}, pounds`)],
      rows.map((row) => [...textsOf(row), ...moneyOf(row).map(poundsInFile)]),
    ),
    fileName: `${fileName}.csv`,
  }),
});
