import { z } from 'zod';
import { csv } from '#src/platform/csv/csv.ts';
import { download } from '#src/platform/http/download.ts';
import { type FiguresView, loadFiguresView } from './figures-view.ts';

const headings = [
  'Table',
  'Row',
  'Column',
  'Pupils',
  'Per cent',
  'England per cent',
  'England as of',
  'Source',
];

const rows = ({ tables }: FiguresView) =>
  tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.cells.map(({ count, percent, national }, at) => [
        table.title,
        row.label,
        table.columns[at],
        count ?? 'hidden',
        percent,
        national?.percent,
        national?.asOf,
        national?.source,
      ]),
    ),
  );

/** The figures of the page, one a line, with what is hidden there hidden here. */
export default download({
  path: '/insight.csv',
  params: z.object({}),
  may: 'register.figures',
  load: async ({ tx, actor }) => ({ view: await loadFiguresView(tx, actor), today: tx.scope.today }),
  about: { none: 'counts only, no pupil is named' },
  send: ({ view, today }) => ({
    type: 'text/csv; charset=utf-8',
    body: csv(headings, rows(view)),
    fileName: `send-figures-${today}.csv`,
  }),
});
