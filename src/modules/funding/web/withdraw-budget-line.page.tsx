import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawBudgetLine } from '../commands/keep-budget-line.ts';
import { withdrawForm } from '../domain/budget.form.ts';
import { budgetHref, lineHref, lineName } from './budget-view.ts';
import { loadLine, OfLine, ofLine, refusalWords, yearOf } from './of-line.ts';

/** Takes a line out of the budget, with the reason. Nothing of it is deleted. */
export default page({
  path: '/budget/lines/:budgetLineId/withdraw',
  params: OfLine,
  may: 'budget.manage',
  section: 'Insight',
  title: 'Take a line out',
  about: ofLine,
  form: withdrawForm,
  load: ({ tx, params }) => loadLine(tx, params),
  view: ({ subject: { line, names }, attempt }) => (
    <div class="narrow">
      <PageHead title="Take a line out" lead={`${lineName(line, names)} · ${yearOf(line).label}`} />
      <PostForm attempt={attempt} submit="Take out" cancel={{ href: lineHref(line.budgetLineId) }}>
        <HiddenField name="version" value={String(line.version)} />
        <Card>
          <FormField of={withdrawForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { line }, values }) => {
    const done = await withdrawBudgetLine(tx, line, values);
    return done.ok ? goTo(budgetHref(yearOf(line)), 'Line taken out') : refuse(refusalWords[done.refusal]);
  },
});
