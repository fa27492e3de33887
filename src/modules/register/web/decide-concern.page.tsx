import { z } from 'zod';
import type { Attempt } from '#src/kernel/form.ts';
import { listColleagues } from '#src/modules/identity/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { ErrorSummary } from '#src/ui/error-summary.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm, summaryOf } from '#src/ui/post-form.tsx';
import { decideConcern } from '../commands/decide-concern.ts';
import { holdPupil } from '../commands/hold-pupil.ts';
import { type Concern, outcomeLabel, outcomes } from '../domain/concern.ts';
import { outcomesFor } from '../domain/concern-decision.ts';
import { decideConcernForm } from '../domain/decide-concern.form.ts';
import { languageRule } from '../domain/watch-list.ts';
import { findConcern } from '../queries/list-concerns.ts';
import { ConcernFacts } from './concern-parts.view.tsx';
import { concernSeen, decideWording, decisionSentence } from './concern-words.ts';
import { DecideFields } from './decide-fields.view.tsx';
import { loadPupil, pupilWords, staleWords } from './pupil-of-register.ts';
import { isStale, Stale } from './stale.view.tsx';

const { fields } = decideConcernForm;

/** The decision about a concern: first which, then its reason and what it needs. */
export default page({
  path: '/concerns/:concernId/decide',
  params: z.object({ concernId: z.uuid() }),
  search: z.object({ as: z.enum(outcomes).optional().catch(undefined) }),
  may: 'concern.decide',
  section: 'Pupils',
  title: 'Decide on a concern',
  form: decideConcernForm,
  load: async ({ tx, params }) => {
    const concern = await findConcern(tx, params.concernId);
    const pupil = concern === null ? null : await loadPupil(tx, concern.pupilId);
    if (concern === null || pupil === null) return null;
    const colleagues = await listColleagues(tx, { permission: 'task.own', pupilId: concern.pupilId });
    return { ...pupil, concern, colleagues, today: tx.scope.today };
  },
  about: ({ line }) => [line.pupilId],
  view: ({ subject, attempt, search, actor }) => {
    const { concern, line, record, colleagues, today } = subject;
    const address = `/concerns/${concern.concernId}`;
    const offered = outcomesFor(line.status);
    const outcome = offered.find((one) => one === search.as);
    return (
      <div class="narrow">
        <BackLink href={address}>Back to the concern</BackLink>
        <PageHead title="Decide on a concern" lead={pupilWords(line)} />
        {isStale(attempt, concernSeen(concern)) && (
          <Stale held={decisionSentence(concern)} written={writtenWords(attempt)} />
        )}
        <ConcernFacts concern={concern} />
        {line.isEal && (
          <Inset>
            English is an additional language for {line.forename}. {languageRule}
          </Inset>
        )}
        <ChipNav
          label="What is decided"
          links={offered.map((one) => ({
            label: outcomeLabel[one],
            href: `${address}/decide?as=${one}`,
            isCurrent: one === outcome,
          }))}
        />
        {outcome === undefined ? (
          <NotChosen attempt={attempt} />
        ) : (
          <PostForm attempt={attempt} submit={`Decide: ${outcomeLabel[outcome]}`} cancel={{ href: address }}>
            <Card title={outcomeLabel[outcome]}>
              <HiddenField name="outcome" value={outcome} />
              <HiddenField name="seen" value={concernSeen(concern)} />
              <FormField of={fields.why} attempt={attempt} />
              <DecideFields
                {...{ outcome, attempt, colleagues, today, record }}
                me={actor.personId}
                isMonitored={line.status === 'monitoring'}
              />
            </Card>
          </PostForm>
        )}
      </div>
    );
  },
  submit: async ({ tx, subject: { concern, colleagues }, values }) => {
    const { seen, ownerPersonId: chosen, ...rest } = values;
    const now = await held(tx, concern);
    if (now === null || concernSeen(now) !== seen) return refuse(staleWords);
    const ownerPersonId = colleagues.find((one) => one.personId === chosen)?.personId;
    const done = await decideConcern(tx, { concern: now, given: { ...rest, ownerPersonId } });
    if (!done.ok) return refuse(decideWording(done.refusal));
    return goTo(`/concerns/${concern.concernId}`, 'Decided. It can be undone today.');
  },
});

/** Also where what was chosen cannot be decided any more: then with what was said of it. */
function NotChosen({ attempt }: { attempt: Attempt }) {
  const errors = summaryOf(attempt);
  return (
    <>
      {errors.length > 0 && <ErrorSummary errors={errors.map(({ text }) => ({ text }))} />}
      <p>Choose what is decided: each asks for its reason.</p>
    </>
  );
}

/** The concern as it stands once nobody else can change it: two who decide at once come one after the other. */
async function held(tx: Tx, { concernId, pupilId }: Concern): Promise<Concern | null> {
  await holdPupil(tx, pupilId);
  return findConcern(tx, concernId);
}

const writtenWords = ({ values }: Attempt): string => {
  const outcome = outcomes.find((one) => one === values.outcome);
  return `${outcome === undefined ? 'no decision' : outcomeLabel[outcome]}: ${String(values.why ?? '')}`;
};
