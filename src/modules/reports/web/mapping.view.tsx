import type { Attempt } from '#src/kernel/form.ts';
import { Card } from '#src/ui/card.tsx';
import { ChoiceInput, Choices } from '#src/ui/choice-input.tsx';
import { Details } from '#src/ui/details.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { fieldOfPlace } from '../domain/forms.form.ts';
import { placeKindWords } from '../domain/place.ts';
import { allFacts, findFact } from '../facts/all-facts.ts';
import { type FactGroup, factGroups } from '../facts/fact.ts';
import { placesOf } from '../word/open-form.ts';
import type { FormSubject } from './form-of.ts';
import { FormSheet } from './form-sheet.view.tsx';

const listId = 'facts';

/** The form with a line at each place, to say which fact goes there. */
export function MappingForm({
  subject: { opened, file },
  version,
  attempt,
}: {
  subject: FormSubject;
  version: number;
  attempt: Attempt;
}) {
  const places = placesOf(opened);
  const numbers = new Map(places.map(({ address }, at) => [address, at]));
  const held = new Map(file.mapping.map(({ address, fact }) => [address, findFact(fact)?.name]));
  return (
    <PostForm attempt={attempt} submit="Keep the mapping">
      <HiddenField name="version" value={String(version)} />
      <Choices id={listId} choices={allFacts.map(({ name }) => name)} />
      <Card title="The form, and what goes where">
        <FormSheet
          blocks={opened.blocks}
          place={(address) => {
            const at = numbers.get(address);
            const place = at === undefined ? undefined : places[at];
            if (at === undefined || place === undefined) return null;
            const name = fieldOfPlace(at);
            const typed = attempt.values[name];
            return (
              <ChoiceInput
                key={address}
                name={name}
                label={`Fact for “${place.label}” (${placeKindWords[place.kind].toLowerCase()}${place.heading === '' ? '' : `, under ${place.heading}`})`}
                list={listId}
                value={typeof typed === 'string' ? typed : held.get(address)}
                error={attempt.errors[name]}
              />
            );
          }}
        />
      </Card>
    </PostForm>
  );
}

/** The same to read: what goes where in a form that is not the school's to change. */
export function ShippedSheet({ subject: { opened, file } }: { subject: FormSubject }) {
  const held = new Map(file.mapping.map(({ address, fact }) => [address, findFact(fact)?.name]));
  return (
    <Card title="The form, and what goes where">
      <FormSheet
        blocks={opened.blocks}
        place={(address) => {
          const name = held.get(address);
          return name === undefined ? (
            <span key={address} class="quiet">
              By hand
            </span>
          ) : (
            <Tag key={address} kind="support">
              {name}
            </Tag>
          );
        }}
      />
    </Card>
  );
}

const groups = Object.keys(factGroups).filter((group): group is FactGroup =>
  Object.hasOwn(factGroups, group),
);

/** Everything that Sendero can put into a form, by what it is about. */
export function FactList() {
  return (
    <Card title="What Sendero knows">
      <p class="small">{`${allFacts.length} facts. Type some letters of one at its place in the form.`}</p>
      {groups.map((group) => (
        <Details key={group} summary={factGroups[group].label}>
          <ul class="list plain">
            {allFacts
              .filter((fact) => fact.group === group)
              .map(({ key, name }) => (
                <li key={key}>{name}</li>
              ))}
          </ul>
        </Details>
      ))}
    </Card>
  );
}
