import { z } from 'zod';
import type { SchoolMeasure } from '#src/modules/assessments/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { TextField } from '#src/ui/text-field.tsx';
import { recordGroupScores } from '../commands/record-group-scores.ts';
import { rowsTyped } from '../domain/impact/group-scores.ts';
import { scoredOn } from '../domain/impact/measured-run.ts';
import { groupScoresForm } from '../domain/impact.form.ts';
import { scoreOr } from './impact-words.ts';
import { impactHref, loadMeasuredRun, OfRun } from './measured-run-of.ts';

const { fields } = groupScoresForm;

const typedAt = (values: Readonly<Record<string, unknown>>, at: number): string | undefined => {
  const { scores } = values;
  const text = Array.isArray(scores) ? scores[at] : undefined;
  return typeof text === 'string' ? text : undefined;
};

/** Scores of a whole group, one after the other by keyboard: nothing is kept unless all of it can be. */
export default page({
  path: '/provision/runs/:runId/scores',
  params: OfRun,
  search: z.object({ measure: z.string().max(60).catch('').default('') }),
  may: 'result.write',
  section: 'Provision',
  title: 'Type scores of a group',
  form: groupScoresForm,
  load: async ({ tx, params, search }) => {
    const found = await loadMeasuredRun(tx, params.runId);
    if (found === null) return null;
    const { measured, world } = found;
    const measures = measured.measureKeys.flatMap((key): readonly SchoolMeasure[] =>
      world.measures.filter((measure) => measure.key === key),
    );
    const measure = measures.find(({ key }) => key === search.measure) ?? measures[0] ?? null;
    const scored = measure === null ? [] : scoredOn(measured, measure.key, world.results);
    return { measured, measures, measure, scored, today: tx.scope.today };
  },
  about: ({ measured }) => measured.pupils.map(({ pupilId }) => pupilId),
  view: ({ subject: { measured, measures, measure, scored, today }, attempt }) => (
    <div class="narrow">
      <PageHead title="Type scores" lead={measured.run.name} />
      {measure === null || scored.length === 0 ? (
        <EmptyState title={measure === null ? 'Nothing is measured yet' : 'No pupils yet'}>
          <p>
            {measure === null
              ? 'Choose what the run is measured by first, on its page of impact.'
              : 'Put pupils into the run first.'}
          </p>
        </EmptyState>
      ) : (
        <PostForm
          attempt={attempt}
          submit="Save all scores"
          cancel={{ href: impactHref(measured.run.runId) }}
        >
          <Card>
            <FormField
              of={fields.measure}
              attempt={attempt}
              value={measure.key}
              options={measures.map(({ key, name }) => ({ value: key, label: name }))}
            />
            <FormField of={fields.on} attempt={attempt} value={today} />
            <FormField of={fields.form} attempt={attempt} />
          </Card>
          <Card title="Scores">
            <p class="small quiet">Leave a pupil empty who was not tested. An age is typed as 7:03.</p>
            <DataTable
              caption="Pupils and their scores"
              columns={[
                { key: 'pupil', label: 'Pupil', isRowHead: true },
                { key: 'entry', label: 'Entry', isNumber: true },
                { key: 'exit', label: 'Exit', isNumber: true },
                { key: 'score', label: 'New score' },
              ]}
              isStacked
              rows={scored.map(({ pupilId, forename, surname, picked }, at) => ({
                pupil: `${surname}, ${forename}`,
                entry: scoreOr(measure, picked.entry?.score),
                exit: scoreOr(measure, picked.exit?.score),
                score: (
                  <>
                    <HiddenField name={fields.pupilIds.name} value={pupilId} />
                    <TextField
                      name={fields.scores.name}
                      id={`score-${at}`}
                      label={`Score of ${forename} ${surname}`}
                      value={typedAt(attempt.values, at)}
                      error={attempt.errors[`score-${at}`]}
                      width={5}
                      autocomplete="off"
                    />
                  </>
                ),
              }))}
            />
          </Card>
        </PostForm>
      )}
    </div>
  ),
  submit: async ({ tx, subject: { measured, measures }, values }) => {
    const measure = measures.find(({ key }) => key === values.measure);
    if (measure === undefined) return refuse({ measure: 'Select a measure of this run' });
    const rows = rowsTyped(values.pupilIds, values.scores);
    if (rows.length === 0) return refuse({ 'score-0': 'Enter at least one score' });
    const problems = await recordGroupScores(tx, {
      measured,
      measure,
      rows,
      on: values.on,
      form: values.form,
    });
    if (problems.length === 0) return goTo(impactHref(measured.run.runId), `${rows.length} scores saved`);
    return refuse(
      Object.fromEntries(
        problems.map(({ at, words, isOfTheDay }) => [isOfTheDay ? fields.on.name : `score-${at}`, words]),
      ),
    );
  },
});
