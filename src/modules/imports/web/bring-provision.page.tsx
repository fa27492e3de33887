import { layRuns, loadRunWorld } from '../commands/lay-runs.ts';
import { readRuns } from '../domain/run-file.ts';
import { bringRowsPage } from './bring-rows-page.tsx';

/** Brings the provision map that the school has kept in a spreadsheet until now, as runs. */
export default bringRowsPage({
  path: '/imports/provision/new',
  may: 'provision.manage',
  title: 'Import provision',
  kind: 'provision',
  on: { label: 'First day', hint: 'For provision of which the file gives no first day' },
  looks: (
    <p>
      A column Provision with its name, and one row for each pupil in it; or one row for each provision with
      the names in a column Pupils, semicolons between them. Besides, as far as you have them: Staff, Day
      (also several, as Mon, Wed), Time, Minutes, From, Until or Weeks, Place. A name that stands in the
      catalogue takes over its wave and its areas of need.
    </p>
  ),
  lay: async (tx, table, context) => {
    const { runs, problems } = readRuns(table, context);
    return runs.length === 0 ? null : { rows: layRuns(runs, await loadRunWorld(tx)), problems };
  },
  nothing: 'The file has no column Provision',
});
