import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { daysBetween, longDate, middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { areaLabel, type Concern, decisionOf, isToDecide, outcomeLabel } from '../domain/concern.ts';
import { watchBounds } from '../domain/watch-list.ts';
import { listConcernsSince, listToDecide } from '../queries/list-concerns.ts';
import { ConcernTag } from './concern-parts.view.tsx';
import { taskWords, waitingWords } from './concern-words.ts';
import { Printed } from './printed.view.tsx';

/** Concerns within reach: what waits for a decision, however old, then what was decided within a year. */
export default page({
  path: '/concerns',
  params: z.object({}),
  may: 'concern.raise',
  section: 'Pupils',
  title: 'Concerns',
  load: async ({ tx }) => {
    const recent = await listConcernsSince(tx, watchBounds.days);
    const { today, clock } = tx.scope;
    return {
      open: await listToDecide(tx),
      decided: recent.filter((concern) => !isToDecide(concern)),
      today,
      at: timeWords(clock.now()),
    };
  },
  about: ({ open, decided }) => [...new Set([...open, ...decided].map((one) => one.pupilId))],
  view: ({ subject: { open, decided, today, at }, actor }) => (
    <div class="landscape">
      <BackLink href="/pupils">Back to the register</BackLink>
      <PageHead
        title="Concerns"
        lead={`${open.length} to decide, ${decided.length} decided in the last year`}
        actions={
          may(actor, 'concern.watch') ? (
            <LinkButton href="/watch-list" kind="second">
              Watch-list
            </LinkButton>
          ) : undefined
        }
      />
      <Printed by={actor.knownAs} at={at} what="concerns" />
      {open.length + decided.length === 0 && (
        <EmptyState title="No concern was raised">
          <p>Raise one from the page of a pupil, or from the sheet of a class.</p>
        </EmptyState>
      )}
      <Concerns caption="To decide" concerns={open} today={today} />
      <Concerns caption="Decided" concerns={decided} today={today} />
    </div>
  ),
});

type Listed = { caption: string; concerns: readonly Concern[]; today: SchoolDate };

function Concerns({ caption, concerns, today }: Listed) {
  if (concerns.length === 0) return null;
  return (
    <>
      <h2>{caption}</h2>
      <Sheet label={caption}>
        <DataTable
          caption={caption}
          columns={[
            { key: 'pupil', label: 'Pupil', isRowHead: true },
            { key: 'observed', label: 'What is seen' },
            { key: 'area', label: 'Area' },
            { key: 'raised', label: 'Raised' },
            { key: 'state', label: 'Decision' },
            { key: 'why', label: 'Reason' },
          ]}
          rows={concerns.map((concern) => ({
            pupil: <a href={`/pupils/${concern.pupilId}`}>{`${concern.surname}, ${concern.forename}`}</a>,
            observed: <a href={`/concerns/${concern.concernId}`}>{shortened(concern.observed)}</a>,
            area: areaLabel[concern.area],
            raised: `${concern.raisedByName ?? 'Sendero'}, ${middleDate(concern.raisedOn)}`,
            state: <State concern={concern} />,
            why: whyOf(concern, today),
          }))}
        />
      </Sheet>
    </>
  );
}

/** The outcome as a tag, and under it what is to be done by whom. */
function State({ concern }: { concern: Concern }) {
  const decision = decisionOf(concern);
  if (decision === null || decision.task === null) return <ConcernTag concern={concern} />;
  return (
    <>
      <Tag kind="watch">{outcomeLabel[decision.outcome]}</Tag> {taskWords(decision)}
    </>
  );
}

function whyOf(concern: Concern, today: SchoolDate): string {
  const decision = decisionOf(concern);
  if (decision === null) return `waiting: ${waitingWords(daysBetween(concern.raisedOn, today))}`;
  return `${decision.why} (${decision.byName ?? 'Sendero'}, ${longDate(decision.decidedOn)})`;
}

const MOST_WORDS = 160;
const shortened = (words: string): string =>
  words.length <= MOST_WORDS ? words : `${words.slice(0, MOST_WORDS).trimEnd()} …`;
