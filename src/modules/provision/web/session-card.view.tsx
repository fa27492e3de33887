import { type SchoolDate, shortDay } from '#src/kernel/dates.ts';
import { ButtonRow, LinkButton, SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { initialsOf, lostWords, timeWords } from '../domain/provision-words.ts';
import { holdsOn } from '../domain/run.ts';
import type { DueSession } from '../queries/list-day.ts';
import type { LoggedSession } from '../queries/list-sessions.ts';

const loggedWords = ({ state, pupils, reason }: LoggedSession): string => {
  if (state === 'cancelled')
    return `Did not happen: ${reason === null ? '' : lostWords(reason).toLowerCase()}`;
  const missing = pupils.filter((one) => one.state !== 'present').length;
  return missing === 0 ? 'All here' : `${pupils.length - missing} of ${pupils.length} here`;
};

function Logged({ session, about }: { session: LoggedSession; about: string }) {
  const address = `/provision/sessions/${session.sessionId}`;
  return (
    <ButtonRow>
      <Tag kind="good">Logged</Tag>
      <span>{loggedWords(session)}</span>
      <form method="post" action={`${address}/undo`}>
        <SubmitButton kind="second">
          Undo<span class="govuk-visually-hidden">{`: ${about}`}</span>
        </SubmitButton>
      </form>
      <a href={`${address}/change`}>
        Add a note or change<span class="govuk-visually-hidden">{`: ${about}`}</span>
      </a>
    </ButtonRow>
  );
}

function ToLog({ due, about }: { due: DueSession; about: string }) {
  const { slotId, on } = due.planned;
  const address = `/provision/slots/${slotId}`;
  const more = <span class="govuk-visually-hidden">{`: ${about}`}</span>;
  return (
    <ButtonRow>
      <form method="post" action={`${address}/days/${on}/all-here`}>
        <SubmitButton>All here{more}</SubmitButton>
      </form>
      <LinkButton href={`${address}/log?on=${on}`} kind="second">
        Someone missing{more}
      </LinkButton>
      <LinkButton href={`${address}/log?on=${on}&state=cancelled`} kind="second">
        Did not happen{more}
      </LinkButton>
    </ButtonRow>
  );
}

/** One session: who is due, and one tap to say that all were here. */
export function SessionCard({ due, today, isNext }: { due: DueSession; today: SchoolDate; isNext: boolean }) {
  const { full, planned, logged, last } = due;
  const time = planned.startsAt === null ? '' : `${timeWords(planned.startsAt)} `;
  const initials = full.pupils.filter((place) => holdsOn(place, planned.on)).map(initialsOf);
  const about = `${full.run.name}, ${shortDay(planned.on)}`;
  return (
    <Card
      title={`${planned.on === today ? '' : `${shortDay(planned.on)}, `}${time}${full.run.name}`}
      tone={isNext ? 'next' : undefined}
    >
      <p class="small quiet">
        {[planned.place, `${planned.minutes} min`, initials.join(' ')].filter(Boolean).join(' · ')}
      </p>
      {last !== null && (last.note !== null || last.nextStep !== null) && (
        <p class="small">
          {[
            last.note === null ? '' : `Last time: ${last.note}`,
            last.nextStep === null ? '' : `Next: ${last.nextStep}`,
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
      {logged === null ? <ToLog due={due} about={about} /> : <Logged session={logged} about={about} />}
    </Card>
  );
}
