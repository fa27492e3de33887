import { middleDate, shortDay } from '#src/kernel/dates.ts';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { Tag } from '#src/ui/tag.tsx';
import {
  answerWords,
  attendances,
  attendanceWords,
  type ReviewPerson,
  reviewCapacityWords,
} from '../domain/review/review.ts';
import { reviewHref } from './review-of.ts';
import type { ReviewShown } from './review-shown.ts';

type Shown = { readonly shown: ReviewShown; readonly mayRun: boolean };

/** Who is invited: their answer, their words, whether they came; marked by one press, and pressed again to put right. */
export function PeopleCard({ shown, mayRun }: Shown) {
  const { review, today } = shown;
  const isHeld = review.meetingOn <= today;
  return (
    <Card title="Who is invited">
      {review.people.length === 0 ? (
        <p>Nobody is on the list yet.</p>
      ) : (
        <DataTable
          caption="Who is invited, what they answered and wrote, and whether they came"
          isStacked
          columns={[
            { key: 'who', label: 'Who', isRowHead: true },
            { key: 'answer', label: 'Answer' },
            { key: 'advice', label: 'Words before the meeting' },
            ...(isHeld ? [{ key: 'came' as const, label: 'At the meeting' }] : []),
            ...(mayRun ? [{ key: 'more' as const, label: '' }] : []),
          ]}
          rows={review.people.map((person) => ({
            who: (
              <>
                {person.name}
                <span class="why">
                  {reviewCapacityWords[person.capacity]}
                  {person.isRequired && ' · must be invited'}
                </span>
              </>
            ),
            answer: <Answer person={person} />,
            advice: <Advice shown={shown} person={person} mayRun={mayRun} />,
            came: <Came shown={shown} person={person} mayRun={mayRun} />,
            more: <More shown={shown} person={person} />,
          }))}
        />
      )}
    </Card>
  );
}

function Answer({ person }: { readonly person: ReviewPerson }) {
  const { invitedOn, answer } = person;
  if (answer !== null) return <Tag kind={answer === 'comes' ? 'good' : 'watch'}>{answerWords[answer]}</Tag>;
  if (invitedOn === null) return <Tag kind="warn">Not invited yet</Tag>;
  return <>{`Invited ${middleDate(invitedOn)}${person.isMailed ? ', by mail' : ', not mailed'}`}</>;
}

type OfPerson = Shown & { readonly person: ReviewPerson };

function Advice({ shown: { review, days, today }, person, mayRun }: OfPerson) {
  const { advice } = person;
  const href = `${reviewHref(review.reviewId)}/people/${person.reviewPersonId}/advice`;
  const enter = (words: string) =>
    mayRun && (
      <a href={href} aria-label={`${words}: ${person.name}`}>
        {words}
      </a>
    );
  if (advice === null) return <>– {enter('Enter words')}</>;
  if (advice.receivedOn === null) {
    const isLate = days.wantedBy < today;
    return (
      <>
        {isLate ? (
          <Tag kind="late">{`Was wanted by ${shortDay(days.wantedBy)}`}</Tag>
        ) : (
          `Asked, by ${middleDate(days.wantedBy)}`
        )}{' '}
        {enter('Enter')}
      </>
    );
  }
  return (
    <>
      {advice.nothingToSay && 'Nothing to say'}
      {advice.words !== null && <span class="words">{shortened(advice.words)}</span>}
      {advice.documentId !== null && (
        <a href={`/documents/${advice.documentId}`} aria-label={`Document of ${person.name}`}>
          Document
        </a>
      )}{' '}
      {enter('Change')}
    </>
  );
}

const shortened = (words: string): string => (words.length <= 160 ? words : `${words.slice(0, 157)}…`);

function Came({ shown: { review }, person, mayRun }: OfPerson) {
  const { attended } = person;
  if (!mayRun) return <>{attended === null ? '–' : attendanceWords[attended]}</>;
  const base = `${reviewHref(review.reviewId)}/people/${person.reviewPersonId}/attended`;
  if (attended !== null)
    return (
      <form method="post" action={`${base}/none`} class="buttons">
        <Tag kind={attended === 'came' ? 'good' : 'watch'}>{attendanceWords[attended]}</Tag>
        <SubmitButton kind="second">
          Undo<span class="govuk-visually-hidden">{`: ${person.name}`}</span>
        </SubmitButton>
      </form>
    );
  return (
    <div class="buttons">
      {attendances.map((one) => (
        <form key={one} method="post" action={`${base}/${one}`}>
          <SubmitButton kind="second">
            {attendanceWords[one]}
            <span class="govuk-visually-hidden">{`: ${person.name}`}</span>
          </SubmitButton>
        </form>
      ))}
    </div>
  );
}

function More({ shown: { review }, person }: Omit<OfPerson, 'mayRun'>) {
  const base = `${reviewHref(review.reviewId)}/people/${person.reviewPersonId}`;
  return (
    <>
      {person.personId === null && person.invitedOn !== null && (
        <>
          <a href={`${base}/link`} aria-label={`Hand over a link: ${person.name}`}>
            Hand over a link
          </a>{' '}
        </>
      )}
      <a href={`${base}/withdraw`} aria-label={`Take off the list: ${person.name}`}>
        Take off
      </a>
    </>
  );
}
