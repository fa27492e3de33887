import { longDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { RadiosField } from '#src/ui/radios-field.tsx';
import { TextField } from '#src/ui/text-field.tsx';
import { changePlanIntake } from '../commands/bring-plans.ts';
import { type AskedName, leaveOut } from '../domain/lay-plans.ts';
import { mostNamesAsked, planNamesForm } from '../domain/plan-intake.form.ts';
import { pupilTyped } from '../domain/plan-names.ts';
import type { PlanPupil } from '../domain/plan-who.ts';
import { findPlanIntake, type LaidIntake, layPlanIntake } from '../queries/find-plan-intake.ts';
import { intakeHref, intakeStale, OfIntake } from './plan-intake-words.ts';

/** The names that are asked about now: those that nobody can tell first, then those that were left out. */
const asksOf = ({ laid: { asked, left } }: LaidIntake): readonly AskedName[] =>
  [...asked, ...left].slice(0, mostNamesAsked);

/** Whom the names of a file mean, where nobody can tell from the file. */
export default page({
  path: '/imports/plans/:planIntakeId/names',
  params: OfIntake,
  may: 'plan.issue',
  about: ({ laid }: LaidIntake): readonly PupilId[] => [
    ...new Set(laid.asked.flatMap((name) => name.pupilIds)),
  ],
  section: 'School',
  title: 'Who is meant',
  form: planNamesForm,
  load: async ({ tx, params }): Promise<LaidIntake | null> => {
    const intake = await findPlanIntake(tx, params.planIntakeId);
    return intake?.state === 'reviewing' ? layPlanIntake(tx, intake) : null;
  },
  view: ({ subject, attempt }) => {
    const { intake, pupils } = subject;
    const asks = asksOf(subject);
    const href = intakeHref(intake.planIntakeId);
    return (
      <div class="narrow">
        <PageHead
          title="Who is meant"
          lead="What you leave open is asked again; none of its rows is taken in."
        />
        {asks.length === 0 ? (
          <EmptyState title="Every name is known">
            <a href={href}>Review the plans</a>
          </EmptyState>
        ) : (
          <PostForm attempt={attempt} submit="Save and review" cancel={{ href }}>
            <HiddenField name="version" value={String(intake.version)} />
            {asks.map((name, at) => (
              <Ask
                key={name.key}
                name={name}
                at={at}
                pupils={pupils}
                attempt={attempt}
                isLeft={name.key in intake.chosen}
              />
            ))}
          </PostForm>
        )}
      </div>
    );
  },
  submit: async ({ tx, subject, values }) => {
    const { intake, pupils } = subject;
    if (values.version !== intake.version) return refuse(intakeStale);
    const { said, errors } = answersOf(asksOf(subject), values, pupils);
    if (Object.keys(errors).length > 0) return refuse(errors);
    const done = await changePlanIntake(tx, intake, { chosen: { ...intake.chosen, ...said } });
    return done.ok ? goTo(intakeHref(intake.planIntakeId), 'Saved') : refuse(intakeStale);
  },
});

type Answers = { readonly said: Record<string, string>; readonly errors: Record<string, string> };

/** What was said of each name, and where a name that was typed is nobody's or several pupils'. */
function answersOf(
  asks: readonly AskedName[],
  values: Readonly<Record<string, unknown>>,
  pupils: readonly PlanPupil[],
): Answers {
  const answers: Answers = { said: {}, errors: {} };
  for (const [at, name] of asks.entries()) {
    const typed = values[`other${at}`];
    const other = typeof typed === 'string' ? typed : '';
    const choice = values[`who${at}`] ?? (other === '' ? undefined : 'other');
    if (choice === 'other') {
      const found = pupilTyped(other, pupils);
      if (found.ok) answers.said[name.key] = found.value;
      else answers.errors[`other${at}`] = wording[found.refusal];
    } else if (choice === leaveOut || pupils.some((pupil) => pupil.pupilId === choice)) {
      answers.said[name.key] = String(choice);
    }
  }
  return answers;
}

const wording = {
  nobody: 'Nobody on roll has this name or UPN. Look at the spelling',
  several: 'Several pupils have this name: add the class, as in “Amara Okafor, 4 Oak”, or enter the UPN',
} as const;

type AskProps = {
  readonly name: AskedName;
  readonly at: number;
  readonly pupils: readonly PlanPupil[];
  readonly attempt: Parameters<typeof PostForm>[0]['attempt'];
  readonly isLeft: boolean;
};

function Ask({ name, at, pupils, attempt, isLeft }: AskProps) {
  const first = pupils.filter((pupil) => name.pupilIds.includes(pupil.pupilId));
  const { values, errors } = attempt;
  return (
    <Card>
      <RadiosField
        name={`who${at}`}
        label={name.words}
        hint={`${name.why}. Row ${name.rowNumbers.slice(0, 6).join(', ')}`}
        isSmall
        options={[
          ...first.map((pupil) => ({
            value: pupil.pupilId,
            label: [pupil.name, pupil.className, `born ${longDate(pupil.bornOn)}`].filter(Boolean).join(', '),
          })),
          { value: 'other', label: 'Another pupil, named below' },
          { value: leaveOut, label: 'Leave these rows out' },
        ]}
        value={String(values[`who${at}`] ?? (isLeft ? leaveOut : ''))}
      />
      <TextField
        name={`other${at}`}
        label="Name and class, or UPN"
        value={String(values[`other${at}`] ?? '')}
        error={errors[`other${at}`]}
      />
    </Card>
  );
}
