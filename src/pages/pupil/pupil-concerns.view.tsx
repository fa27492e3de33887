import { type Actor, may } from '#src/kernel/access.ts';
import { middleDate } from '#src/kernel/dates.ts';
import {
  areaLabel,
  type Concern,
  decisionOf,
  isToDecide,
  outcomeLabel,
} from '#src/modules/register/index.ts';
import { ActionList } from '#src/ui/action-list.tsx';
import { Card } from '#src/ui/card.tsx';
import { Tag } from '#src/ui/tag.tsx';

/** Each concern with what was decided of it and why, the newest first. */
export function Concerns({ concerns, actor }: { concerns: readonly Concern[]; actor: Actor }) {
  if (concerns.length === 0) return null;
  return (
    <Card title="Concerns">
      <ActionList
        items={concerns.map((concern) => ({
          label: concern.observed,
          href: `/concerns/${concern.concernId}`,
          why: (
            <>
              {[areaLabel[concern.area], concern.raisedByName ?? '', middleDate(concern.raisedOn)]
                .filter(Boolean)
                .join(' · ')}
              <Decided concern={concern} />
            </>
          ),
          end: isToDecide(concern) ? <End concern={concern} actor={actor} /> : undefined,
        }))}
      />
    </Card>
  );
}

function Decided({ concern }: { concern: Concern }) {
  const decision = decisionOf(concern);
  if (decision === null) return null;
  const { outcome, why, byName, decidedOn, task } = decision;
  const until =
    task === null || task.dueOn === null || !task.isOpen ? '' : ` until ${middleDate(task.dueOn)}`;
  return (
    <>
      <br />
      <b>{`${outcomeLabel[outcome]}${until}:`}</b> {why} · {byName ?? 'Sendero'}, {middleDate(decidedOn)}
    </>
  );
}

function End({ concern, actor }: { concern: Concern; actor: Actor }) {
  if (!may(actor, 'concern.decide')) return <Tag kind="warn">To decide</Tag>;
  return (
    <a href={`/concerns/${concern.concernId}/decide`}>
      Decide<span class="govuk-visually-hidden">: {concern.observed.slice(0, 80)}</span>
    </a>
  );
}
