import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { enterAmount } from '../commands/enter-amount.ts';
import { entryForm } from '../domain/budget.form.ts';
import { lineHref, lineName } from './budget-view.ts';
import { loadLine, OfLine, ofLine, refusalWords, yearOf } from './of-line.ts';

const { fields } = entryForm;

/** Enters what is planned, agreed or settled on a line. */
export default page({
  path: '/budget/lines/:budgetLineId/entries/new',
  params: OfLine,
  may: 'budget.manage',
  section: 'Insight',
  title: 'Add an amount',
  about: ofLine,
  form: entryForm,
  load: ({ tx, params }) => loadLine(tx, params),
  view: ({ subject: { line, names, today }, attempt }) => (
    <div class="narrow">
      <PageHead title="Add an amount" lead={`${lineName(line, names)} · ${yearOf(line).label}`} />
      <PostForm attempt={attempt} submit="Add" cancel={{ href: lineHref(line.budgetLineId) }}>
        <Card>
          <FormField of={fields.kind} attempt={attempt} value="actual" />
          <FormField of={fields.amount} attempt={attempt} />
          <FormField of={fields.sign} attempt={attempt} value="adds" />
          <FormField of={fields.onDate} attempt={attempt} value={today} />
          <FormField of={fields.words} attempt={attempt} />
          <FormField of={fields.reference} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { line }, values }) => {
    const { kind, sign, amount, onDate, words = null, reference = null } = values;
    const pence = sign === 'takes' ? -amount : amount;
    const given = { kind, pence, onDate, words, reference, origin: 'by_hand' } as const;
    const done = await enterAmount(tx, line, given);
    return done.ok ? goTo(lineHref(line.budgetLineId), 'Amount added') : refuse(refusalWords[done.refusal]);
  },
});
