import writeWorkbook from 'write-excel-file/node';
import { z } from 'zod';
import { download } from '#src/platform/http/download.ts';
import { columns, loadBudgetFile, moneyColumns, moneyOf, textsOf } from './budget-file.ts';
import { OfYear, pupilsShown } from './budget-view.ts';

const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
/** As text whatever it holds: `=1+1` is a name like any other. */
const text = (value: string) => (value === '' ? null : { value, type: String });
const pounds = (pence: number) => ({ value: pence / 100, type: Number, format: '£#,##0.00' });

/** A year's budget as a workbook: money in pounds, and no formula. */
export default download({
  path: '/budget.xlsx',
  params: z.object({}),
  search: OfYear,
  may: 'budget.read',
  load: ({ tx, actor, search }) => loadBudgetFile(tx, actor, search),
  about: ({ view }) => pupilsShown(view),
  send: async ({ rows, view, madeBy, fileName }) => {
    const widths = [10, 32, 44, 14, 14, 18, 18, 14];
    const workbook = writeWorkbook(
      [
        [...columns, ...moneyColumns].map(bold),
        ...rows.map((row) => [...textsOf(row).map(text), ...moneyOf(row).map(pounds)]),
        [],
        [text(`Budget, ${view.budget.year.label}. ${madeBy}. Confidential`)],
      ],
      { sheet: 'Budget', columns: widths.map((width) => ({ width })), stickyRowsCount: 1 },
    );
    return {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: new Uint8Array(await workbook.toBuffer()),
      fileName: `${fileName}.xlsx`,
    };
  },
});
