import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { setFunding } from '../commands/run-money.ts';
import { sharesOn } from '../domain/cost.ts';
import { fundingForm } from '../domain/run.form.ts';
import { fundingSources } from '../domain/run.ts';
import { listFunding } from '../queries/list-money.ts';
import { loadRun, OfRun, ofRun, refusalWords, runHref } from './of-run.ts';

const { fields } = fundingForm;

/** Says who pays for a run from a day on. What was spent before stays with the sources of then. */
export default page({
  path: '/provision/runs/:runId/funding',
  params: OfRun,
  may: 'cost.manage',
  section: 'Provision',
  title: 'Say who pays',
  about: ofRun,
  form: fundingForm,
  load: async ({ tx, params }) => {
    const held = await loadRun(tx, params);
    if (held === null) return null;
    const { runId, fromOn } = held.full.run;
    const from = held.today > fromOn ? held.today : fromOn;
    return { ...held, from, shares: sharesOn((await listFunding(tx, [runId])).get(runId) ?? [], from) };
  },
  view: ({ subject: { full, shares, from }, attempt }) => (
    <div class="narrow">
      <PageHead title="Say who pays" lead={`${full.run.name}. Shares in per cent; together they make 100.`} />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: `${runHref(full.run.runId)}/money` }}>
        <Card>
          <FormField
            of={fields.fromOn}
            attempt={attempt}
            value={shares.length === 0 ? full.run.fromOn : from}
          />
          {fundingSources.map((source) => {
            const held = shares.find((share) => share.source === source);
            return (
              <FormField
                key={source}
                of={fields[source]}
                attempt={attempt}
                value={held === undefined ? '' : String(held.basisPoints / 100)}
              />
            );
          })}
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { full }, values }) => {
    const shares = fundingSources.map((source) => ({ source, basisPoints: values[source] }));
    const done = await setFunding(tx, { run: full.run, fromOn: values.fromOn, shares });
    return done.ok ? goTo(`${runHref(full.run.runId)}/money`, 'Saved') : refuse(refusalWords[done.refusal]);
  },
});
