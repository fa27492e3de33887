import { layEhcPlans, loadEhcPlanWorld } from '../commands/lay-ehc-plans.ts';
import { isOfEhcPlans, readEhcPlans } from '../domain/ehc-plan-file.ts';
import { bringRowsPage } from './bring-rows-page.tsx';

/** Brings a spreadsheet of the EHC plans that a school has: their reviews are open from the first day. */
export default bringRowsPage({
  path: '/imports/ehc-plans/new',
  may: 'case.write',
  title: 'Import EHC plans',
  kind: 'ehc_plans',
  lead: <p class="quiet">Each plan opens its annual review, and Reviews shows what is due when.</p>,
  looks: (
    <>
      <p>
        A row a plan. Each names a pupil: by UPN, by name and date of birth, or by a name that one pupil alone
        has. A column Authority holds the name or the number of the local authority; columns Plan made, Last
        decision and Next meeting hold days. Of these three at least one is needed.
      </p>
      <p>
        The year of a review runs from the day of the authority’s last decision, not from the last meeting: a
        column that is called Last meeting or Last annual review is left out.
      </p>
    </>
  ),
  lay: async (tx, table, context) => {
    if (!isOfEhcPlans(table)) return null;
    const { plans, problems } = readEhcPlans(table, context);
    if (plans.length === 0 && problems.length === 0) return null;
    return { rows: layEhcPlans(plans, await loadEhcPlanWorld(tx)), problems };
  },
  nothing: 'The file has no EHC plans',
});
