import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { audiencesInWords } from '#src/modules/privacy/index.ts';
import { csv } from '#src/platform/csv/csv.ts';
import { download } from '#src/platform/http/download.ts';
import { pageWords } from './page-words.ts';
import { aboutPupil } from './pupil-head.ts';
import { loadSeen, rolesInWords, type Seen, SeenSearch, whoOf } from './seen-view.ts';

const headings = ['Part', 'Who', 'Role', 'Why or page', 'Since or day', 'Time', 'What they see', 'Reason'];

const rows = ({ canSee, seen }: Seen) => [
  ...[...canSee.ofSchool, ...canSee.ofTrust].map((one) => [
    'Can see',
    one.knownAs,
    one.role,
    one.why,
    one.since,
    null,
    audiencesInWords(one.sees),
    null,
  ]),
  ...(seen?.views ?? []).map((view) => [
    'Has seen',
    whoOf(view, canSee),
    rolesInWords(view.role),
    pageWords(view.page),
    view.onDay,
    view.atTime,
    null,
    view.why,
  ]),
];

/** Both lists of the page, for a spreadsheet. The file's name says of nobody whom it is about. */
export default download({
  path: '/pupils/:pupilId/seen.csv',
  params: z.object({ pupilId: PupilId }),
  search: SeenSearch,
  may: 'privacy.read',
  load: ({ tx, params, search }) => loadSeen(tx, params.pupilId, search),
  about: aboutPupil,
  send: (seen) => ({
    type: 'text/csv; charset=utf-8',
    body: csv(headings, rows(seen)),
    fileName: `who-can-see-and-has-seen-${seen.today}.csv`,
  }),
});
