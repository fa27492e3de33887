import { daysBetween, longDate, middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import type { Attempt } from '#src/kernel/form.ts';
import { ButtonRow } from '#src/ui/buttons.tsx';
import { ErrorSummary } from '#src/ui/error-summary.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { TextField } from '#src/ui/text-field.tsx';
import { reasonWords, type Verdict, verdictWords } from '../domain/impact/verdict.ts';
import { reviewLineForm } from '../domain/impact.form.ts';
import type { RunToReview } from '../queries/list-runs-to-review.ts';
import { verdictTag } from './impact-words.ts';
import { impactHref } from './measured-run-of.ts';

const { fields } = reviewLineForm;
const decisions: readonly Verdict[] = ['keep', 'change', 'stop', 'not_enough_data'];

/** When a run was to be reviewed, and whether that is past. */
export function DueWords({ on, today }: { on: SchoolDate; today: SchoolDate }) {
  const days = daysBetween(on, today);
  return (
    <>
      {middleDate(on)} {days > 0 && <Tag kind="late">{`${days} ${days === 1 ? 'day' : 'days'} late`}</Tag>}
    </>
  );
}

/** What the figures advise, with the first reason. */
export function Advice({ of: { advised } }: { of: RunToReview }) {
  if (advised === null) return <span class="quiet">Nothing is measured</span>;
  const { verdict, reasons } = advised.impact.judged;
  return (
    <>
      <Tag kind={verdictTag[verdict]}>{verdictWords[verdict]}</Tag>
      <span class="why">{reasonWords[reasons[0] ?? 'too_few_pupils']}</span>
    </>
  );
}

/** What was decided last. */
export function LastDecision({ of: { measured } }: { of: RunToReview }) {
  const last = measured.reviews.at(-1);
  if (last === undefined) return <span class="quiet">Not reviewed yet</span>;
  return (
    <>
      {verdictWords[last.decision]}
      <span class="why">{`${longDate(last.reviewedOn)}${last.words === null ? '' : `: ${last.words}`}`}</span>
    </>
  );
}

/** The four answers: one key each. The one that the figures advise comes first in the row and has the focus. */
export function DecideRow({ of, attempt, isNext }: { of: RunToReview; attempt: Attempt; isNext: boolean }) {
  const { run } = of.measured;
  const isTyped = attempt.values.runId === run.runId;
  if (of.due.isToEnd)
    return (
      <a href={`/provision/runs/${run.runId}/end`}>
        End it<span class="govuk-visually-hidden">{`: ${run.name}`}</span>
      </a>
    );
  const advised = of.advised?.impact.judged.verdict ?? 'keep';
  const inOrder = [advised, ...decisions.filter((one) => one !== advised)];
  return (
    <form method="post" novalidate>
      <HiddenField name={fields.runId.name} value={run.runId} />
      <HiddenField name={fields.version.name} value={String(run.version)} />
      <TextField
        name={fields.words.name}
        id={`words-${run.runId}`}
        label={`Why, and what changes: ${run.name}`}
        value={isTyped ? String(attempt.values.words ?? '') : ''}
        error={isTyped ? attempt.errors.words : undefined}
        autocomplete="off"
      />
      <ButtonRow>
        {inOrder.map((decision, at) => (
          <button
            key={decision}
            type="submit"
            name={fields.decision.name}
            value={decision}
            class={at === 0 ? 'govuk-button' : 'govuk-button govuk-button--secondary'}
            autofocus={isNext && at === 0}
          >
            {verdictWords[decision]}
            <span class="govuk-visually-hidden">{`: ${run.name}`}</span>
          </button>
        ))}
      </ButtonRow>
    </form>
  );
}

/** What was wrong with a row, with the way to it. */
export function RowErrors({ attempt }: { attempt: Attempt }) {
  const errors = Object.entries(attempt.errors).map(([name, text]) =>
    name === 'words' ? { text, href: `#words-${String(attempt.values.runId)}` } : { text },
  );
  return errors.length === 0 ? null : <ErrorSummary errors={errors} />;
}

/** Where each run of the list is looked at closely. */
export const RunLinks = ({ of: { measured } }: { of: RunToReview }) => (
  <>
    <a href={`/provision/runs/${measured.run.runId}/review`}>{measured.run.name}</a>
    <span class="why">
      <a href={impactHref(measured.run.runId)}>
        Impact<span class="govuk-visually-hidden">{` of ${measured.run.name}`}</span>
      </a>
    </span>
  </>
);
