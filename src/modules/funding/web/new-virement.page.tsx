import { z } from 'zod';
import { poundsInWords } from '#src/kernel/money.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { moveMoney } from '../commands/enter-amount.ts';
import { virementForm } from '../domain/budget.form.ts';
import { type BudgetLine, budgetOf } from '../domain/budget.ts';
import { kindWords } from '../domain/budget-words.ts';
import { listBudgetLines } from '../queries/list-budget-lines.ts';
import { budgetHref, lineName, OfYear, yearAsked } from './budget-view.ts';
import { refusalWords } from './of-line.ts';

const { fields } = virementForm;

/** Moves what is planned from one line of a year to another, with the reason. */
export default page({
  path: '/budget/virements/new',
  params: z.object({}),
  search: OfYear,
  may: 'budget.manage',
  section: 'Insight',
  title: 'Move money',
  about: ({ lines }: { readonly lines: readonly BudgetLine[] }) =>
    lines.flatMap(({ pupilId }) => (pupilId === null ? [] : [pupilId])),
  form: virementForm,
  load: async ({ tx, search }) => {
    const year = yearAsked(tx, search.year);
    if (year === null) return null;
    const all = await listBudgetLines(tx, year);
    const own = all.filter(
      ({ yearKind, firstYear }) => yearKind === year.kind && firstYear === year.firstYear,
    );
    const lines = budgetOf(own, year, tx.scope.today).groups.flatMap((group) => group.lines);
    const names = await listNamesOf(
      tx,
      lines.map(({ pupilId }) => pupilId),
    );
    return { year, lines, names, today: tx.scope.today };
  },
  view: ({ subject: { year, lines, names, today }, attempt }) => {
    const options = lines.map((line) => ({
      value: line.budgetLineId,
      label: `${kindWords(line.kind)}: ${lineName(line, names)}, ${poundsInWords(line.figures.planned)} planned`,
    }));
    return (
      <div class="narrow">
        <PageHead
          title="Move money"
          lead={`From one line of the ${year.label.toLowerCase()} to another: what one loses the other gains.`}
        />
        <PostForm attempt={attempt} submit="Move" cancel={{ href: budgetHref(year) }}>
          <Card>
            <FormField of={fields.fromLineId} attempt={attempt} options={options} />
            <FormField of={fields.toLineId} attempt={attempt} options={options} />
            <FormField of={fields.amount} attempt={attempt} />
            <FormField of={fields.onDate} attempt={attempt} value={today} />
            <FormField of={fields.why} attempt={attempt} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { year, lines }, values }) => {
    const lineOf = (id: string) => lines.find(({ budgetLineId }) => budgetLineId === id);
    const [from, to] = [lineOf(values.fromLineId), lineOf(values.toLineId)];
    if (from === undefined) return refuse({ fromLineId: 'Select a line' });
    if (to === undefined) return refuse({ toLineId: 'Select a line' });
    const { amount: pence, onDate, why } = values;
    const done = await moveMoney(tx, { from, to, pence, onDate, why });
    return done.ok ? goTo(budgetHref(year), 'Money moved') : refuse(refusalWords[done.refusal]);
  },
});
