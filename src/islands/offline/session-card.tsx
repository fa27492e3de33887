import {
  accountOf,
  refusedOf,
  type TakenSession,
  type Told,
  unsentOf,
  type Waiting,
} from '../../modules/provision/domain/offline/outbox.ts';
import { ButtonRow, SubmitButton } from '../../ui/buttons.tsx';
import { Card } from '../../ui/card.tsx';
import { Tag } from '../../ui/tag.tsx';
import { keyOf, pressed, type Seen } from './seen.ts';
import { accountWords, linesOf, marksIn } from './words.ts';

type Part = { readonly session: TakenSession; readonly waiting: readonly Waiting[]; readonly seen: Seen };

const allHere: Told = { state: 'held', reason: null, missing: [], note: null, nextStep: null };

/** More words for those who do not see which card a button stands in. */
const About = ({ session }: { session: TakenSession }) => (
  <span class="govuk-visually-hidden">{`: ${session.title}`}</span>
);

function ToLog({ session, seen: { acts } }: Part) {
  const press = (event: SubmitEvent): void => {
    const deed = pressed(event);
    if (deed === 'all-here') acts.tell(session, allHere);
    else acts.open(session, deed === 'cancelled' ? 'cancelled' : 'held');
  };
  return (
    <form onSubmit={press}>
      <ButtonRow>
        <SubmitButton name="deed" value="all-here">
          All here
          <About session={session} />
        </SubmitButton>
        <SubmitButton kind="second" name="deed" value="held">
          Someone missing
          <About session={session} />
        </SubmitButton>
        <SubmitButton kind="second" name="deed" value="cancelled">
          Did not happen
          <About session={session} />
        </SubmitButton>
      </ButtonRow>
    </form>
  );
}

function Logged({ session, waiting, seen: { acts } }: Part) {
  const account = accountOf(waiting, session);
  if (account === null) return null;
  const isSent = unsentOf(waiting, session).length === 0;
  const press = (event: SubmitEvent): void => {
    if (pressed(event) === 'undo') acts.tell(session, { state: 'undone' });
    else acts.open(session, account.state);
  };
  return (
    <>
      {linesOf(account) !== '' && <p class="small">{linesOf(account)}</p>}
      <form onSubmit={press}>
        <ButtonRow>
          <Tag kind={isSent ? 'good' : 'warn'}>{isSent ? 'Logged' : 'Not sent yet'}</Tag>
          <span>{accountWords(account, session)}</span>
          <SubmitButton kind="second" name="deed" value="undo">
            Undo
            <About session={session} />
          </SubmitButton>
          <SubmitButton kind="second" name="deed" value="change">
            Note or change
            <About session={session} />
          </SubmitButton>
        </ButtonRow>
      </form>
    </>
  );
}

/** What was said here and was not taken, beside what stands instead. */
function NotTaken({ one, session, seen: { acts } }: { one: Waiting; session: TakenSession; seen: Seen }) {
  const { told } = one.tap;
  const theirs = one.refused?.theirs ?? null;
  const press = (event: SubmitEvent): void => {
    if (pressed(event) === 'again') acts.sayAgain(session, one);
    else acts.drop(one);
  };
  return (
    <form class="not-taken" onSubmit={press}>
      <p>
        <Tag kind="late">Not taken</Tag> {one.refused?.words}
      </p>
      <dl class="small">
        <dt>You said</dt>
        <dd>{told.state === 'undone' ? 'Undo' : `${accountWords(told, session)}. ${linesOf(told)}`}</dd>
        <dt>Sendero has</dt>
        <dd>
          {theirs === null
            ? 'Not logged, or not yours'
            : `${accountWords(theirs, session)}. ${linesOf(theirs)}`}
        </dd>
      </dl>
      <ButtonRow>
        <SubmitButton kind="second" name="deed" value="leave">
          Leave it so
          <About session={session} />
        </SubmitButton>
        <SubmitButton kind="second" name="deed" value="again">
          Say mine instead
          <About session={session} />
        </SubmitButton>
      </ButtonRow>
    </form>
  );
}

/** One session: who is due by initials, and one tap to say that all were here. */
export function SessionCard(part: Part) {
  const { session, waiting, seen } = part;
  const account = accountOf(waiting, session);
  const isFormOpen = seen.opened?.of === keyOf(session);
  return (
    <Card title={session.title} id={keyOf(session)}>
      <p class="small quiet">{[session.where, marksIn(session)].filter(Boolean).join(' · ')}</p>
      {session.last !== null && <p class="small">{session.last}</p>}
      {refusedOf(waiting, session).map((one) => (
        <NotTaken key={one.tap.key} one={one} session={session} seen={seen} />
      ))}
      {isFormOpen && seen.opened?.form}
      {!isFormOpen && (account === null ? <ToLog {...part} /> : <Logged {...part} />)}
    </Card>
  );
}
