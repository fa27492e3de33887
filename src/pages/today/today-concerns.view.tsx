import { daysBetween, middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { areaLabel, type Concern, decisionOf, outcomeLabel } from '#src/modules/register/index.ts';
import { type Action, ActionList } from '#src/ui/action-list.tsx';
import { Card } from '#src/ui/card.tsx';
import { Tag } from '#src/ui/tag.tsx';
import type { TodayItems } from './today-items.ts';

const waitingWords = (raisedOn: SchoolDate, today: SchoolDate): string => {
  const days = daysBetween(raisedOn, today);
  return days === 0 ? 'raised today' : `waiting ${days} ${days === 1 ? 'day' : 'days'}`;
};

const toDecideItem =
  (today: SchoolDate) =>
  ({ concernId, forename, surname, area, raisedByName, raisedOn }: Concern): Action => ({
    when: 'to decide',
    label: `Decide on the concern about ${forename} ${surname}`,
    href: `/concerns/${concernId}/decide`,
    why: [areaLabel[area], raisedByName === null ? '' : `from ${raisedByName}`, waitingWords(raisedOn, today)]
      .filter(Boolean)
      .join(' · '),
    end: <Tag kind="warn">To decide</Tag>,
  });

/** What waits for the SENCO's decision, from the moment it is raised. */
export function toDecideItems({ toDecide, toDecideMore, today }: TodayItems): readonly Action[] {
  return [
    ...toDecide.map(toDecideItem(today)),
    ...(toDecideMore === 0
      ? []
      : [
          {
            when: '',
            label: `${toDecideMore} more ${toDecideMore === 1 ? 'concern' : 'concerns'} to decide`,
            href: '/concerns',
          },
        ]),
  ];
}

/** What became of one's own concerns, and why. */
export function NewsCard({ items: { news } }: { items: TodayItems }) {
  if (news.length === 0) return null;
  return (
    <Card title="Decided on your concerns">
      <ActionList items={news.map(newsItem)} />
    </Card>
  );
}

function newsItem(concern: Concern): Action {
  const decision = decisionOf(concern);
  const name = `${concern.forename} ${concern.surname}`;
  return {
    label: `${name}: ${decision === null ? '' : outcomeLabel[decision.outcome]}`,
    href: `/concerns/${concern.concernId}`,
    why:
      decision === null
        ? ''
        : `${decision.why} · ${decision.byName ?? 'Sendero'}, ${middleDate(decision.decidedOn)}`,
  };
}
