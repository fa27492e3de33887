import { z } from 'zod';
import { csv } from '#src/platform/csv/csv.ts';
import { download } from '#src/platform/http/download.ts';
import { attendancePercent, type WatchList } from '../domain/watch-list.ts';
import {
  areasWords,
  groups,
  lastOutcomeWords,
  loadWatchList,
  pupilsOfWatchList,
  statusOf,
} from './watch-view.ts';

const headings = [
  'List',
  'Surname',
  'Forename',
  'Year',
  'Class',
  'Status',
  'Concerns',
  'Raised by how many',
  'Areas',
  'Last raised on',
  'Last decision',
  'Decided on',
  'Look again on',
  ...groups.map(({ label }) => label),
  'Attendance, per cent',
];

const rows = ({ often, overdue }: WatchList) =>
  [
    ...often.map((pupil) => ({ list: 'Often raised', pupil })),
    ...overdue.map((pupil) => ({ list: 'To be looked at again', pupil })),
  ].map(({ list, pupil }) => [
    list,
    pupil.surname,
    pupil.forename,
    pupil.yearGroup,
    pupil.className,
    statusOf(pupil),
    pupil.concerns,
    pupil.raisers,
    areasWords(pupil),
    pupil.lastRaisedOn,
    lastOutcomeWords(pupil),
    pupil.lastDecidedOn,
    pupil.lookAgainOn,
    ...groups.map(({ is }) => is(pupil)),
    attendancePercent(pupil),
  ]);

/** The watch-list for a spreadsheet. */
export default download({
  path: '/watch-list.csv',
  params: z.object({}),
  may: 'concern.watch',
  load: async ({ tx }) => ({ list: await loadWatchList(tx), today: tx.scope.today }),
  about: ({ list }) => pupilsOfWatchList(list),
  send: ({ list, today }) => ({
    type: 'text/csv; charset=utf-8',
    body: csv(headings, rows(list)),
    fileName: `watch-list-${today}.csv`,
  }),
});
