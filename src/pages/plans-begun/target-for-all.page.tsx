import { z } from 'zod';
import {
  type BankEntry,
  countBankUse,
  listBank,
  searchBank,
  setTargetInAll,
  targetForm,
  targetTyped,
} from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { BankEntryWords } from '../bank/bank-entry.view.tsx';
import { BankFilter } from '../bank/bank-filter.view.tsx';
import { addressOfEntry, BankAsked, searchOf } from '../bank/bank-search.ts';
import { TargetFields } from '../plan/target-fields.view.tsx';
import {
  aboutStarted,
  loadPlanStart,
  OfPlanStart,
  planStartHref,
  plansWords,
  type Started,
} from './plan-start-of.ts';

type Subject = Started & { readonly bank: readonly BankEntry[] };
const anybody = { needs: [], age: null };
const wording = {
  undone: 'These plans were undone. No target was set',
  stale: 'Somebody changed this meanwhile. No target was set',
} as const;

/** One target for every plan that was begun at once and that nobody has touched since. */
export default page({
  path: '/plans/begun/:planStartId/targets',
  params: OfPlanStart,
  search: BankAsked.extend({ from: z.string().max(40).optional().catch(undefined) }),
  may: 'plan.write',
  section: 'Pupils',
  title: 'A target for all',
  form: targetForm,
  about: aboutStarted,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadPlanStart(tx, params.planStartId);
    return held === null ? null : { ...held, bank: await listBank(tx) };
  },
  view: ({ subject: { start, bank }, attempt, search }) => {
    const href = `${planStartHref(start.planStartId)}/targets`;
    const found = searchBank(bank, searchOf(search, anybody));
    return (
      <>
        <PageHead
          title="A target for all"
          lead="It is set in each plan that nobody has changed since it was begun. Say in each plan where the pupil stands."
        />
        <Columns
          side={
            <Card title="From the bank">
              <BankFilter action={href} asked={search} preset={anybody} note={`${found.length} found`} />
              {found.slice(0, 8).map((entry) => (
                <BankEntryWords key={entry.key} entry={entry} isShort>
                  <p class="small">
                    <a href={addressOfEntry(href, search, entry.key)}>
                      Use this<span class="govuk-visually-hidden">{`: ${entry.words.slice(0, 80)}`}</span>
                    </a>
                  </p>
                </BankEntryWords>
              ))}
            </Card>
          }
        >
          <PostForm
            attempt={attempt}
            action={href}
            submit="Set it for all"
            cancel={{ href: planStartHref(start.planStartId) }}
          >
            <TargetFields
              target={null}
              entry={bank.find(({ key }) => key === search.from) ?? null}
              attempt={attempt}
            />
          </PostForm>
        </Columns>
      </>
    );
  },
  submit: async ({ tx, subject: { start, bank }, values }) => {
    const words = targetTyped(values);
    if (words.byOn !== null && words.byOn < start.startedOn)
      return refuse({ byOn: 'The day must not be before the plans began' });
    const set = await setTargetInAll(tx, { start, words });
    if (!set.ok) return refuse(wording[set.refusal]);
    if (bank.some(({ key }) => key === values.from)) await countBankUse(tx, values.from ?? '');
    return goTo(planStartHref(start.planStartId), `Target set in ${plansWords(set.value)}`);
  },
});
