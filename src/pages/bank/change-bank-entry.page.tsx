import { z } from 'zod';
import {
  bankForm,
  bankTyped,
  changeBankEntry,
  findBankEntry,
  strategyLine,
} from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { BankFields } from './bank-fields.view.tsx';
import { staleBankWords } from './bank-words.ts';

/** Words an entry of the bank anew: the school's own, or one that comes with Sendero, for this school. */
export default page({
  path: '/school/bank/:bankEntryId',
  params: z.object({ bankEntryId: z.string().max(40) }),
  may: 'plan.issue',
  about: { none: 'It shows words that are about no pupil' },
  section: 'School',
  title: 'Change an entry of the bank',
  form: bankForm,
  load: ({ tx, params }) => findBankEntry(tx, params.bankEntryId),
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Change an entry of the bank"
        lead={
          subject.isOwn
            ? 'Targets that were made from it stay as they are.'
            : 'It comes with Sendero: your school gets its own in its place. Targets that were made from it stay as they are.'
        }
      />
      {'version' in attempt.values && Number(attempt.values.version) !== subject.version && (
        <Inset>
          <b>On record now:</b> {[subject.words, ...subject.strategies.map(strategyLine)].join(' · ')}
        </Inset>
      )}
      <PostForm attempt={attempt} submit="Save" cancel={{ href: '/school/bank' }}>
        <BankFields entry={subject} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    if (values.version !== subject.version) return refuse(staleBankWords);
    const done = await changeBankEntry(tx, { entry: subject, words: bankTyped(values) });
    if (!done.ok) return refuse(staleBankWords);
    return goTo('/school/bank', done.value ? 'Entry changed' : 'Nothing was different');
  },
});
