import { daysBetween, middleDate, type SchoolDate, shortDay } from '#src/kernel/dates.ts';
import { type Behind, behindKinds, type RegisterLine } from '#src/modules/register/index.ts';
import { type Action, ActionList } from '#src/ui/action-list.tsx';
import { Card } from '#src/ui/card.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { allReviewsOf, type ReviewLine, reviewsOf, type TodayItems } from './today-items.ts';

const lateTag = (days: number) => {
  if (days > 0) return <Tag kind="late">{`${days} ${days === 1 ? 'day' : 'days'} late`}</Tag>;
  return <Tag kind="warn">{days === 0 ? 'Today' : 'This week'}</Tag>;
};

const reviewItem = (line: ReviewLine, today: SchoolDate): Action => {
  const days = daysBetween(line.reviewOn, today);
  const [when, due] = days > 0 ? ['late', 'late'] : [shortDay(line.reviewOn), 'week'];
  const why = `the plan names ${middleDate(line.reviewOn)}`;
  return {
    when,
    label: `Review the plan of ${line.forename} ${line.surname}`,
    href: `/pupils/${line.pupilId}/plan/review?due=${due}`,
    why: line.className === null ? why : `${line.className} · ${why}`,
    end: lateTag(days),
  };
};

/** One line for each thing that the school is behind with beside reviews: how many, why, and who they are. */
const besides: Readonly<
  Record<Exclude<Behind, 'review'>, { label: (count: string) => string; why: string }>
> = {
  meetings: {
    label: (count) => `${count} with too few meetings with the parents`,
    why: 'Code of Practice 6.65: at least three a year',
  },
  no_plan: {
    label: (count) => `${count} on SEN support or with an EHC plan, without a plan`,
    why: 'Assess, plan, do, review: Code of Practice 6.44',
  },
  unshared: {
    label: (count) => `${count} whose plan was never shared with the parents`,
    why: 'A draft for more than four weeks · Code of Practice 6.48',
  },
};

const countWords = (count: number): string => `${count} ${count === 1 ? 'pupil' : 'pupils'}`;

function besideItems(behind: readonly RegisterLine[]): readonly Action[] {
  return behindKinds.flatMap((kind) => {
    const count = behind.filter((line) => line.behind.includes(kind)).length;
    if (kind === 'review' || count === 0) return [];
    const { label, why } = besides[kind];
    return [{ when: '', label: label(countWords(count)), href: `/pupils?behind=${kind}`, why }];
  });
}

const askedItems = (asked: number): readonly Action[] =>
  asked === 0
    ? []
    : [
        {
          when: 'asked',
          label: asked === 1 ? 'A word is asked of you' : `${asked} words are asked of you`,
          href: '/asks',
          why: 'For the reviews of the next two weeks, all on one page',
        },
      ];

/** Reviews that are late or due this week, and what else is behind: the school’s, or one’s own pupils’. */
export function ReviewsCard({ items }: { items: TodayItems }) {
  const { behind, today, asked } = items;
  if (behind.length === 0 && asked === 0) return null;
  const more = allReviewsOf(items).length - reviewsOf(items).length;
  return (
    <Card title="Reviews">
      <ActionList
        items={[
          ...askedItems(asked),
          ...reviewsOf(items).map((line) => reviewItem(line, today)),
          ...(more === 0
            ? []
            : [
                {
                  when: '',
                  label: `${more} more ${more === 1 ? 'review' : 'reviews'}`,
                  href: '/reviews/plans?due=week',
                },
              ]),
          ...besideItems(behind),
        ]}
      />
    </Card>
  );
}
