import { longDate } from '#src/kernel/dates.ts';
import { Card } from '#src/ui/card.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { areaLabel, type Concern, decisionOf } from '../domain/concern.ts';
import { dayOr, decisionWords } from './concern-words.ts';

/** Where a concern stands, as a tag. */
export function ConcernTag({ concern }: { concern: Concern }) {
  if (concern.withdrawnWhy !== null) return <Tag kind="watch">Withdrawn</Tag>;
  const decision = decisionOf(concern);
  if (decision === null) return <Tag kind="warn">To decide</Tag>;
  return <Tag kind={decision.outcome === 'sen_support' ? 'support' : 'watch'}>{decisionWords(decision)}</Tag>;
}

/** Everything that was written when the concern was raised. */
export function ConcernFacts({ concern }: { concern: Concern }) {
  return (
    <Card title="What was raised">
      <SummaryList
        rows={[
          { key: 'What is seen', value: concern.observed },
          { key: 'Area', value: areaLabel[concern.area] },
          { key: 'Since', value: dayOr(concern.sinceOn, 'Not said') },
          { key: 'What was tried', value: concern.tried ?? 'Not said' },
          { key: 'What came of it', value: concern.cameOfIt ?? 'Not said' },
          {
            key: 'Raised',
            value: `${concern.raisedByName ?? 'Sendero'}, ${longDate(concern.raisedOn)}`,
          },
          {
            key: 'Who may read it',
            value: 'Staff who teach or support the pupil, and those who see the school',
          },
          ...(concern.withdrawnWhy === null
            ? []
            : [{ key: 'Withdrawn', value: `Raised in error: ${concern.withdrawnWhy}` }]),
        ]}
      />
    </Card>
  );
}
