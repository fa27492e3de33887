import type { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { commitPlanIntake } from '../commands/commit-plan-intake.ts';
import { planVersionForm } from '../domain/plan-intake.form.ts';
import { saysPlans } from '../domain/plan-intake.ts';
import { findPlanIntake, type LaidIntake, layPlanIntake } from '../queries/find-plan-intake.ts';
import { listTakenPlans, type TakenPlan } from '../queries/list-taken-plans.ts';
import { AskedNames, Done, IntakeFigures, LaidTable, NoPlansYet, SetAside } from './plan-intake.view.tsx';
import { intakeHref, intakeStale, intakesHref, OfIntake, plural } from './plan-intake-words.ts';

type Subject = LaidIntake & { readonly taken: readonly TakenPlan[] };

const shown = ({ laid, taken }: Subject): readonly PupilId[] => [
  ...new Set([
    ...laid.plans.map((plan) => plan.pupilId),
    ...laid.asked.flatMap((name) => name.pupilIds),
    ...taken.map((plan) => plan.pupilId),
  ]),
];

/** What a file of plans would do, pupil by pupil, with what cannot be taken; and the button that takes it in. */
export default page({
  path: '/imports/plans/:planIntakeId',
  params: OfIntake,
  may: 'plan.issue',
  about: shown,
  section: 'School',
  title: 'Review the plans',
  form: planVersionForm,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const intake = await findPlanIntake(tx, params.planIntakeId);
    if (intake === null) return null;
    const isPast = intake.state !== 'reviewing';
    return {
      ...(await layPlanIntake(tx, intake)),
      taken: isPast ? await listTakenPlans(tx, intake.planIntakeId) : [],
    };
  },
  view: ({ subject, attempt }) => {
    const { intake, laid } = subject;
    const href = intakeHref(intake.planIntakeId);
    const todo = laid.plans.filter((plan) => plan.state === 'new' || plan.state === 'joins').length;
    return (
      <>
        <BackLink href={intakesHref}>Back to the plans brought</BackLink>
        <PageHead
          title={intake.fileName}
          lead="Nothing is written before you take it in, and it can be taken back."
          actions={
            intake.state === 'reviewing' ? <a href={`${href}/columns`}>What the columns hold</a> : undefined
          }
        />
        {intake.state !== 'reviewing' && <Done intake={intake} taken={subject.taken} />}
        {intake.state === 'reviewing' && !saysPlans(intake.mapping) && <NoPlansYet href={href} />}
        {intake.state === 'reviewing' && saysPlans(intake.mapping) && (
          <>
            <IntakeFigures laid={laid} />
            <AskedNames laid={laid} href={href} />
            <LaidTable laid={laid} />
            {todo === 0 ? (
              <p>Nothing new can be taken in as it stands.</p>
            ) : (
              <PostForm attempt={attempt} submit={`Take in ${plural(todo, 'plan')} as drafts`}>
                <HiddenField name="version" value={String(intake.version)} />
              </PostForm>
            )}
            <SetAside href={href} />
          </>
        )}
      </>
    );
  },
  submit: async ({ tx, subject, values }) => {
    const { intake } = subject;
    if (values.version !== intake.version || intake.state !== 'reviewing') return refuse(intakeStale);
    const done = await commitPlanIntake(tx, subject);
    if (!done.ok) return refuse(done.refusal === 'stale' ? intakeStale : 'There is nothing new to take in');
    const { plans, targets } = done.value;
    return goTo(
      intakeHref(intake.planIntakeId),
      `Taken in: ${plural(plans, 'plan')}, ${plural(targets, 'target')}`,
    );
  },
});
