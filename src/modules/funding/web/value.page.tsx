import { z } from 'zod';
import { addDays } from '#src/kernel/dates.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import {
  getCatalogue,
  impactsByKind,
  keyOf,
  loadImpactWorld,
  reasonWords,
  verdictWords,
  withInterval,
} from '#src/modules/provision/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { BudgetTabs } from './budget-tabs.view.tsx';

/** Three school years: as the impact of provision is told. */
const daysShown = 3 * 366;
const unsure = 'not enough data';

/** What each kind of provision costs beside what it brought: no figure of fewer than five pupils. */
export default page({
  path: '/budget/value',
  params: z.object({}),
  may: 'budget.read',
  section: 'Insight',
  title: 'Value for money',
  about: { none: 'figures of groups of five pupils and more, no pupil is named' },
  load: async ({ tx, actor }) => {
    const { today } = tx.scope;
    // Scores are not for those who see costs alone: every kind would read as not measured.
    if (!actor.permissions.has('impact.read')) return { kinds: null };
    const world = await loadImpactWorld(tx, { from: addDays(today, -daysShown), until: today });
    const names = new Map((await getCatalogue(tx)).map((entry) => [keyOf(entry), entry.name]));
    const kinds = impactsByKind(world).map((one) => ({
      ...one,
      name: names.get(one.kind) ?? one.runs[0]?.measured.run.name ?? 'Provision of its own',
    }));
    return { kinds };
  },
  view: ({ subject: { kinds }, actor }) => (
    <>
      <PageHead
        title="Value for money"
        lead="What each kind of provision of the last three years cost, beside what it brought as far as scores tell"
      />
      <BudgetTabs actor={actor} current="/budget/value" />
      {kinds === null ? (
        <EmptyState title="Effects are told by those who see the scores">
          <p>
            Costs by kind stand under <a href="/provision/costs?per=type">Costs of provision</a>. The SENCO
            and the headteacher see them beside the effect.
          </p>
        </EmptyState>
      ) : kinds.length === 0 ? (
        <EmptyState title="Nothing is measured yet">
          <p>Open a run, choose what it is measured by, and type scores at entry and at exit.</p>
        </EmptyState>
      ) : (
        <Sheet label="Cost beside effect">
          <DataTable
            caption="Cost beside effect, by kind of provision and measure"
            columns={[
              { key: 'name', label: 'Provision', isRowHead: true },
              { key: 'measure', label: 'Measure' },
              { key: 'pupils', label: 'Pupils measured', isNumber: true },
              { key: 'cost', label: 'A pupil', isNumber: true },
              { key: 'gain', label: 'Mean gain (95 %)', isNumber: true },
              { key: 'point', label: 'A point gained', isNumber: true },
              { key: 'verdict', label: 'Verdict' },
            ]}
            rows={kinds.map(({ name, measure, impact }) => ({
              name,
              measure: measure.name,
              pupils: `${impact.measured} of ${impact.pupils}`,
              cost: impact.cost.pencePerPupil === null ? '–' : poundsInWords(impact.cost.pencePerPupil),
              gain:
                impact.change === null ? unsure : withInterval(impact.change.mean, impact.change.interval),
              point: impact.cost.pencePerPoint === null ? unsure : poundsInWords(impact.cost.pencePerPoint),
              verdict: (
                <>
                  {verdictWords[impact.judged.verdict]}
                  <span class="why">{reasonWords[impact.judged.reasons[0] ?? 'too_few_pupils']}</span>
                </>
              ),
            }))}
          />
        </Sheet>
      )}
    </>
  ),
});
