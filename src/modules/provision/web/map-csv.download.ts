import { z } from 'zod';
import { csv } from '#src/platform/csv/csv.ts';
import { download } from '#src/platform/http/download.ts';
import { parseMap } from '../domain/map/map-filter.ts';
import { fileColumns, loadMapFile, mapFilePupils, poundsText } from './map-file.ts';

/** The map as a list for a spreadsheet: the same filters, every row of every level, given and planned by week. */
export default download({
  path: '/provision/map.csv',
  params: z.object({}),
  search: z.record(z.string(), z.unknown()).transform(parseMap),
  may: 'provision.read',
  load: ({ tx, actor, search }) => loadMapFile(tx, actor, search),
  about: mapFilePupils,
  send: ({ view, rows, weeks, today }) => {
    const money = view.map?.money != null ? ['Spent, pounds', 'Forecast, pounds'] : [];
    const heads = weeks.flatMap((week) => [`${week} given`, `${week} planned`]);
    return {
      type: 'text/csv; charset=utf-8',
      body: csv(
        [...fileColumns.map(([label]) => label), ...money, ...heads],
        rows.map((row) => [
          ...fileColumns.map(([, value]) => String(value(row))),
          ...(money.length === 0 ? [] : [poundsText(row.spent), poundsText(row.forecast)]),
          ...row.weeks.flatMap(([given, planned]) => [String(given), String(planned)]),
        ]),
      ),
      fileName: `provision-map-${today}.csv`,
    };
  },
});
