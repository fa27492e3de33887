import {
  accountOf,
  countUnsent,
  keptForHours,
  type Taken,
  type TakenSession,
  type Waiting,
} from '../../modules/provision/domain/offline/outbox.ts';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton, SubmitButton } from '../../ui/buttons.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Tag } from '../../ui/tag.tsx';
import { type Acts, keyOf, type Seen } from './seen.ts';
import { SessionCard } from './session-card.tsx';
import { hitchWords, marksIn, unsentWords } from './words.ts';

/** How many taps wait, always in sight and said to those who listen. */
function State({ held, hitch, isAsking, others, acts }: Seen) {
  const count = countUnsent(held?.waiting ?? []);
  return (
    <div class="outbox-state">
      <div role="status">
        <Tag kind={count === 0 ? 'good' : 'warn'}>{unsentWords(count)}</Tag>{' '}
        <span>{isAsking ? 'Asking Sendero…' : hitch === null ? '' : hitchWords[hitch]}</span>
        {others > 0 && (
          <p class="small quiet">
            {`${others === 1 ? 'A tap' : `${others} taps`} of somebody else ${others === 1 ? 'waits' : 'wait'} on this device. Only they can see and send what they tapped.`}
          </p>
        )}
      </div>
      {hitch === 'signed out' || hitch === 'somebody else' ? (
        <a href="/provision/offline/sessions">Sign in</a>
      ) : (
        count > 0 && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              acts.send();
            }}
          >
            <SubmitButton kind="second">Send now</SubmitButton>
          </form>
        )
      )}
    </div>
  );
}

function Lost({ lost, acts }: { lost: number; acts: Acts }) {
  return (
    <Banner titleId="lost-title">
      {lost === 1
        ? 'A tap was never sent and is forgotten. '
        : `${lost} taps were never sent and are forgotten. `}
      {`This device had no word from Sendero for ${keptForHours} hours. Log those sessions again. `}
      <button type="button" class="govuk-button govuk-button--secondary" onClick={acts.forgetLost}>
        I have seen this
      </button>
    </Banner>
  );
}

function Day({
  day,
  seen,
  waiting,
}: {
  day: Taken['days'][number];
  seen: Seen;
  waiting: readonly Waiting[];
}) {
  return (
    <>
      <h2>{day.on === seen.today ? `Today, ${day.words}` : day.words}</h2>
      {day.sessions.length === 0 && <p class="quiet">No sessions.</p>}
      {day.sessions.map((session) => (
        <SessionCard key={keyOf(session)} session={session} waiting={waiting} seen={seen} />
      ))}
    </>
  );
}

/** Days to come: to know what is next, with nothing to tap. */
function ToCome({ days }: { days: Taken['days'] }) {
  return (
    <>
      <h2>To come</h2>
      <ul class="to-come">
        {days.flatMap(({ words, sessions }) =>
          sessions.map((session) => (
            <li key={keyOf(session)}>
              {`${words}, ${session.title}`}{' '}
              <span class="small quiet">{`${session.where} · ${marksIn(session)}`}</span>
            </li>
          )),
        )}
      </ul>
    </>
  );
}

const isOpen = (waiting: readonly Waiting[], today: string) => (session: TakenSession) =>
  session.on <= today && accountOf(waiting, session) === null;

/** The whole screen: what waits, then the sessions by day. */
export function Screen(seen: Seen) {
  const { held, hitch, today, acts } = seen;
  const taken = held?.taken ?? null;
  const waiting = held?.waiting ?? [];
  const toCome = taken?.days.filter(({ on }) => on > today) ?? [];
  const sessions = taken?.days.flatMap((day) => day.sessions) ?? [];
  const open = sessions.filter(isOpen(waiting, today)).length;
  return (
    <>
      <PageHead
        title="Sessions without signal"
        lead={
          taken === null
            ? 'Initials only. Nothing is taken along yet.'
            : `Initials only · as of ${taken.takenAt} · ${open} to log`
        }
        actions={
          <LinkButton href="/provision/today" kind="second">
            Today’s sessions
          </LinkButton>
        }
      />
      <State {...seen} />
      {held !== null && held.lost > 0 && <Lost lost={held.lost} acts={acts} />}
      {taken?.days
        .filter(({ on }) => on <= today)
        .map((day) => (
          <Day key={day.on} day={day} seen={seen} waiting={waiting} />
        ))}
      {toCome.length > 0 && <ToCome days={toCome} />}
      {taken === null && hitch !== null && (
        <EmptyState title="No sessions on this device">
          <p>Open this screen once where there is signal. Then it works without.</p>
        </EmptyState>
      )}
      <p class="small quiet">
        {`What is here is closed on this device, and is forgotten when you sign out or ${keptForHours} hours after it last had word from Sendero. Initials with a number belong to pupils who share them, in the order of their surnames.`}
      </p>
    </>
  );
}
