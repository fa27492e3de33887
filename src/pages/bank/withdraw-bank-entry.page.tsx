import { z } from 'zod';
import { findBankEntry, withdrawBankEntry, withdrawBankForm } from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { staleBankWords } from './bank-words.ts';

/** Takes an entry out of the school's bank, with a reason. */
export default page({
  path: '/school/bank/:bankEntryId/withdraw',
  params: z.object({ bankEntryId: z.string().max(40) }),
  may: 'plan.issue',
  about: { none: 'It shows words that are about no pupil' },
  section: 'School',
  title: 'Take an entry out of the bank',
  form: withdrawBankForm,
  load: ({ tx, params }) => findBankEntry(tx, params.bankEntryId),
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title="Take an entry out of the bank" lead={subject.words} />
      <PostForm attempt={attempt} submit="Take it out" cancel={{ href: '/school/bank' }}>
        <HiddenField name="version" value={String(subject.version)} />
        <Card>
          <FormField of={withdrawBankForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    if (values.version !== subject.version) return refuse(staleBankWords);
    const done = await withdrawBankEntry(tx, { entry: subject, why: values.why });
    return done.ok ? goTo('/school/bank', 'Taken out of our bank') : refuse(staleBankWords);
  },
});
