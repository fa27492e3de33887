import { z } from 'zod';
import { bankForm, bankTyped, keepBankEntry } from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo } from '#src/platform/http/route.ts';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { BankFields } from './bank-fields.view.tsx';

/** A new entry of the school's own. */
export default page({
  path: '/school/bank/new',
  params: z.object({}),
  may: 'plan.write',
  about: { none: 'It shows words that are about no pupil' },
  section: 'School',
  title: 'Add to our bank',
  form: bankForm,
  load: () => Promise.resolve({}),
  view: ({ attempt }) => (
    <div class="narrow">
      <PageHead title="Add to our bank" lead="Everybody who writes plans here sees it. Name no pupil." />
      <PostForm attempt={attempt} submit="Add it" cancel={{ href: '/school/bank' }}>
        <BankFields entry={{}} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, values }) => {
    await keepBankEntry(tx, bankTyped(values));
    return goTo('/school/bank', 'Added to our bank');
  },
});
