import { middleDate, shortDay } from '#src/kernel/dates.ts';
import { clockStands, type DueLine, isLate, owedByWords } from '#src/modules/ehcp/index.ts';
import { type Action, ActionList } from '#src/ui/action-list.tsx';
import { Card } from '#src/ui/card.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { someDeadlines, type TodayItems } from './today-items.ts';

const item = (of: DueLine): Action => ({
  when: isLate(of) ? 'late' : shortDay(of.clock.dueOn),
  label: `${of.clock.name}: ${of.forename} ${of.surname}`,
  href: of.href,
  why: [of.of, owedByWords(of), `due ${middleDate(of.clock.dueOn)}`, of.clock.source].join(' · '),
  end: <Tag kind={clockStands(of).kind}>{clockStands(of).words}</Tag>,
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
          ...shown.map(item),
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

/** Dates of the law and of authorities that the school owes: late, or due this week. */
export const OursCard = ({ items }: { items: TodayItems }) => (
  <DeadlinesCard items={items} whose="ours" title="Dates to keep" />
);

/** What an authority or somebody else owes, and has not done in time. */
export const TheirsCard = ({ items }: { items: TodayItems }) => (
  <DeadlinesCard items={items} whose="theirs" title="Late (theirs)" />
);
