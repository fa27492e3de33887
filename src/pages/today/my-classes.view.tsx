import type { ClassReading } from '#src/modules/plans/index.ts';
import { type Action, ActionList } from '#src/ui/action-list.tsx';
import { Card } from '#src/ui/card.tsx';
import { Tag } from '#src/ui/tag.tsx';
import type { TodayItems } from './today-items.ts';

/** What the children in each lesson need: one click from the home page. */
export function MyClassesCard({ items: { classes, supports } }: { items: TodayItems }) {
  if (classes.length === 0 && !supports) return null;
  return (
    <Card title="My classes">
      <ActionList
        items={[
          ...classes.map(classItem),
          ...(supports ? [{ label: 'Lesson cards of the pupils I support', href: '/cards' }] : []),
        ]}
      />
    </Card>
  );
}

const classItem = ({ groupId, name, subject, cards, without, toRead }: ClassReading): Action => ({
  label: `${name}: lesson card`,
  href: `/classes/${groupId}/card`,
  why: [
    subject,
    cards === 1 ? '1 pupil' : `${cards} pupils`,
    without === 0 ? null : `${without} with a plan and no card`,
  ]
    .filter((part) => part !== null)
    .join(' · '),
  end: toRead === 0 ? undefined : <Tag kind="warn">{`${toRead} to read`}</Tag>,
});
