import { middleDate } from '#src/kernel/dates.ts';
import { poundsInFile, poundsInWords } from '#src/kernel/money.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { settleCommitment } from '../commands/enter-amount.ts';
import { settleForm } from '../domain/budget.form.ts';
import { entryWords } from '../domain/budget-words.ts';
import { lineHref } from './budget-view.ts';
import { loadEntry, OfEntry, ofLine, refusalWords } from './of-line.ts';

const { fields } = settleForm;

/** What was agreed or ordered is received or paid, with the amount that came. */
export default page({
  path: '/budget/entries/:budgetEntryId/settle',
  params: OfEntry,
  may: 'budget.manage',
  section: 'Insight',
  title: 'Settle',
  about: ofLine,
  form: settleForm,
  load: async ({ tx, params }) => {
    const held = await loadEntry(tx, params);
    return held !== null && held.entry.kind === 'commitment' ? held : null;
  },
  view: ({ subject: { line, entry, today }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={line.side === 'income' ? 'Received' : 'Paid'}
        lead={`${entryWords[line.side].commitment} ${middleDate(entry.onDate)}: ${poundsInWords(entry.pence)}${entry.words === null ? '' : ` · ${entry.words}`}`}
      />
      <PostForm attempt={attempt} submit="Settle" cancel={{ href: lineHref(line.budgetLineId) }}>
        <Card>
          <FormField of={fields.amount} attempt={attempt} value={poundsInFile(entry.pence)} />
          <FormField of={fields.onDate} attempt={attempt} value={today} />
          <FormField of={fields.reference} attempt={attempt} value={entry.reference} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values: { amount: pence, onDate, reference = null } }) => {
    const done = await settleCommitment(tx, subject, { pence, onDate, reference });
    return done.ok
      ? goTo(lineHref(subject.line.budgetLineId), 'Settled')
      : refuse(refusalWords[done.refusal]);
  },
});
