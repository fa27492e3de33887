import { z } from 'zod';
import type { Option } from '#src/kernel/form.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { ButtonRow, SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DateField } from '#src/ui/date-field.tsx';
import { ErrorSummary } from '#src/ui/error-summary.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm, summaryOf } from '#src/ui/post-form.tsx';
import { SelectField } from '#src/ui/select-field.tsx';
import { TextField } from '#src/ui/text-field.tsx';
import { makeProposal } from '../commands/keep-proposal.ts';
import { proposalForm } from '../domain/budget.form.ts';
import { EffectTable } from './effect-table.view.tsx';
import { nameIn, pictureHref } from './picture-view.ts';
import { AskedIf, loadWhatIf, type WhatIf } from './what-if-view.ts';

const { fields } = proposalForm;

const withNone = (options: readonly Option[]) => [{ value: '', label: 'Nobody' }, ...options];

function boxesOf(on: string | undefined) {
  const [year = '', month = '', day = ''] = on?.split('-') ?? [];
  return on === undefined ? undefined : { year, month, day };
}

function Ask({ of: { view, asked, adults, bands } }: { of: WhatIf }) {
  const { costs, year, proof } = view;
  return (
    <form method="get" action="/budget/what-if">
      <HiddenField name="year" value={year.key} />
      <Card>
        <SelectField
          name="leaves"
          label="If this pupil leaves"
          hint="Top-up goes by the days that are left; sessions that nobody else is in fall away"
          options={withNone(
            (proof?.pupils ?? []).map(({ pupilId }) => ({ value: pupilId, label: nameIn(costs, pupilId) })),
          )}
          value={asked.leaves}
        />
        <DateField name="lastOn" label="Last day" hint="Today, if left blank" value={boxesOf(asked.lastOn)} />
        <SelectField
          name="staff"
          label="If this adult’s hours change"
          options={withNone(
            adults.map(({ staffId, name, pencePerHour }) => ({
              value: staffId,
              label: `${name}, ${poundsInWords(pencePerHour)} an hour`,
            })),
          )}
          value={asked.staff}
        />
        <TextField
          name="minutes"
          label="Minutes a week more"
          hint="With a minus for less, as -60"
          value={asked.minutes === 0 ? '' : String(asked.minutes)}
          width={5}
        />
        <SelectField
          name="refused"
          label="If this band is refused"
          hint="What has not been received yet does not come"
          options={[
            { value: '', label: 'None' },
            ...bands.map(({ budgetLineId, name, band, pupilId }) => ({
              value: budgetLineId,
              label: [
                name,
                band === null ? '' : `band ${band}`,
                pupilId === null ? '' : nameIn(costs, pupilId),
              ]
                .filter((part) => part !== '')
                .join(' · '),
            })),
          ]}
          value={asked.refused}
        />
      </Card>
      <ButtonRow>
        <SubmitButton>Compare</SubmitButton>
      </ButtonRow>
    </form>
  );
}

/** What the year would come to if a pupil left, an adult worked otherwise or a band were refused; kept only as a proposal. */
export default page({
  path: '/budget/what-if',
  params: z.object({}),
  search: AskedIf,
  may: 'budget.manage',
  section: 'Insight',
  title: 'What if',
  about: ({ view }: WhatIf) => view.proof?.pupils.map(({ pupilId }) => pupilId) ?? [],
  form: proposalForm,
  load: ({ tx, search }) => loadWhatIf(tx, search),
  view: ({ subject, attempt }) => (
    <>
      <BackLink href={pictureHref(subject.view.year)}>One picture</BackLink>
      <PageHead
        title="What if…"
        lead={`${subject.view.year.label}. Nothing is kept unless you make it a proposal`}
      />
      {subject.effect.lines.length === 0 && attempt.errors.form !== undefined && (
        <ErrorSummary errors={summaryOf(attempt)} />
      )}
      <Ask of={subject} />
      {subject.effect.lines.length > 0 && (
        <>
          <EffectTable effect={subject.effect} />
          <h2>Keep it as a proposal</h2>
          <PostForm attempt={attempt} submit="Keep">
            <Card>
              <FormField of={fields.title} attempt={attempt} />
              <FormField of={fields.words} attempt={attempt} />
            </Card>
          </PostForm>
        </>
      )}
    </>
  ),
  submit: async ({ tx, subject, values }) => {
    const { effect, pupilId, view } = subject;
    const { title, words = null } = values;
    const { firstYear } = view.year;
    const done = await makeProposal(tx, { title, words, firstYear, effect, pupilId });
    return done.ok
      ? goTo(`/budget/proposals/${done.value}`, 'Kept as a proposal')
      : refuse('Say first what would be otherwise');
  },
});
