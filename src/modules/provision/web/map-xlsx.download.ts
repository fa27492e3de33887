import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import { z } from 'zod';
import { middleDate } from '#src/kernel/dates.ts';
import { download } from '#src/platform/http/download.ts';
import { parseMap } from '../domain/map/map-filter.ts';
import { fileColumns, loadMapFile, type MapFile, mapFilePupils } from './map-file.ts';

const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
/** As text whatever it holds: `=1+1` is a name like any other. */
const text = (value: string) => (value === '' ? null : { value, type: String });
const number = (value: number) => ({ value, type: Number });
const pounds = (pence: number | null) =>
  pence === null ? [] : [{ value: pence / 100, type: Number, format: '£#,##0.00' }];

function sheetOf({ view, rows, weeks, title, shows, madeBy }: MapFile): SheetData {
  const money = view.map?.money != null ? ['Spent', 'Forecast'] : [];
  return [
    [
      ...fileColumns.map(([label]) => label),
      ...money,
      ...weeks.flatMap((week) => [`${middleDate(week)} given`, `${middleDate(week)} planned`]),
    ].map(bold),
    ...rows.map((row) => [
      ...fileColumns.map(([, value]) => {
        const cell = value(row);
        return typeof cell === 'number' ? number(cell) : text(cell);
      }),
      ...pounds(row.spent),
      ...pounds(row.forecast),
      ...row.weeks.flatMap(([given, planned]) => [number(given), number(planned)]),
    ]),
    [],
    [text(`${title}. ${shows}`)],
    [text(`${madeBy}. Confidential`)],
  ];
}

/** The map as a workbook: the same filters, minutes as numbers, money in pounds, and no formula. */
export default download({
  path: '/provision/map.xlsx',
  params: z.object({}),
  search: z.record(z.string(), z.unknown()).transform(parseMap),
  may: 'provision.read',
  load: ({ tx, actor, search }) => loadMapFile(tx, actor, search),
  about: mapFilePupils,
  send: async (file) => {
    const widths = [8, 28, 28, 24, 8, 12];
    const workbook = writeWorkbook(sheetOf(file), {
      sheet: 'Provision map',
      columns: [...widths, ...Array.from({ length: 9 + 2 * file.weeks.length }, () => 12)].map((width) => ({
        width,
      })),
      stickyRowsCount: 1,
    });
    return {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: new Uint8Array(await workbook.toBuffer()),
      fileName: `provision-map-${file.today}.xlsx`,
    };
  },
});
