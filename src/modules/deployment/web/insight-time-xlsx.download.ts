import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import { z } from 'zod';
import { download } from '#src/platform/http/download.ts';
import { getTimeWorld } from '../queries/get-time-world.ts';
import { pupilsShown, type TimeShown, timeShown } from './time-rows.ts';

const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
/** As text whatever it holds: `=1+1` is a name like any other. */
const text = (value: string | null) => (value === null || value === '' ? null : { value, type: String });
const number = (value: number | null) => (value === null ? null : { value, type: Number });

function sheetOf({ pupils, adults, parts }: TimeShown): SheetData {
  return [
    [
      'Pupil',
      'Class',
      'First need',
      'Minutes a week',
      'Adult’s minutes',
      'In September',
      'Adults',
      'Plan names',
      'Due since 1 September',
      'Given',
      'Lost by adults',
    ].map(bold),
    ...pupils.map((one) => [
      text(one.name),
      text(one.className),
      text(one.need),
      ...[one.minutes, one.share, one.before, one.adults, one.owed].map(number),
      ...[one.facts?.due ?? null, one.facts?.had ?? null, one.facts?.lostByAdults ?? null].map(number),
    ]),
    [],
    ['Adult', 'Minutes planned', 'Minutes contracted', 'Pupils met'].map(bold),
    ...adults.map((one) => [text(one.name), ...[one.planned, one.contracted, one.pupils].map(number)]),
    ...parts.flatMap(({ title, rows }) => [
      [],
      [title, 'Minutes a week', 'Pupils'].map(bold),
      ...rows.map((one) => [text(one.label), number(one.minutes), number(one.pupils)]),
    ]),
    [],
    [text('Confidential')],
  ];
}

/** Where adults' time goes, as a workbook: minutes as numbers, and no formula. */
export default download({
  path: '/insight/time.xlsx',
  params: z.object({}),
  may: 'team.read',
  load: async ({ tx }) => ({ shown: timeShown(await getTimeWorld(tx)), today: tx.scope.today }),
  about: ({ shown }) => pupilsShown(shown),
  send: async ({ shown, today }) => {
    const workbook = writeWorkbook(sheetOf(shown), {
      sheet: 'Adults’ time',
      columns: [28, 16, 28, ...Array.from({ length: 8 }, () => 14)].map((width) => ({ width })),
      stickyRowsCount: 1,
    });
    return {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: new Uint8Array(await workbook.toBuffer()),
      fileName: `adults-time-${today}.xlsx`,
    };
  },
});
