import { longDate } from '#src/kernel/dates.ts';
import type { Attempt } from '#src/kernel/form.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { SelectField } from '#src/ui/select-field.tsx';
import { TextField } from '#src/ui/text-field.tsx';
import { closeReview } from '../commands/close-review.ts';
import { reviewRunForm } from '../domain/impact.form.ts';
import { outcomeWords } from '../domain/provision-words.ts';
import { outcomes } from '../domain/run.ts';
import { findRun, type NamedPupil } from '../queries/list-runs.ts';
import { adviceOf, listRunsToReview } from '../queries/list-runs-to-review.ts';
import { OfRun, staleRun } from './measured-run-of.ts';
import { Advice } from './reviews-provision.view.tsx';

const { fields } = reviewRunForm;
const back = '/reviews/provision';

const typedAt = ({ values }: Attempt, name: string, at: number): string => {
  const list = values[name];
  const text = Array.isArray(list) ? list[at] : undefined;
  return typeof text === 'string' ? text : '';
};

function PupilRows({ pupils, attempt }: { pupils: readonly NamedPupil[]; attempt: Attempt }) {
  return (
    <DataTable
      caption="Pupils of the run"
      isStacked
      columns={[
        { key: 'pupil', label: 'Pupil', isRowHead: true },
        { key: 'outcome', label: 'What came of it' },
        { key: 'next', label: 'Next step' },
      ]}
      rows={pupils.map(({ runPupilId, forename, surname, aim }, at) => ({
        pupil: (
          <>
            {`${surname}, ${forename}`}
            {aim !== null && <span class="why">{aim}</span>}
            <HiddenField name={fields.places.name} value={runPupilId} />
          </>
        ),
        outcome: (
          <SelectField
            name={fields.outcomes.name}
            id={`outcome-${at}`}
            label={`What came of it for ${forename} ${surname}`}
            options={[
              { value: '', label: 'Goes on' },
              ...outcomes.map((value) => ({ value, label: `Ends: ${outcomeWords[value].toLowerCase()}` })),
            ]}
            value={typedAt(attempt, fields.outcomes.name, at)}
          />
        ),
        next: (
          <TextField
            name={fields.nextSteps.name}
            id={`next-${at}`}
            label={`Next step of ${forename} ${surname}`}
            value={typedAt(attempt, fields.nextSteps.name, at)}
            autocomplete="off"
          />
        ),
      }))}
    />
  );
}

/** The review of one run, with what came of it for each pupil. */
export default page({
  path: '/provision/runs/:runId/review',
  params: OfRun,
  may: 'provision.manage',
  section: 'Reviews',
  title: 'Review a run',
  form: reviewRunForm,
  load: async ({ tx, params }) => {
    const full = await findRun(tx, params.runId);
    if (full === null || full.run.isWithdrawn) return null;
    const { runs, next } = await listRunsToReview(tx);
    const listed = runs.find(({ measured }) => measured.run.runId === params.runId) ?? null;
    return { full, next, listed, staying: full.pupils.filter(({ outcome }) => outcome === null) };
  },
  about: ({ full }) => [...new Set(full.pupils.map(({ pupilId }) => pupilId))],
  view: ({ subject: { full, next, listed, staying }, attempt }) => (
    <div class="narrow">
      <PageHead title="Review" lead={`${full.run.name}, since ${longDate(full.run.fromOn)}`} />
      {listed !== null && (
        <Card title="The figures say">
          <Advice of={listed} />
        </Card>
      )}
      <PostForm attempt={attempt} submit="Save the review" cancel={{ href: back }}>
        <HiddenField name="version" value={String(full.run.version)} />
        <Card>
          <FormField of={fields.decision} attempt={attempt} />
          <FormField of={fields.words} attempt={attempt} />
          <FormField of={fields.nextReviewOn} attempt={attempt} value={next} />
        </Card>
        {staying.length > 0 && (
          <Card title="Each pupil">
            <PupilRows pupils={staying} attempt={attempt} />
          </Card>
        )}
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { full, staying, listed }, values }) => {
    if (values.version !== full.run.version) return refuse(staleRun);
    const { decision, words = null, nextReviewOn = null } = values;
    if (words === null && (decision === 'change' || decision === 'stop'))
      return refuse({ words: decision === 'change' ? 'Enter what changes' : 'Enter why it stops' });
    const ends = values.places.flatMap((id, at) => {
      const place = staying.find(({ runPupilId }) => runPupilId === id);
      const outcome = outcomes.find((one) => one === values.outcomes[at]);
      const nextStep = values.nextSteps[at] || null;
      return outcome === undefined ? [] : [{ place, outcome, nextStep }];
    });
    const known = ends.flatMap(({ place, ...end }) => (place === undefined ? [] : [{ place, ...end }]));
    if (known.length < ends.length) return refuse(staleRun);
    const review = { run: full.run, decision, words, nextReviewOn };
    const advised = listed === null ? null : adviceOf(listed);
    const done = await closeReview(tx, { ...review, advised }, known);
    if (done.ok) return goTo(back, 'Review saved');
    return refuse(
      done.refusal === 'not_later'
        ? { nextReviewOn: 'Next review must be after today' }
        : refusals[done.refusal],
    );
  },
});

const refusals = {
  stale: staleRun,
  before_start: 'A pupil’s time in it has not begun: take the pupil out on the page of the run',
  outside_run: 'A pupil’s last day would lie after that of the run',
  sessions_outside: 'A session of a pupil was logged for a day after today: undo it first',
} as const;
