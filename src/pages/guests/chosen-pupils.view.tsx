import type { PupilId } from '#src/kernel/ids.ts';
import { type FoundPupil, yearWords } from '#src/modules/pupils/index.ts';
import { ActionList } from '#src/ui/action-list.tsx';
import { ButtonRow, SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { TextField } from '#src/ui/text-field.tsx';

type Names = ReadonlyMap<PupilId, string>;

const addressOf = (pupilIds: readonly PupilId[]): string =>
  pupilIds.length === 0
    ? '/guests/new'
    : `/guests/new?${new URLSearchParams(pupilIds.map((pupilId) => ['pupil', pupilId]))}`;

/** The pupils whom the guest will see, each with the way to leave them out. They stand in the address. */
export function ChosenPupils({ names }: { names: Names }) {
  const all = [...names.keys()];
  if (all.length === 0) return null;
  return (
    <Card title="The guest will see">
      <ActionList
        items={[...names].map(([pupilId, name]) => ({
          label: name,
          end: (
            <a href={addressOf(all.filter((one) => one !== pupilId))}>
              Leave out<span class="govuk-visually-hidden"> {name}</span>
            </a>
          ),
        }))}
      />
    </Card>
  );
}

/** Looks for a pupil to add; those found are links that add them. */
export function FindMore({
  names,
  asked,
  found,
}: {
  names: Names;
  asked: string;
  found: readonly FoundPupil[];
}) {
  const all = [...names.keys()];
  const more = found.filter((pupil) => !names.has(pupil.pupilId));
  return (
    <>
      <Card title={all.length === 0 ? 'Which pupil?' : 'Another pupil too'}>
        <form method="get" action="/guests/new">
          {all.map((pupilId) => (
            <HiddenField key={pupilId} name="pupil" value={pupilId} />
          ))}
          <TextField
            name="q"
            label={all.length === 0 ? 'Name or UPN of the pupil' : 'Name or UPN of another pupil'}
            value={asked}
          />
          <ButtonRow>
            <SubmitButton kind="second">Find the pupil</SubmitButton>
          </ButtonRow>
        </form>
      </Card>
      {asked !== '' && (
        <Card title="Pupils found">
          {more.length === 0 && <p>Nobody else found.</p>}
          <ActionList
            items={more.map((pupil) => ({
              label: `Add ${pupil.forename} ${pupil.surname}`,
              href: addressOf([...all, pupil.pupilId]),
              why: [yearWords(pupil.yearGroup), pupil.className ?? '', pupil.isOnRoll ? '' : 'not on roll']
                .filter(Boolean)
                .join(', '),
            }))}
          />
        </Card>
      )}
    </>
  );
}
