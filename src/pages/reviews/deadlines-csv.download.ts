import { z } from 'zod';
import { byUrgency, owedByWords } from '#src/modules/ehcp/index.ts';
import { csv } from '#src/platform/csv/csv.ts';
import { download } from '#src/platform/http/download.ts';
import { DeadlineSearch, loadDeadlines } from './deadlines-of-search.ts';

const headings = [
  'Due',
  'Days late',
  'Surname',
  'Forename',
  'Class',
  'Case',
  'What',
  'Who owes it',
  'Authority',
  'Rule',
  'Force',
  'Source',
  'Why this day',
];

/** The list of Reviews as a spreadsheet, by the same filters. */
export default download({
  path: '/reviews/deadlines.csv',
  params: z.object({}),
  search: DeadlineSearch,
  may: 'case.read',
  load: async ({ tx, search }) => ({ ...(await loadDeadlines(tx, search)), today: tx.scope.today }),
  about: ({ found }) => [...new Set(found.map((one) => one.pupilId))],
  send: ({ found, today }) => ({
    type: 'text/csv; charset=utf-8',
    fileName: `reviews-${today}.csv`,
    body: csv(
      headings,
      found
        .toSorted(byUrgency)
        .map((one) => [
          one.clock.dueOn,
          one.state.is === 'late' ? one.state.days : null,
          one.surname,
          one.forename,
          one.className,
          one.of,
          one.clock.name,
          owedByWords(one),
          one.authority,
          one.clock.id,
          one.clock.force,
          one.clock.source,
          one.clock.why,
        ]),
    ),
  }),
});
