import { checkedDay } from '#src/kernel/dates.ts';
import { ActionList } from '#src/ui/action-list.tsx';
import { ButtonRow, LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { Details } from '#src/ui/details.tsx';
import { ExportMenu } from '#src/ui/export-menu.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { clockStands, ownerWords } from '../domain/clock-words.ts';
import { reportStepWords } from '../domain/review/report-parts.ts';
import type { ReviewState } from '../domain/review/review-steps.ts';
import type { CaseClock } from '../queries/run-case-clocks.ts';
import { reviewHref } from './review-of.ts';
import type { ReviewShown } from './review-shown.ts';

type Shown = { readonly shown: ReviewShown; readonly mayRun: boolean };

const nextWords: Readonly<Record<ReviewState, string>> = {
  planned: 'Send the invitations: the law asks for two weeks’ notice.',
  invited: 'Gather the advice, and circulate it to everybody two weeks before the meeting.',
  circulated: 'Hold the meeting.',
  held: 'Mark who came, write the report, and send it within two weeks.',
  reported: 'The authority decides within four weeks of the meeting.',
  decided: 'The authority sends the notice of the changes.',
  amending: 'The authority sends the final amended plan within eight weeks of its notice.',
  done: 'Nothing more is owed.',
  withdrawn: 'Nothing more is owed.',
};

/** The one thing to do now, with the ways out of the review. */
export function NextCard({ shown, mayRun }: Shown) {
  const { review, state } = shown;
  const href = reviewHref(review.reviewId);
  const isOfCase = review.case !== null;
  return (
    <Card title="Next" tone="next">
      <p>{isOfCase || state === 'planned' ? nextWords[state] : termlyWords(state)}</p>
      {mayRun && (
        <ButtonRow>
          {isOfCase &&
            review.events.adviceCirculated === undefined &&
            review.events.reportSent === undefined && (
              <LinkButton href={`${href}/circulate`} kind={state === 'invited' ? 'first' : 'second'}>
                Circulate the advice
              </LinkButton>
            )}
          {state === 'held' && <LinkButton href={`${href}/send-report`}>Send the report</LinkButton>}
          {isOfCase && ['reported', 'decided', 'amending'].includes(state) && (
            <LinkButton href={`${href}/authority`}>Record what the authority did</LinkButton>
          )}
        </ButtonRow>
      )}
      <ExportMenu
        ways={[
          { label: 'Advice, as PDF', href: `${href}/advice.pdf` },
          { label: 'Report, as PDF', href: `${href}/report.pdf` },
          { label: 'Report, as Word', href: `${href}/report.docx` },
        ]}
      />
      {review.reportDocumentId !== null && (
        <p>
          <a href={`/documents/${review.reportDocumentId}`}>The report as it was sent</a>
        </p>
      )}
    </Card>
  );
}

const termlyWords = (state: ReviewState): string =>
  state === 'done' || state === 'withdrawn'
    ? 'Nothing more is owed.'
    : 'Hold the meeting, and send what was agreed.';

/** What runs in time is told by its day, everything else by how it stands. */
function StateTag(one: CaseClock) {
  if (one.state.is === 'running') return <>{checkedDay(one.clock.dueOn)}</>;
  const { kind, words } = clockStands(one);
  return <Tag kind={kind}>{words}</Tag>;
}

const clockItem = (one: CaseClock) => ({
  label: one.clock.name,
  why: one.clock.source,
  end: <StateTag {...one} />,
});

/** Ours and theirs, in order of the days; what was done in time is folded away. */
export function ClocksCard({ shown: { clocks, review } }: Pick<Shown, 'shown'>) {
  if (review.case === null)
    return (
      <Card title="Dates">
        <p>No clock of the law runs for a termly meeting.</p>
      </Card>
    );
  const open = clocks.filter(({ state }) => state.is !== 'met');
  const met = clocks.filter(({ state }) => state.is === 'met');
  const owners = [...new Set(open.map(({ clock }) => clock.owedBy))];
  return (
    <Card title="Dates">
      {owners.map((owner) => (
        <div key={owner}>
          <h3>{ownerWords({ clock: { owedBy: owner } })}</h3>
          <ActionList items={open.filter(({ clock }) => clock.owedBy === owner).map(clockItem)} />
        </div>
      ))}
      <Details summary="How each date is reckoned">
        {open.map(({ clock }) => (
          <p key={clock.id}>
            <b>{`${clock.name}:`}</b> {clock.why}
          </p>
        ))}
      </Details>
      {met.length > 0 && (
        <Details summary={`Done: ${met.length}`}>
          <ActionList items={met.map(clockItem)} />
        </Details>
      )}
    </Card>
  );
}

/** What the report still lacks, each with its rule. */
export function MissingCard({ shown: { missing, review }, mayRun }: Shown) {
  if (review.case === null || review.events.reportSent !== undefined) return null;
  return (
    <Card title={missing.length === 0 ? 'The report is complete' : 'Missing in the report'}>
      {missing.length > 0 && (
        <ActionList
          items={missing.map(({ step, label, source }) => ({
            label,
            href: mayRun ? `${reviewHref(review.reviewId)}/report/${step}` : undefined,
            why: `${reportStepWords[step]}. ${source}`,
          }))}
        />
      )}
    </Card>
  );
}
