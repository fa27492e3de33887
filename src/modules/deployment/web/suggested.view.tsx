import { type Member, may } from '#src/kernel/access.ts';
import type { Attempt } from '#src/kernel/form.ts';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { CheckboxesField } from '#src/ui/checkboxes-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { type CoverDay, keyOfSuggestion } from '../domain/day/cover-day.ts';
import type { Replan } from '../domain/day/replan.ts';
import { forceWords } from '../domain/demand-facts.ts';
import { forces } from '../domain/week.ts';
import { namesOf, suggestionTitle, suggestionWhy } from './day-words.ts';

type Props = {
  readonly day: CoverDay;
  readonly replan: Replan;
  readonly attempt: Attempt;
  readonly actor: Member;
};

/** What falls, the most urgent first, each with what to do about it: ticked, and taken together. */
export function Suggested({ day, replan, attempt, actor }: Props) {
  const isStale = Object.keys(attempt.errors).length > 0 && String(day.version) !== attempt.values.version;
  const ticked = attempt.values.keys;
  const all = replan.suggestions.map(keyOfSuggestion);
  const chosen =
    ticked === undefined || isStale ? all : Array.isArray(ticked) ? ticked.map(String) : [String(ticked)];
  const groups = forces
    .map((force) => ({
      force,
      options: replan.suggestions
        .filter(({ fallen }) => fallen.demand.force === force)
        .map((one) => optionOf(one, day)),
    }))
    .filter(({ options }) => options.length > 0);
  const fields = groups.map(({ force, options }, at) => (
    <CheckboxesField
      key={force}
      name="keys"
      id={at === 0 ? 'keys' : `keys-${force}`}
      label={forceWords[force]}
      error={at === 0 ? attempt.errors.keys : undefined}
      options={options}
      values={chosen}
      isSmall
    />
  ));
  const { people } = replan.cost;
  return (
    <Card title="What falls, and what to do" tone="next">
      <p class="small quiet">
        {people === 0 ? 'Nobody at work has another day by this' : peopleWords(people)}
        {replan.isLeast
          ? '. With everything at its own time, no way loses less or changes fewer people.'
          : '. It obeys every rule; the search ended before it was certain that nothing is better.'}
      </p>
      {may(actor, 'team.manage') ? (
        <PostForm attempt={attempt} submit="Do what is ticked">
          <HiddenField name="version" value={String(day.version)} />
          {groups.length > 1 && <SubmitButton>Do what is ticked</SubmitButton>}
          {fields}
        </PostForm>
      ) : (
        groups
          .flatMap(({ options }) => options)
          .map(({ value, label, hint }) => (
            <p key={value}>
              {label}
              <br />
              <span class="small quiet">{hint}</span>
            </p>
          ))
      )}
    </Card>
  );
}

const peopleWords = (people: number): string =>
  people === 1
    ? 'One person at work has another day by this'
    : `${people} people at work have another day by this`;

function optionOf(suggestion: Replan['suggestions'][number], day: CoverDay) {
  const names = namesOf(day);
  return {
    value: keyOfSuggestion(suggestion),
    label: suggestionTitle(suggestion, names),
    hint: suggestionWhy(suggestion, names),
  };
}
