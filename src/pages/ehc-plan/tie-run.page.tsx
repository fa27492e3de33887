import {
  bindingLines,
  type EhcLine,
  findLedger,
  inForce,
  type PlanLedger,
  tieForm,
  tieRun,
} from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { type EhcOfPupil, ehcHref, loadEhc, OfCommitment, ofPupil } from './ehc-of-pupil.ts';

type Subject = EhcOfPupil & { readonly line: EhcLine; readonly ledger: PlanLedger };
const { fields } = tieForm;

const faults = {
  unknown_run: { runId: 'Select a group that the pupil is or was in' },
  counts_elsewhere: { runId: 'It counts to a line already in that time: a session counts to one line only' },
  ends_before: { untilOn: 'Until must be on or after the first day' },
} as const;

/** Counts the sessions of a group that the pupil is in towards a line of Section F. */
export default page({
  path: '/pupils/:pupilId/ehc-plan/lines/:commitmentId/runs/add',
  params: OfCommitment,
  may: 'ehcp.write',
  section: 'Pupils',
  title: 'Count a group towards a line of Section F',
  form: tieForm,
  about: ofPupil,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const found = await loadEhc(tx, params.pupilId);
    const line =
      found === null
        ? undefined
        : bindingLines(found.plan).find(({ commitmentId }) => commitmentId === params.commitmentId);
    if (found === null || line === undefined) return null;
    return { ...found, line, ledger: await findLedger(tx, found.plan, '') };
  },
  view: ({ subject: { pupil, plan, line, ledger }, attempt }) => {
    const back = `${ehcHref(pupil.pupilId)}/ledger`;
    return (
      <div class="narrow">
        <PageHead title="Count a group towards this line" lead={line.words} />
        {ledger.runs.length === 0 ? (
          <EmptyState title="The pupil is in no group yet">
            <p>
              <a href={`/provision/map/put/${pupil.pupilId}`}>Put the pupil in a group</a> first.
            </p>
          </EmptyState>
        ) : (
          <PostForm attempt={attempt} submit="Count it" cancel={{ href: back }}>
            <Card>
              <FormField
                of={fields.runId}
                attempt={attempt}
                options={ledger.runs.map(({ runId, name }) => ({ value: runId, label: name }))}
              />
              <FormField
                of={fields.fromOn}
                attempt={attempt}
                value={laterOf(inForce(plan)?.datedOn, ledger.runs[0]?.fromOn)}
              />
              <FormField of={fields.untilOn} attempt={attempt} />
            </Card>
          </PostForm>
        )}
      </div>
    );
  },
  submit: async ({ tx, subject: { pupil, plan, line, ledger }, values }) => {
    const { runId, fromOn, untilOn = null } = values;
    const { commitmentId } = line;
    const tied = await tieRun(tx, { plan, ledger, commitmentId, runId, fromOn, untilOn });
    return tied.ok
      ? goTo(`${ehcHref(pupil.pupilId)}/ledger`, 'Its sessions are counted')
      : refuse(faults[tied.refusal]);
  },
});

const laterOf = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || (other !== undefined && other > one) ? other : one;
