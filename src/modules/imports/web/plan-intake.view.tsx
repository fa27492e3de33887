import { noAttempt } from '#src/kernel/form.ts';
import { LinkButton, SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { Strip } from '#src/ui/strip.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { type LaidPlan, type LaidPlans, sectionNames } from '../domain/lay-plans.ts';
import type { PlanIntake } from '../domain/plan-intake.ts';
import { planSections } from '../domain/plan-rows.ts';
import type { TakenPlan } from '../queries/list-taken-plans.ts';
import {
  intakeHref,
  intakeStateTags,
  intakeStateWords,
  laidTags,
  laidWords,
  plural,
} from './plan-intake-words.ts';

export function IntakeFigures({ laid: { plans, asked } }: { laid: LaidPlans }) {
  const count = (...states: readonly LaidPlan['state'][]) =>
    plans.filter((plan) => states.includes(plan.state)).length;
  return (
    <Strip
      figures={[
        { figure: count('new'), label: 'new drafts' },
        { figure: count('joins'), label: 'drafts that take more' },
        { figure: count('same'), label: 'with nothing new' },
        { figure: count('locked'), label: 'shared or issued, left' },
        { figure: asked.length, label: 'names to be told' },
      ]}
    />
  );
}

const rowWords = (numbers: readonly number[]): string =>
  `${numbers.length === 1 ? 'row' : 'rows'} ${numbers.slice(0, 8).join(', ')}${numbers.length > 8 ? ' …' : ''}`;

/** Names that nobody can tell: their rows wait, and are never guessed. */
export function AskedNames({ laid: { asked, left }, href }: { laid: LaidPlans; href: string }) {
  if (asked.length === 0 && left.length === 0) return null;
  return (
    <Card
      title={asked.length === 0 ? 'Left out' : 'Who is meant?'}
      tone={asked.length === 0 ? undefined : 'next'}
    >
      <ul class="small">
        {[...asked, ...left].slice(0, 20).map(({ key, words, why, rowNumbers }) => (
          <li key={key}>
            <b>{words}</b>
            {` (${rowWords(rowNumbers)}): ${why}`}
          </li>
        ))}
      </ul>
      {asked.length > 20 && <p class="small">{`And ${asked.length - 20} more.`}</p>}
      <LinkButton href={`${href}/names`} kind={asked.length === 0 ? 'second' : 'first'}>
        Say who is meant
      </LinkButton>
    </Card>
  );
}

/** Pupil by pupil: how they were found, what would be written, what cannot be taken. */
export function LaidTable({ laid: { plans } }: { laid: LaidPlans }) {
  if (plans.length === 0) return null;
  return (
    <Sheet label="Plans in the file">
      <DataTable
        caption="Plans in the file, pupil by pupil"
        columns={[
          { key: 'pupil', label: 'Pupil', isRowHead: true },
          { key: 'state', label: 'What happens' },
          { key: 'targets', label: 'Targets' },
          { key: 'parts', label: 'Parts' },
          { key: 'problems', label: 'What cannot be taken' },
        ]}
        rows={plans.map((plan) => ({
          pupil: (
            <>
              <a href={`/pupils/${plan.pupilId}/plan`}>{plan.name}</a>
              <br />
              <span class="small quiet">{`by ${plan.by}, ${rowWords(plan.rowNumbers)}`}</span>
            </>
          ),
          state: <Tag kind={laidTags[plan.state]}>{laidWords[plan.state]}</Tag>,
          targets: plan.targets.map((target) => <div key={target.words}>{target.words}</div>),
          parts: planSections
            .filter((name) => plan.sections[name] !== undefined)
            .map((name) => sectionNames[name])
            .join(', '),
          problems: plan.problems.map((problem) => <div key={problem}>{problem}</div>),
        }))}
      />
    </Sheet>
  );
}

export function NoPlansYet({ href }: { href: string }) {
  return (
    <EmptyState title="No column is known to hold a target or a part of a plan">
      <LinkButton href={`${href}/columns`}>Say what the columns hold</LinkButton>
    </EmptyState>
  );
}

/** What came of an intake, and the way back. */
export function Done({ intake, taken }: { intake: PlanIntake; taken: readonly TakenPlan[] }) {
  return (
    <>
      <Card>
        <p>
          <Tag kind={intakeStateTags[intake.state]}>{intakeStateWords[intake.state]}</Tag>
        </p>
        {intake.counts !== null && (
          <p>{`${plural(intake.counts.plans, 'plan')}, ${plural(intake.counts.targets, 'target')}`}</p>
        )}
        {intake.state === 'committed' && (
          <PostForm
            action={`${intakeHref(intake.planIntakeId)}/undo`}
            attempt={noAttempt}
            submit="Take them back"
            kind="warning"
          />
        )}
      </Card>
      {taken.length > 0 && (
        <Sheet label="Plans written">
          <DataTable
            caption="Plans written, by pupil"
            columns={[
              { key: 'pupil', label: 'Pupil', isRowHead: true },
              { key: 'targets', label: 'Targets', isNumber: true },
              ...(intake.state === 'undone' ? [{ key: 'outcome' as const, label: 'Since' }] : []),
            ]}
            rows={taken.map((plan) => ({
              pupil: <a href={`/pupils/${plan.pupilId}/plan`}>{plan.name}</a>,
              targets: plan.targets,
              outcome: plan.outcome ?? '–',
            }))}
          />
        </Sheet>
      )}
    </>
  );
}

/** Puts a file aside: a small button, as nothing is lost that the file does not have. */
export function SetAside({ href }: { href: string }) {
  return (
    <form method="post" action={`${href}/set-aside`}>
      <SubmitButton kind="second">Set this file aside</SubmitButton>
    </form>
  );
}
