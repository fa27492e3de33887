import { longDate, middleDate } from '#src/kernel/dates.ts';
import { noAttempt } from '#src/kernel/form.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import {
  type Bid,
  type BidEvent,
  bidEventWords,
  bidStateWords,
  decisionOf,
  isRenewable,
  nextEvents,
  paidPence,
  pencePerTime,
  standingEvents,
  stateOfBid,
} from '#src/modules/funding/index.ts';
import { ActionList } from '#src/ui/action-list.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { type BidSubject, bidHref } from './bid-of.ts';

const steps = {
  sent: { label: 'It was sent', path: 'send' },
  queried: { label: 'It asks something', path: 'query' },
  answered: { label: 'Answered', path: 'answer' },
  decided: { label: 'It decided', path: 'decide' },
  paid: { label: 'Money came', path: 'pay' },
  dropped: { label: 'Withdraw it', path: 'drop' },
} as const;

/** What can be recorded now, and carrying on what was given. */
export function NextSteps({ subject: { bid } }: { subject: BidSubject }) {
  return (
    <>
      {nextEvents(stateOfBid(bid)).map((name, at) => (
        <LinkButton
          key={name}
          href={`${bidHref(bid.bidId)}/${steps[name].path}`}
          kind={at === 0 ? 'first' : 'second'}
        >
          {steps[name].label}
        </LinkButton>
      ))}
      {isRenewable(bid) && (
        <PostForm
          action={`${bidHref(bid.bidId)}/renew`}
          attempt={noAttempt}
          submit="Ask again"
          kind="second"
        />
      )}
    </>
  );
}

const time = ({ fromOn, untilOn }: Pick<Bid, 'fromOn' | 'untilOn'>): string =>
  fromOn === null || untilOn === null ? 'Not said yet' : `${middleDate(fromOn)} to ${middleDate(untilOn)}`;

/** What is asked beside what was given and what came. */
export function AskedCard({ subject, mayChange }: { subject: BidSubject; mayChange: boolean }) {
  const { bid, content, settings } = subject;
  const given = decisionOf(bid);
  const bandName = (bandId: string | null) => settings.bands.find((band) => band.bandId === bandId)?.name;
  const sum = (pence: number | null, bandId: string | null) =>
    pence === null
      ? 'Not said yet'
      : [`${poundsInWords(pence)} a year`, bandName(bandId)].filter(Boolean).join(' · ');
  return (
    <Card title="Asked and given">
      <SummaryList
        rows={[
          { key: 'Asked', value: sum(content.askedPence, bid.bandId) },
          { key: 'For', value: time(content) },
          ...(given === null ? [] : [{ key: 'Decided', value: bidStateWords[given.outcome ?? 'refused'] }]),
          ...(given?.pence == null
            ? []
            : [
                { key: 'Given', value: sum(given.pence, given.bandId) },
                { key: 'For', value: time(given) },
                ...cameRows(bid, given),
              ]),
        ]}
      />
      {mayChange && <a href={`${bidHref(bid.bidId)}/ask`}>Say what is asked for</a>}
    </Card>
  );
}

function cameRows(bid: Bid, { pence, fromOn, untilOn }: BidEvent) {
  if (pence === null || fromOn === null || untilOn === null) return [];
  const whole = pencePerTime(pence, fromOn, untilOn);
  return [
    { key: 'In all', value: `${poundsInWords(whole)} for that time, by the day` },
    { key: 'Came', value: poundsInWords(paidPence(bid)) },
  ];
}

const stateWords = { there: 'There', 'not there': 'Not there', look: 'Look yourself' } as const;

/** What the authority wishes to see, and a button that makes a task of what is not there. */
export function MissingCard({
  subject: { bid, asks, settings, window },
  mayAct,
}: {
  subject: BidSubject;
  mayAct: boolean;
}) {
  return (
    <Card
      title={`${bid.authority} asks for`}
      tone={asks.some(({ state }) => state === 'not there') ? 'next' : undefined}
    >
      <p class="small">
        <Tag kind="warn">LOCAL</Tag> Its wishes, no law: a missing item does not bar you from sending.
        {settings.rules.source !== undefined && ` ${settings.rules.source}.`}
      </p>
      {window !== null && (
        <p class="small">{`${window.name}: ${middleDate(window.opensOn)} to ${middleDate(window.closesOn)}.`}</p>
      )}
      {asks.length === 0 && (
        <p>
          Nothing is kept of what it asks for.{' '}
          <a href={`/school/authorities/${bid.authorityId}/top-up`}>Bands, windows and evidence</a>
        </p>
      )}
      <ActionList
        items={asks.map(({ key, words, state }) => ({
          label: words,
          end: (
            <>
              <Tag kind={state === 'there' ? 'good' : 'watch'}>{stateWords[state]}</Tag>
              {mayAct && state !== 'there' && (
                <PostForm
                  action={`${bidHref(bid.bidId)}/tasks/${key}`}
                  attempt={noAttempt}
                  submit="Make a task"
                  kind="second"
                />
              )}
            </>
          ),
        }))}
      />
    </Card>
  );
}

const eventWords = ({ name, outcome, pence, answerBy, note, withdrawnWhy }: BidEvent): string =>
  [
    outcome === null ? null : bidStateWords[outcome],
    pence === null ? null : `${poundsInWords(pence)}${name === 'decided' ? ' a year' : ''}`,
    answerBy === null ? null : `answer by ${longDate(answerBy)}`,
    note,
    withdrawnWhy === null ? null : `Taken back: ${withdrawnWhy}`,
  ]
    .filter(Boolean)
    .join(' · ');

/** What happened, the last first; only the last step can be taken back. */
export function HappenedCard({ subject: { bid }, mayAct }: { subject: BidSubject; mayAct: boolean }) {
  if (bid.events.length === 0) return null;
  const last = standingEvents(bid.events).at(-1);
  return (
    <Card title="What happened">
      <ActionList
        items={bid.events.toReversed().map((event) => ({
          when: middleDate(event.happenedOn),
          label: bidEventWords[event.name],
          why: eventWords(event) || undefined,
          end:
            mayAct && event === last ? (
              <a href={`${bidHref(bid.bidId)}/steps/${event.bidEventId}/withdraw`}>Take back</a>
            ) : undefined,
        }))}
      />
    </Card>
  );
}

/** The versions that its authority has, as they were sent. */
export function SentCard({ subject: { bid, words } }: { subject: BidSubject }) {
  if (words.versions.length === 0) return null;
  return (
    <Card title="As it was sent">
      <ActionList
        items={words.versions.map(({ number, sentOn }) => ({
          label: `Version ${number}, ${middleDate(sentOn)}`,
          href: `${bidHref(bid.bidId)}/sent/${number}`,
        }))}
      />
    </Card>
  );
}
