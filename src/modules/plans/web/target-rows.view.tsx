import { middleDate } from '#src/kernel/dates.ts';
import { type Attempt, noAttempt } from '#src/kernel/form.ts';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import type { Evidence } from '../domain/evidence.ts';
import { type DueSpan, dueSpanLabel, dueSpans } from '../domain/review-due.ts';
import type { TargetDue } from '../queries/list-targets-due.ts';
import { planHref } from './plan-of-pupil.ts';
import { LastEvidence, ReviewFields } from './review-fields.view.tsx';

type Place = { readonly due: DueSpan; readonly class: string; readonly at?: string | undefined };

/** The list of a class, with the row that comes next in sight. */
export function targetsHref({ due, class: name, at }: Place): string {
  const query = new URLSearchParams({ due, ...(name === '' ? {} : { class: name }) });
  return at === undefined
    ? `/reviews/targets?${query}`
    : `/reviews/targets?${query}&at=${at}#row-${at}-rating`;
}

/** What the ids of the row that was posted begin with. */
export const rowIdOf = ({ values }: Attempt): string => `row-${String(values.targetId ?? '')}-`;

type ChipsProps = { readonly due: DueSpan; readonly classes: readonly string[]; readonly chosen: string };

/** Which reviews, and of which class. */
export function TargetChips({ due, classes, chosen }: ChipsProps) {
  return (
    <>
      <ChipNav
        label="Due"
        links={dueSpans.map((span) => ({
          label: dueSpanLabel[span],
          href: targetsHref({ due: span, class: chosen }),
          isCurrent: span === due,
        }))}
      />
      {classes.length > 1 && (
        <ChipNav
          label="Class"
          links={classes.map((name) => ({
            label: name === '' ? 'No class' : name,
            href: targetsHref({ due, class: name }),
            isCurrent: name === chosen,
          }))}
        />
      )}
    </>
  );
}

type RowsProps = {
  readonly targets: readonly TargetDue[];
  readonly last: ReadonlyMap<string, Evidence>;
  readonly attempt: Attempt;
  /** The target to go on with. */
  readonly at: string | null;
};

/** A row a target, each with a form of its own. */
export function TargetRows({ targets, last, attempt, at }: RowsProps) {
  const posted = attempt.values.targetId;
  return (
    <div class="reviewing" data-review-rows="save" data-review-at={at ?? undefined}>
      <DataTable
        caption="Targets, by pupil"
        isStacked
        columns={[
          { key: 'target', label: 'Target', isRowHead: true },
          { key: 'evidence', label: 'Last evidence' },
          { key: 'review', label: 'Progress, what happens, a word', isWide: true },
        ]}
        rows={targets.map((target) => ({
          target: <Words target={target} />,
          evidence: <LastEvidence last={last.get(target.targetId)} baseline={target.baseline} />,
          review: <RowForm target={target} attempt={posted === target.targetId ? attempt : noAttempt} />,
        }))}
      />
    </div>
  );
}

function Words({ target }: { target: TargetDue }) {
  const { surname, forename, words, success, reviewOn, pupilId, targetId } = target;
  return (
    <span id={`row-${targetId}`}>
      <b>{words}</b>
      <span class="why">
        <a href={planHref(pupilId)}>{`${surname}, ${forename}`}</a>
        {`, review ${middleDate(reviewOn)}`}
      </span>
      {success !== null && <span class="why">{`Success: ${success}`}</span>}
    </span>
  );
}

function RowForm({ target, attempt }: { target: TargetDue; attempt: Attempt }) {
  const { targetId, mark, forename, words } = target;
  const version = mark?.version ?? 0;
  const posted = attempt.values.version;
  return (
    <form method="post" novalidate>
      <HiddenField name="targetId" value={targetId} />
      <HiddenField name="version" value={String(version)} />
      <ReviewFields
        row=""
        about={`${forename}: ${words}`}
        attempt={attempt}
        held={mark}
        isStale={posted !== undefined && Number(posted) !== version}
        prefix={`row-${targetId}-`}
      />
      <div class="buttons">
        <SubmitButton kind="second">
          {mark === null ? 'Save' : 'Save again'}
          <span class="govuk-visually-hidden">{` ${forename}: ${words}`}</span>
        </SubmitButton>
        {mark !== null && (
          <span class="small quiet">
            {['Marked', middleDate(mark.markedOn), mark.byName ?? ''].filter(Boolean).join(', ')}
          </span>
        )}
      </div>
    </form>
  );
}
