import { layScores, loadScoreWorld } from '../commands/lay-scores.ts';
import { readScores } from '../domain/score-file.ts';
import { bringRowsPage } from './bring-rows-page.tsx';

/** Brings a spreadsheet of scores: reviewed, taken in and undone as any file. */
export default bringRowsPage({
  path: '/imports/scores/new',
  may: 'provision.manage',
  title: 'Import scores',
  kind: 'scores',
  on: { label: 'Day of the tests', hint: 'For rows of which the file gives no day' },
  looks: (
    <p>
      Each row names a pupil: by UPN, by name and date of birth, or by a name that one pupil alone has. Then
      either a column Measure, a column Score and a column Date; or a column for each measure, its heading the
      name of the measure as it stands under <a href="/school/measures">Measures</a>. A form or edition may
      stand in a column Form.
    </p>
  ),
  lay: async (tx, table, context) => {
    const { scores, problems } = readScores(table, context);
    if (scores.length === 0 && problems.length === 0) return null;
    return { rows: layScores(scores, await loadScoreWorld(tx)), problems };
  },
  nothing: 'The file has no scores',
});
