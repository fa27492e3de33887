import { longDate } from '#src/kernel/dates.ts';
import type { Attempt } from '#src/kernel/form.ts';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { decisions, ratings, type Target } from '../domain/plan.ts';
import { reviewLine } from '../domain/review-plan.form.ts';
import { LastEvidence, ReviewFields } from './review-fields.view.tsx';
import type { ReviewOfPlan } from './review-of-plan.ts';

export const versionOfMark = ({ marks }: ReviewOfPlan, { targetId }: Pick<Target, 'targetId'>): number =>
  marks.get(targetId)?.version ?? 0;

type TableProps = {
  readonly review: ReviewOfPlan;
  readonly attempt: Attempt;
  /** One of a list that is worked through: the first row is ready for a key. */
  readonly isOfList: boolean;
};

/** Every target in its row: what it is, what was last seen of it, and the three answers. */
export function ReviewTable({ review, attempt, isOfList }: TableProps) {
  const { plan, marks, last } = review;
  return (
    <div class="reviewing" data-review-rows="" data-review-at={isOfList ? 'first' : undefined}>
      <DataTable
        caption="The targets of the plan"
        isStacked
        columns={[
          { key: 'target', label: 'Target', isRowHead: true },
          { key: 'evidence', label: 'Last evidence' },
          { key: 'review', label: 'Progress, what happens, a word', isWide: true },
        ]}
        rows={plan.targets.map((target, at) => {
          const row = at + 1;
          const posted = attempt.values[`mark${row}`];
          const version = versionOfMark(review, target);
          return {
            target: <TargetCell target={target} row={row} />,
            evidence: <LastEvidence last={last.get(target.targetId)} baseline={target.baseline} />,
            review: (
              <>
                <HiddenField name={`target${row}`} value={target.targetId} />
                <HiddenField name={`mark${row}`} value={String(version)} />
                <ReviewFields
                  row={row}
                  about={`target ${row}`}
                  attempt={attempt}
                  held={marks.get(target.targetId) ?? null}
                  isStale={posted !== undefined && Number(posted) !== version}
                />
              </>
            ),
          };
        })}
      />
    </div>
  );
}

function TargetCell({ target, row }: { target: Target; row: number }) {
  return (
    <>
      <b>{`${row}. ${target.words}`}</b>
      {target.success !== null && <span class="why">{`Success: ${target.success}`}</span>}
      {target.byOn !== null && <span class="why">{`By ${longDate(target.byOn)}`}</span>}
    </>
  );
}

/** What was typed of targets that are no longer there. */
export function LeftOver({ left }: { left: readonly string[] }) {
  if (left.length === 0) return null;
  return (
    <Inset>
      <b>You wrote of targets that are no longer in the plan:</b> {left.join(' · ')}
    </Inset>
  );
}

const typedLine = (attempt: Attempt, row: number): string => {
  const { values } = attempt;
  const rating = ratings.find((one) => String(one) === values[`rating${row}`]);
  const decision = decisions.find((one) => one === values[`decision${row}`]);
  const words = values[`words${row}`];
  if (rating !== undefined && decision !== undefined)
    return reviewLine({ rating, decision, words: typeof words === 'string' && words !== '' ? words : null });
  return typeof words === 'string' && words !== '' ? words : '–';
};

/** A plan that was reviewed already: what is on record, beside what somebody wrote too late. */
export function AlreadyReviewed({ review, attempt }: { review: ReviewOfPlan; attempt: Attempt }) {
  const { plan, marks } = review;
  const wasSent = Object.keys(attempt.values).length > 0;
  if (plan.state !== 'reviewed') {
    return (
      <Card title="This plan is not issued yet">
        <p>It is reviewed once it was shared with the parents and issued.</p>
      </Card>
    );
  }
  return (
    <Card title="This plan was reviewed already">
      <DataTable
        caption="What is on record of each target"
        isStacked
        columns={[
          { key: 'target', label: 'Target', isRowHead: true },
          { key: 'held', label: 'On record' },
          ...(wasSent ? [{ key: 'typed', label: 'You wrote' } as const] : []),
        ]}
        rows={plan.targets.map((target, at) => {
          const mark = marks.get(target.targetId);
          return {
            target: target.words,
            held: mark === undefined ? '–' : [reviewLine(mark), mark.byName ?? ''].filter(Boolean).join(', '),
            typed: typedLine(attempt, at + 1),
          };
        })}
      />
    </Card>
  );
}
