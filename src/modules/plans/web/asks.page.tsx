import { z } from 'zod';
import { addDays, longDate } from '#src/kernel/dates.ts';
import { noAttempt } from '#src/kernel/form.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { ReviewTabs } from '#src/ui/review-tabs.tsx';
import { Tag } from '#src/ui/tag.tsx';
import type { AskLine } from '../domain/ask.ts';
import { listAsks } from '../queries/list-asks.ts';

const shownDays = 42;

/** Who was asked for what, who answered, and who is to be reminded. */
export default page({
  path: '/reviews/asks',
  params: z.object({}),
  may: 'plan.issue',
  section: 'Reviews',
  title: 'Who was asked',
  load: async ({ tx }) => ({ asks: await listAsks(tx, addDays(tx.scope.today, -shownDays)) }),
  about: { none: 'It counts what staff were asked and names no pupil' },
  view: ({ subject: { asks }, actor }) => (
    <>
      <PageHead
        title="Who was asked"
        lead="Each Monday of term everybody is asked once, for the reviews of the next two weeks. The mail holds a link and no name."
        actions={<PostForm action="/reviews/asks/now" attempt={noAttempt} submit="Ask now" />}
      />
      <ReviewTabs actor={actor} current="/reviews/asks" />
      {asks.length === 0 ? (
        <EmptyState title="Nobody was asked yet">
          Those who teach or support a pupil are asked for a word about each target before its review.
        </EmptyState>
      ) : (
        <Sheet label="Who was asked">
          <DataTable
            caption="Who was asked, the newest week first"
            columns={[
              { key: 'who', label: 'Who', isRowHead: true },
              { key: 'answered', label: 'Answered' },
              { key: 'mailed', label: 'Mailed', isQuiet: true },
              { key: 'remind', label: 'Remind' },
            ]}
            groups={weeksOf(asks).map((weekOn) => ({
              label: `Week of ${longDate(weekOn)}`,
              rows: asks.filter((ask) => ask.weekOn === weekOn).map(rowOf),
            }))}
          />
        </Sheet>
      )}
    </>
  ),
});

const weeksOf = (asks: readonly AskLine[]) => [...new Set(asks.map((ask) => ask.weekOn))];

const rowOf = (ask: AskLine) => {
  const { askId, knownAs, asked, answered, mailedAt, remindedAt } = ask;
  const isDone = answered >= asked;
  return {
    who: knownAs ?? 'Somebody who has left',
    answered: (
      <>
        {`${answered} of ${asked}`} {isDone && <Tag kind="good">Done</Tag>}
      </>
    ),
    mailed: [
      mailedAt === null ? 'on its way' : timeWords(mailedAt),
      remindedAt === null ? '' : `reminded ${timeWords(remindedAt)}`,
    ]
      .filter(Boolean)
      .join(' · '),
    remind: isDone ? (
      ''
    ) : (
      <form method="post" action={`/reviews/asks/${askId}/remind`}>
        <SubmitButton kind="second">
          Remind<span class="govuk-visually-hidden">{` ${knownAs ?? ''}`}</span>
        </SubmitButton>
      </form>
    ),
  };
};
