import { z } from 'zod';
import { poundsInWords } from '#src/kernel/money.ts';
import { makePdf, type PdfBlock } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { type BudgetFile, loadBudgetFile, moneyColumns, moneyOf } from './budget-file.ts';
import { OfYear, pupilsShown } from './budget-view.ts';

/** More rows take too long to lay out; a workbook holds them all. */
const mostRows = 800;

function tableOf({ rows }: BudgetFile, side: string): readonly PdfBlock[] {
  const own = rows.filter((row) => row.side === side).slice(0, mostRows);
  return [
    { kind: 'heading', level: 2, words: side },
    {
      kind: 'table',
      columns: ['Source or head', 'Line', ...moneyColumns],
      widths: [4, 5, 2.4, 2.4, 2.4, 2.4],
      sides: ['left', 'left', 'right', 'right', 'right', 'right'],
      rows: own.map((row) => [row.group, row.line, ...moneyOf(row).map(poundsInWords)]),
    },
  ];
}

/** A year's budget as a tagged PDF on A4 landscape. */
export default download({
  path: '/budget.pdf',
  params: z.object({}),
  search: OfYear,
  may: 'budget.read',
  load: ({ tx, actor, search }) => loadBudgetFile(tx, actor, search),
  about: ({ view }) => pupilsShown(view),
  send: async (file) => {
    const { view, rows, madeBy, fileName } = file;
    const title = `SEND budget, ${view.budget.year.label.toLowerCase()}`;
    const sides = [...new Set(rows.map(({ side }) => side))];
    const body = await makePdf({
      title,
      footer: `${title} · ${madeBy} · Confidential`,
      landscape: true,
      size: 9,
      blocks: [
        { kind: 'heading', level: 1, words: title },
        {
          kind: 'note',
          words: `${view.count} lines${rows.length > mostRows ? `. The first ${mostRows} rows of each side stand here; Excel holds all` : ''}. Forecast: as planned, or what is settled and agreed where that is more.`,
        },
        ...sides.flatMap((side) => tableOf(file, side)),
      ],
    });
    return { type: 'application/pdf', body, fileName: `${fileName}.pdf` };
  },
});
