import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { changeRun } from '../commands/change-run.ts';
import { tierOptions } from '../domain/provision-words.ts';
import { changeRunForm } from '../domain/run.form.ts';
import { getTierWords } from '../queries/get-provision-settings.ts';
import { loadRun, OfRun, ofRun, refusalWords, runHref } from './of-run.ts';

const { fields } = changeRunForm;

/** Changes what is said of a run: its name, days, place, rules and who bears its cost. */
export default page({
  path: '/provision/runs/:runId/change',
  params: OfRun,
  may: 'provision.manage',
  section: 'Provision',
  title: 'Change the group',
  about: ofRun,
  form: changeRunForm,
  load: async ({ tx, params }) => {
    const held = await loadRun(tx, params);
    return held === null ? null : { ...held, tierWords: await getTierWords(tx) };
  },
  view: ({ subject: { full, tierWords }, attempt }) => {
    const { run } = full;
    return (
      <div class="narrow">
        <PageHead title="Change the group" lead={run.name} />
        <PostForm attempt={attempt} submit="Save" cancel={{ href: runHref(run.runId) }}>
          <HiddenField name="version" value={String(run.version)} />
          <Card>
            <FormField of={fields.name} attempt={attempt} value={run.name} />
            <FormField of={fields.tier} attempt={attempt} value={run.tier} options={tierOptions(tierWords)} />
            <FormField of={fields.areas} attempt={attempt} value={run.areas} />
            <FormField of={fields.fromOn} attempt={attempt} value={run.fromOn} />
            <FormField of={fields.untilOn} attempt={attempt} value={run.untilOn} />
            <FormField of={fields.place} attempt={attempt} value={run.place} />
            <FormField of={fields.reviewOn} attempt={attempt} value={run.reviewOn} />
          </Card>
          <Card title="In, out and cost">
            <FormField of={fields.entryRule} attempt={attempt} value={run.entryRule} />
            <FormField of={fields.exitRule} attempt={attempt} value={run.exitRule} />
            <FormField of={fields.charge} attempt={attempt} value={run.charge} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { full }, values }) => {
    const { run } = full;
    const { version, ...typed } = values;
    if (version !== run.version) return refuse(refusalWords.stale);
    const { entryKey, entryId } = run;
    const done = await changeRun(tx, run, {
      ...typed,
      entryKey,
      entryId,
      untilOn: typed.untilOn ?? null,
      place: typed.place ?? null,
      entryRule: typed.entryRule ?? null,
      exitRule: typed.exitRule ?? null,
      reviewOn: typed.reviewOn ?? null,
    });
    return done.ok ? goTo(runHref(run.runId), 'Saved') : refuse(refusalWords[done.refusal]);
  },
});
