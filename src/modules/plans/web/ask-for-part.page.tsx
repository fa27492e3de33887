import { type Colleague, listColleagues } from '#src/modules/identity/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { askForParts } from '../commands/ask-teachers.ts';
import { askForPartForm } from '../domain/ask.form.ts';
import { sectionState, stateAfter } from '../domain/plan.ts';
import {
  loadPlan,
  nameOf,
  OfPupil,
  ofPupil,
  type PlanOfPupil,
  planHref,
  refusalWords,
} from './plan-of-pupil.ts';

type Subject = PlanOfPupil & { readonly colleagues: readonly Colleague[] };

const { fields } = askForPartForm;

/** Asks a colleague for parts of a plan that is being written: they stand on the colleague's one page. */
export default page({
  path: '/pupils/:pupilId/plan/ask',
  params: OfPupil,
  may: 'plan.issue',
  section: 'Pupils',
  title: 'Ask for a part of the plan',
  form: askForPartForm,
  load: async ({ tx, actor, params }): Promise<Subject | null> => {
    const held = await loadPlan(tx, params.pupilId);
    if (held === null) return null;
    const all = await listColleagues(tx, { permission: 'plan.write', pupilId: params.pupilId });
    return { ...held, colleagues: all.filter((one) => one.personId !== actor.personId) };
  },
  about: ofPupil,
  view: ({ subject: { pupil, plan, colleagues }, attempt }) => (
    <div class="narrow">
      <PageHead title="Ask for a part of the plan" lead={nameOf(pupil)} />
      {colleagues.length === 0 ? (
        <EmptyState title="Nobody else writes this plan">
          Put the pupil into a class of somebody who signs in, or name a key worker.
        </EmptyState>
      ) : (
        <PostForm attempt={attempt} submit="Ask" cancel={{ href: planHref(pupil.pupilId) }}>
          <Card>
            <FormField
              of={fields.personId}
              attempt={attempt}
              options={colleagues.map(({ personId, knownAs }) => ({ value: personId, label: knownAs }))}
            />
            <FormField
              of={fields.parts}
              attempt={attempt}
              value={plan.sections
                .filter((one) => sectionState(one) === 'not started')
                .map((one) => one.kind)}
            />
          </Card>
        </PostForm>
      )}
    </div>
  ),
  submit: async ({ tx, actor, program, subject: { pupil, plan, colleagues }, values }) => {
    if (stateAfter(plan.state, 'write') === null) return refuse(refusalWords.not_now);
    const whom = colleagues.find((one) => one.personId === values.personId);
    if (whom === undefined) return refuse({ personId: 'Select whom to ask' });
    if (values.parts.length === 0) return refuse({ parts: 'Select at least one part' });
    const asked = await askForParts(tx, { plan, personId: whom.personId, parts: values.parts });
    if (asked === 0) return goTo(planHref(pupil.pupilId), 'That was asked already this week');
    await program.jobs.send(tx, 'mail-asks', { schoolId: actor.schoolId });
    return goTo(planHref(pupil.pupilId), 'Asked');
  },
});
