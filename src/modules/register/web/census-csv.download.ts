import { z } from 'zod';
import { csv } from '#src/platform/csv/csv.ts';
import { download } from '#src/platform/http/download.ts';
import { typeAtRank } from '../domain/census.ts';
import { CensusSearch, type CensusView, loadCensus, pupilsOfCensus } from './census-view.ts';

const headings = [
  'Surname',
  'Forename',
  'UPN',
  'Year',
  'SEN provision',
  'SEN type rank 1',
  'SEN type rank 2',
  'SEN unit',
  'Resourced provision',
  'Top-up funding',
  'Errors',
  'Queries',
];

const rows = ({ census, day }: CensusView) =>
  census.lines.map((line) => {
    const words = (weight: 'error' | 'query') =>
      line.faults
        .filter((fault) => fault.weight === weight)
        .map((fault) => fault.words)
        .join('; ');
    const isReturned = day.collectsNeeds && line.code !== 'N';
    return [
      line.surname,
      line.forename,
      line.upn?.value,
      line.yearGroup,
      line.code,
      isReturned ? typeAtRank(line, 1) : null,
      isReturned ? typeAtRank(line, 2) : null,
      line.place === 'sen_unit',
      line.place === 'resourced_provision',
      line.hasTopUp,
      words('error'),
      words('query'),
    ];
  });

/** The lines of the page, for a spreadsheet. */
export default download({
  path: '/census.csv',
  params: z.object({}),
  search: CensusSearch,
  may: 'register.read',
  load: ({ tx, actor, search }) => loadCensus(tx, actor, search.on),
  about: pupilsOfCensus,
  send: (view) => ({
    type: 'text/csv; charset=utf-8',
    body: csv(headings, rows(view)),
    fileName: `send-census-${view.day.on}.csv`,
  }),
});
