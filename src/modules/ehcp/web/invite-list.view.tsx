import type { Attempt } from '#src/kernel/form.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PickBox } from '#src/ui/pick-box.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { reviewCapacityWords } from '../domain/review/review.ts';
import type { Invitee } from '../domain/review/who-is-invited.ts';
import { reviewHref } from './review-of.ts';

/** Without an address the invitation goes by hand; staff are reached by their account. */
const wayWords = ({ email, personId, carerId, whyNot }: Invitee): string => {
  if (whyNot !== null) return `Not invited: ${whyNot}`;
  if (personId !== null || email !== null) return 'By mail';
  return carerId === null ? 'By hand: no address yet' : 'By hand: no email address noted';
};

const isTicked = ({ key, isRequired, capacity, whyNot }: Invitee, { values, errors }: Attempt): boolean => {
  const wasSent = Object.keys(values).length > 0 || Object.keys(errors).length > 0;
  const { who } = values;
  if (wasSent) return Array.isArray(who) ? who.includes(key) : who === key;
  return whyNot === null && (isRequired || capacity !== 'parent');
};

/** Whom to invite, each with the reason; those whom the law names are ticked and marked. */
export function InviteList({
  people,
  attempt,
}: {
  readonly people: readonly Invitee[];
  readonly attempt: Attempt;
}) {
  const all = people.some(({ isRequired }) => isRequired);
  const rows = people.map((one) => ({
    who:
      one.whyNot === null ? (
        <PickBox
          name="who"
          id={`who-${one.key}`}
          value={one.key}
          label={one.name}
          isTicked={isTicked(one, attempt) || (!all && one.capacity === 'parent' && isFirst(attempt))}
        />
      ) : (
        one.name
      ),
    as: (
      <>
        {reviewCapacityWords[one.capacity]} {one.isRequired && <Tag kind="warn">By law</Tag>}
        <span class="why">{one.why}</span>
      </>
    ),
    way: (
      <>{one.whyNot !== null || one.givesAdvice ? wayWords(one) : `${wayWords(one)}; no words are asked`}</>
    ),
  }));
  return (
    <>
      <h2>Whom to invite</h2>
      <Sheet label="Whom to invite">
        <DataTable
          caption="Whom to invite"
          isStacked
          columns={[
            { key: 'who', label: 'Who', isRowHead: true },
            { key: 'as', label: 'As, and why', isWide: true },
            { key: 'way', label: 'How', isQuiet: true },
          ]}
          rows={rows}
        />
      </Sheet>
    </>
  );
}

const isFirst = ({ values, errors }: Attempt): boolean =>
  Object.keys(values).length === 0 && Object.keys(errors).length === 0;

export const startHref = (pupilId: PupilId): string => `/pupils/${pupilId}/annual-reviews/new`;

/** Why no review can be started now, and what to do instead. */
export function NotNow({
  pupilId,
  underWayId,
}: {
  readonly pupilId: PupilId;
  readonly underWayId: string | null;
}) {
  if (underWayId === null)
    return (
      <EmptyState title="No EHC plan is on record">
        A review is of an EHC plan. Record the plan with the pupil’s{' '}
        <a href={`/pupils/${pupilId}/status`}>SEN status</a> first.
      </EmptyState>
    );
  return (
    <EmptyState title="A review is under way">
      <a href={reviewHref(underWayId)}>Go on with it</a>, or start a{' '}
      <a href={`${startHref(pupilId)}?kind=termly`}>termly meeting with parents</a>.
    </EmptyState>
  );
}
