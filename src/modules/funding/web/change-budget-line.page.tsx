import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { changeBudgetLine } from '../commands/keep-budget-line.ts';
import { changeLineForm } from '../domain/budget.form.ts';
import { lineHref } from './budget-view.ts';
import { loadLine, OfLine, ofLine, refusalWords } from './of-line.ts';

const { fields } = changeLineForm;

/** Changes what a line is called, its code and its band. Its amounts are entries of their own. */
export default page({
  path: '/budget/lines/:budgetLineId/change',
  params: OfLine,
  may: 'budget.manage',
  section: 'Insight',
  title: 'Change a line',
  about: ofLine,
  form: changeLineForm,
  load: ({ tx, params }) => loadLine(tx, params),
  view: ({ subject: { line }, attempt }) => (
    <div class="narrow">
      <PageHead title="Change a line" lead="Amounts are added and taken back on the line itself." />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: lineHref(line.budgetLineId) }}>
        <HiddenField name="version" value={String(line.version)} />
        <Card>
          <FormField of={fields.name} attempt={attempt} value={line.name} />
          <FormField of={fields.code} attempt={attempt} value={line.code} />
          {line.pupilId !== null && <FormField of={fields.band} attempt={attempt} value={line.band} />}
          <FormField of={fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { line }, values }) => {
    const { code = null, band = null, ...rest } = values;
    const done = await changeBudgetLine(tx, line, { ...rest, code, band });
    return done.ok ? goTo(lineHref(line.budgetLineId), 'Saved') : refuse(refusalWords[done.refusal]);
  },
});
