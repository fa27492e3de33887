import { type Member, may } from '#src/kernel/access.ts';
import { ActionList } from '#src/ui/action-list.tsx';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { timesWords } from '../domain/day/absence.ts';
import type { CoverDay } from '../domain/day/cover-day.ts';
import { moveTitle, moveWhy, namesOf } from './day-words.ts';

type Shown = { readonly day: CoverDay };

/** Why nothing is to be decided. */
export function Nothing({ day }: Shown) {
  if (day.weekday === null)
    return (
      <EmptyState title="The school is shut today">
        <p>{day.why}: nothing falls, whoever is away.</p>
      </EmptyState>
    );
  if (day.week.slots.length === 0)
    return (
      <EmptyState title="There is no week of the team yet">
        <p>What falls when somebody is away is read from the timetable of the team.</p>
      </EmptyState>
    );
  return (
    <EmptyState title={day.absences.length === 0 ? 'Nobody is away' : 'Nothing is left to decide'}>
      <p>
        {day.moves.length === 0
          ? 'When somebody is marked as away, what they would have done stands here with what to do about it.'
          : 'All that falls today was decided. It stands beside.'}
      </p>
    </EmptyState>
  );
}

/** Who is away, what was decided, and what supply staff need. */
export function Side({ day, actor }: Shown & { readonly actor: Member }) {
  const names = namesOf(day);
  return (
    <>
      <Card title="Away today">
        {day.absences.length === 0 ? (
          <p>Nobody is marked as away.</p>
        ) : (
          <ActionList items={day.absences.map((one) => ({ label: one.name, why: timesWords(one) }))} />
        )}
      </Card>
      {day.moves.length > 0 && (
        <Card title="Decided for today">
          <ActionList
            items={day.moves.map((move) => ({
              label: moveTitle(move, day, names),
              why: moveWhy(move, names),
            }))}
          />
          {may(actor, 'team.manage') && (
            <form method="post" action="/team/today/take-back">
              <SubmitButton kind="second">Take all of it back</SubmitButton>
            </form>
          )}
        </Card>
      )}
      {may(actor, 'card.lend') && day.absences.length > 0 && (
        <Card title="Supply staff">
          <p>
            A supply teacher gets the lesson cards of a class by a link, for one day:{' '}
            <a href="/cards">lend the cards of a class</a>.
          </p>
        </Card>
      )}
    </>
  );
}
