import { z } from 'zod';
import { middleDate } from '#src/kernel/dates.ts';
import { makePdf, type PdfBlock, type PdfDocument } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { parseMap } from '../domain/map/map-filter.ts';
import { wholePounds } from '../domain/map/map-words.ts';
import { legend } from './map-drawn.ts';
import { type FileRow, loadMapFile, type MapFile, mapFilePupils } from './map-file.ts';

/** More rows take too long to lay out; a workbook holds them all. */
const mostRows = 1200;
/** Of more weeks only the sums stand on paper. */
const mostWeeks = 8;

const indent = { Group: '', Run: '   ', Pupil: '      ' } as const;
const nameOf = (row: FileRow): string => `${indent[row.level]}${row.pupil || row.run || row.group}`;
const part = (given: number, planned: number): string =>
  planned + given === 0 ? '' : `${given} / ${planned}`;

function tableOf({ view, rows, weeks }: MapFile): PdfBlock {
  const isWide = weeks.length <= mostWeeks;
  const seesCost = view.map?.money != null;
  const columns = [
    'Group, run, pupil',
    'Class',
    ...(isWide ? weeks.map((week) => middleDate(week).replace(/ \d{4}$/, '')) : []),
    'Given / planned',
    'Lost',
    ...(seesCost ? ['Spent', 'Forecast'] : []),
  ];
  return {
    kind: 'table',
    columns,
    widths: columns.map((_, at) => (at === 0 ? 7 : at === 1 ? 3 : 2.6)),
    sides: columns.map((_, at) => (at < 2 ? 'left' : 'right')),
    rows: rows
      .slice(0, mostRows)
      .map((row) => [
        nameOf(row),
        row.className,
        ...(isWide ? row.weeks.map(([given, planned]) => part(given, planned)) : []),
        part(row.given, row.planned),
        row.lost === 0 ? '' : String(row.lost),
        ...(seesCost ? [wholePounds(row.spent ?? 0), wholePounds(row.forecast ?? 0)] : []),
      ]),
  };
}

function documentOf(file: MapFile): PdfDocument {
  const { rows, title, shows, madeBy, today } = file;
  const more = rows.length > mostRows ? `. The first ${mostRows} rows stand here; Excel holds all` : '';
  return {
    title: `${title}, ${today}`,
    footer: `${title} · ${madeBy} · Confidential`,
    landscape: true,
    size: 8.5,
    blocks: [
      { kind: 'heading', level: 1, words: title },
      { kind: 'note', words: `${shows}${more}` },
      rows.length === 0 ? { kind: 'text', words: 'Nothing is given in this time.' } : tableOf(file),
      { kind: 'note', words: legend },
    ],
  };
}

/** The map as a tagged PDF on A4 landscape: the same filters; weeks where they fit. */
export default download({
  path: '/provision/map.pdf',
  params: z.object({}),
  search: z.record(z.string(), z.unknown()).transform(parseMap),
  may: 'provision.read',
  load: ({ tx, actor, search }) => loadMapFile(tx, actor, search),
  about: mapFilePupils,
  send: async (file) => ({
    type: 'application/pdf',
    body: await makePdf(documentOf(file)),
    fileName: `provision-map-${file.today}.pdf`,
  }),
});
