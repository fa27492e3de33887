import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import { scoreWords } from '#src/modules/assessments/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { chooseEntryAndExit } from '../commands/choose-run-measures.ts';
import { scoredOn } from '../domain/impact/measured-run.ts';
import { pickProblems } from '../domain/impact/pick-results.ts';
import { entryAndExitForm } from '../domain/impact.form.ts';
import { impactHref, loadMeasuredRun, OfRun, staleRun } from './measured-run-of.ts';

const { fields } = entryAndExitForm;

/** Which of a pupil's scores are entry and exit: by the rule, or named here. */
export default page({
  path: '/provision/runs/:runId/pupils/:runPupilId/scores',
  params: OfRun.extend({ runPupilId: z.uuid() }),
  search: z.object({ measure: z.string().max(60).catch('').default('') }),
  may: 'result.write',
  section: 'Provision',
  title: 'Entry and exit of a pupil',
  form: entryAndExitForm,
  load: async ({ tx, params, search }) => {
    const found = await loadMeasuredRun(tx, params.runId);
    const key =
      found?.measured.measureKeys.find((one) => one === search.measure) ?? found?.measured.measureKeys[0];
    const measure = found?.world.measures.find((one) => one.key === key);
    if (found === null || measure === undefined) return null;
    const { measured, world } = found;
    const place = scoredOn(measured, measure.key, world.results).find(
      ({ runPupilId }) => runPupilId === params.runPupilId,
    );
    if (place === undefined) return null;
    const held =
      measured.byHand.find((one) => one.runPupilId === place.runPupilId && one.measureKey === measure.key) ??
      null;
    const results = (world.results.get(place.pupilId) ?? []).filter((one) => one.measureKey === measure.key);
    return { measured, measure, place, held, results };
  },
  about: ({ place }) => [place.pupilId],
  view: ({ subject: { measured, measure, place, held, results }, attempt }) => {
    const options = [
      { value: '', label: 'By the rule' },
      ...results.map(({ resultId, on, score, form }) => ({
        value: resultId,
        label: `${scoreWords(measure, score)} on ${longDate(on)}${form === null ? '' : `, ${form}`}`,
      })),
    ];
    const { entry, exit, problem } = place.picked;
    return (
      <div class="narrow">
        <PageHead title="Entry and exit" lead={`${place.forename} ${place.surname}, ${measured.run.name}`} />
        <p>
          {`By now: entry ${entry === null ? 'none' : `${scoreWords(measure, entry.score)} on ${longDate(entry.on)}`}, exit ${
            exit === null ? 'none' : `${scoreWords(measure, exit.score)} on ${longDate(exit.on)}`
          }. `}
          {problem !== null && `${pickProblems[problem]}.`}
        </p>
        <p class="small quiet">
          The rule takes the last score from 120 days before the pupil joined to 14 days after, and the first
          from 21 days before the pupil left to 42 days after.
        </p>
        <PostForm attempt={attempt} submit="Save" cancel={{ href: impactHref(measured.run.runId) }}>
          <Card>
            <HiddenField name="version" value={String(held?.version ?? 0)} />
            <FormField of={fields.entryId} attempt={attempt} value={held?.entryId} options={options} />
            <FormField of={fields.exitId} attempt={attempt} value={held?.exitId} options={options} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { measured, measure, place, held, results }, values }) => {
    if (values.version !== (held?.version ?? 0)) return refuse(staleRun);
    const find = (id: string | undefined) => results.find(({ resultId }) => resultId === id) ?? null;
    const [entry, exit] = [find(values.entryId), find(values.exitId)];
    if ((values.entryId !== undefined && entry === null) || (values.exitId !== undefined && exit === null))
      return refuse({ entryId: 'Select a score of the list' });
    const before = entry ?? place.picked.entry;
    if (exit !== null && before !== null && exit.on <= before.on)
      return refuse({ exitId: 'The exit must be a test after the entry' });
    const done = await chooseEntryAndExit(tx, {
      place,
      measureKey: measure.key,
      held,
      entryId: entry?.resultId ?? null,
      exitId: exit?.resultId ?? null,
    });
    return done.ok ? goTo(impactHref(measured.run.runId), 'Entry and exit chosen') : refuse(staleRun);
  },
});
