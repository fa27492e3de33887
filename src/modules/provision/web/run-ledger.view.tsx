import type { Actor } from '#src/kernel/access.ts';
import { shortDay } from '#src/kernel/dates.ts';
import { ActionList } from '#src/ui/action-list.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { Strip } from '#src/ui/strip.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { lostIn, stillOpen } from '../domain/ledger.ts';
import { mayLog } from '../domain/log-session.policy.ts';
import { lostWords, minutesInWords, timeWords } from '../domain/provision-words.ts';
import type { LoggedSession } from '../queries/list-sessions.ts';
import { Given } from './run-list.view.tsx';
import type { RunSubject } from './run-subject.ts';

/** What was planned, given and lost, and why. */
export function LedgerCard({ subject: { account } }: { subject: RunSubject }) {
  const { ledger } = account;
  return (
    <Card title="Planned and given">
      <Strip
        figures={[
          { figure: minutesInWords(ledger.planned - ledger.toCome), label: 'due until today' },
          { figure: minutesInWords(ledger.held), label: 'given' },
          { figure: minutesInWords(ledger.lost), label: 'lost' },
          { figure: minutesInWords(ledger.notLogged), label: 'not logged' },
          ...(ledger.extra === 0
            ? []
            : [{ figure: minutesInWords(ledger.extra), label: 'extra, beyond the plan' }]),
        ]}
      />
      <Given ledger={ledger} />
      {ledger.lost > 0 && (
        <p class="small quiet">
          Lost:{' '}
          {lostIn(ledger)
            .map(
              (reason) =>
                `${lostWords(reason).toLowerCase()} ${minutesInWords(ledger.byReason[reason] ?? 0)}`,
            )
            .join(', ')}
        </p>
      )}
    </Card>
  );
}

const mostComing = 6;

/** Sessions that nobody has logged yet, and the next ones; days on which the school is shut are said. */
export function ComingCard({ subject, actor }: { subject: RunSubject; actor: Actor }) {
  const { account, skipped, today } = subject;
  const open = stillOpen(account);
  const late = open.filter(({ on }) => on < today).slice(-mostComing);
  const coming = open.filter(({ on }) => on >= today).slice(0, mostComing);
  const items = [
    ...[...late, ...coming].map((session) => ({
      on: session.on,
      item: {
        when: shortDay(session.on),
        label: `${session.startsAt === null ? 'Any time' : timeWords(session.startsAt)}, ${session.minutes} minutes`,
        href:
          session.on <= today && mayLog(actor, account.full.staff, session.on)
            ? `/provision/slots/${session.slotId}/log?on=${session.on}`
            : undefined,
        why: session.place ?? undefined,
        end: session.on < today ? <Tag kind="warn">Not logged</Tag> : undefined,
      },
    })),
    ...skipped.map(({ on, why }) => ({
      on,
      item: { when: shortDay(on), label: 'No session', why, end: <Tag kind="watch">{why}</Tag> },
    })),
  ].toSorted((one, other) => (one.on < other.on ? -1 : 1));
  return (
    <Card title="Next">
      {items.length === 0 ? (
        <p class="quiet">
          Nothing is planned. Sessions follow from the places in the week, the days of the group and the
          school’s terms.
        </p>
      ) : (
        <ActionList items={items.map(({ item }) => item)} />
      )}
    </Card>
  );
}

const columns = [
  { key: 'on', label: 'Day', isRowHead: true },
  { key: 'what', label: 'What became of it' },
  { key: 'there', label: 'There', isNumber: true },
  { key: 'note', label: 'Note and next step' },
] as const;

const becameWords = ({ state, minutesHeld, plannedMinutes, reason, isExtra }: LoggedSession): string => {
  if (state === 'cancelled')
    return `Did not happen: ${reason === null ? '' : lostWords(reason).toLowerCase()}`;
  const of = plannedMinutes === minutesHeld || plannedMinutes === 0 ? '' : ` of ${plannedMinutes}`;
  return `${minutesHeld}${of} minutes${isExtra ? ', extra' : ''}`;
};

const mostPast = 12;

/** The last sessions that were logged. */
export function PastCard({ subject: { account }, actor }: { subject: RunSubject; actor: Actor }) {
  const last = account.logged.toReversed().slice(0, mostPast);
  if (last.length === 0) return null;
  return (
    <Card title="Last sessions">
      <DataTable
        caption="The last sessions that were logged"
        isStacked
        columns={columns}
        rows={last.map((session) => ({
          on: mayLog(actor, account.full.staff, session.on) ? (
            <a href={`/provision/sessions/${session.sessionId}/change`}>{shortDay(session.on)}</a>
          ) : (
            shortDay(session.on)
          ),
          what: becameWords(session),
          there: `${session.pupils.filter(({ state }) => state === 'present').length} of ${session.pupils.length}`,
          note:
            [session.note, session.nextStep === null ? null : `Next: ${session.nextStep}`]
              .filter(Boolean)
              .join(' ') || '–',
        }))}
      />
    </Card>
  );
}
