import { layPostings, loadFinanceWorld } from '../commands/lay-postings.ts';
import { readPostings } from '../domain/finance-file.ts';
import { bringRowsPage } from './bring-rows-page.tsx';

/** Brings a file of the finance system: reviewed, taken in and undone as any file. */
export default bringRowsPage({
  path: '/imports/finance/new',
  may: 'import.finance',
  title: 'Bring a finance file',
  kind: 'finance',
  looks: (
    <p>
      Each row is one posting: a column Code (or Cost centre, Account, Line) with the code or name of a line
      of the <a href="/budget">budget</a>, a column Date, a column Reference, and either a column Amount, or
      Debit and Credit. A column Description is kept. What stands already by reference, day and amount is not
      taken twice; what takes away, or has no reference, is asked about.
    </p>
  ),
  lay: async (tx, table, context) => {
    const postings = readPostings(table, context);
    if (postings === null || postings.length === 0) return null;
    return { rows: layPostings(postings, await loadFinanceWorld(tx)), problems: [] };
  },
  nothing: 'The file has no postings',
});
