import { middleDate } from '#src/kernel/dates.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawAmount } from '../commands/enter-amount.ts';
import { withdrawForm } from '../domain/budget.form.ts';
import { entryWords } from '../domain/budget-words.ts';
import { lineHref } from './budget-view.ts';
import { loadEntry, OfEntry, ofLine, refusalWords } from './of-line.ts';

/** Takes back an amount that was entered wrongly, with the reason; what was moved, on both lines. */
export default page({
  path: '/budget/entries/:budgetEntryId/withdraw',
  params: OfEntry,
  may: 'budget.manage',
  section: 'Insight',
  title: 'Take an amount back',
  about: ofLine,
  form: withdrawForm,
  load: ({ tx, params }) => loadEntry(tx, params),
  view: ({ subject: { line, entry }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Take an amount back"
        lead={`${entryWords[line.side][entry.kind]} ${middleDate(entry.onDate)}: ${poundsInWords(entry.pence)}${entry.otherLine === null ? '' : `. The other side, on ${entry.otherLine}, goes with it`}`}
      />
      <PostForm attempt={attempt} submit="Take back" cancel={{ href: lineHref(line.budgetLineId) }}>
        <HiddenField name="version" value={String(entry.version)} />
        <Card>
          <FormField of={withdrawForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    const done = await withdrawAmount(tx, subject, values);
    return done.ok
      ? goTo(lineHref(subject.line.budgetLineId), 'Taken back')
      : refuse(refusalWords[done.refusal]);
  },
});
