import { daysBetween, middleDate, type SchoolDate, shortDay } from '#src/kernel/dates.ts';
import { caseKindWords, type Deadline, isLate, owedByWords } from '#src/modules/ehcp/index.ts';
import { type Action, ActionList } from '#src/ui/action-list.tsx';
import { Card } from '#src/ui/card.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { someDeadlines, type TodayItems } from './today-items.ts';

const daysWords = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;

function End({ of, today }: { of: Deadline; today: SchoolDate }) {
  const left = daysBetween(today, of.clock.dueOn);
  if (isLate(of)) return <Tag kind="late">{`${daysWords(-left)} late`}</Tag>;
  return <Tag kind="warn">{left === 0 ? 'Today' : `In ${daysWords(left)}`}</Tag>;
}

const item = (of: Deadline, today: SchoolDate): Action => ({
  when: isLate(of) ? 'late' : shortDay(of.clock.dueOn),
  label: `${of.clock.name}: ${of.forename} ${of.surname}`,
  href: `/cases/${of.caseId}`,
  why: [caseKindWords[of.kind], owedByWords(of), `due ${middleDate(of.clock.dueOn)}`, of.clock.source].join(
    ' · ',
  ),
  end: <End of={of} today={today} />,
});

function DeadlinesCard({
  items,
  whose,
  title,
}: {
  items: TodayItems;
  whose: 'ours' | 'theirs';
  title: string;
}) {
  const { shown, more } = someDeadlines(items, whose);
  if (shown.length === 0) return null;
  return (
    <Card title={title}>
      <ActionList
        items={[
          ...shown.map((one) => item(one, items.today)),
          ...(more === 0
            ? []
            : [
                {
                  when: '',
                  label: `${more} more`,
                  href: whose === 'ours' ? '/reviews?due=week&whose=ours' : '/reviews?due=late&whose=theirs',
                },
              ]),
        ]}
      />
    </Card>
  );
}

/** Dates of the law that the school owes: late, or due this week. */
export const OursCard = ({ items }: { items: TodayItems }) => (
  <DeadlinesCard items={items} whose="ours" title="Dates of the law" />
);

/** What an authority or somebody else owes, and has not done in time. */
export const TheirsCard = ({ items }: { items: TodayItems }) => (
  <DeadlinesCard items={items} whose="theirs" title="Late (theirs)" />
);
