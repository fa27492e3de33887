import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { chooseRunMeasures } from '../commands/choose-run-measures.ts';
import { runMeasuresForm } from '../domain/impact.form.ts';
import { findEntry } from '../queries/get-catalogue.ts';
import { impactHref, loadMeasuredRun, OfRun } from './measured-run-of.ts';

const { measure1, measure2, measure3 } = runMeasuresForm.fields;

/** What a run is measured by, at entry and at exit. */
export default page({
  path: '/provision/runs/:runId/measures',
  params: OfRun,
  may: 'provision.manage',
  section: 'Provision',
  title: 'Measures of a run',
  form: runMeasuresForm,
  about: { none: 'a run and its measures, no pupil is named' },
  load: async ({ tx, params }) => {
    const found = await loadMeasuredRun(tx, params.runId);
    if (found === null) return null;
    const { entryKey, entryId } = found.measured.run;
    const entry = await findEntry(tx, entryKey ?? entryId ?? '');
    const { measured, world } = found;
    const hasScores = measured.measureKeys.some((key) =>
      measured.pupils.some(({ pupilId, fromOn }) =>
        (world.results.get(pupilId) ?? []).some((one) => one.measureKey === key && one.on >= fromOn),
      ),
    );
    return { measured, measures: world.measures, advice: entry?.measure ?? null, hasScores };
  },
  view: ({ subject: { measured, measures, advice, hasScores }, attempt }) => {
    const { run, measureKeys } = measured;
    const options = [
      { value: '', label: 'None' },
      ...measures
        .filter(({ key, isWithdrawn }) => !isWithdrawn || measureKeys.includes(key))
        .map(({ key, name }) => ({ value: key, label: name }))
        .toSorted((one, other) => one.label.localeCompare(other.label, 'en')),
    ];
    return (
      <div class="narrow">
        <PageHead title="Measures" lead={run.name} />
        {advice !== null && <Inset>{`The catalogue says: ${advice}`}</Inset>}
        {hasScores && (
          <p>
            There are scores on the measures of this run already. A pupil tested by one measure at entry and
            by another at exit has no change that can be told: choose another only for a new beginning.
          </p>
        )}
        <PostForm attempt={attempt} submit="Save" cancel={{ href: impactHref(run.runId) }}>
          <Card>
            {[measure1, measure2, measure3].map((field, at) => (
              <FormField
                key={field.name}
                of={field}
                attempt={attempt}
                value={measureKeys[at]}
                options={options}
              />
            ))}
          </Card>
        </PostForm>
        <p>
          <a href="/school/measures">All measures, and how sure their scores are</a>
        </p>
      </div>
    );
  },
  submit: async ({ tx, subject: { measured, measures }, values }) => {
    const keys = [values.measure1, values.measure2, values.measure3].filter((key) => key !== undefined);
    if (new Set(keys).size < keys.length) return refuse({ measure2: 'Each measure can be chosen once' });
    if (keys.some((key) => !measures.some((one) => one.key === key)))
      return refuse({ measure1: 'Select a measure of the list' });
    await chooseRunMeasures(tx, measured, keys);
    return goTo(impactHref(measured.run.runId), 'Measures chosen');
  },
});
