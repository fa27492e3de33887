import { type FoundPupil, yearWords } from '#src/modules/pupils/index.ts';
import { ActionList } from '#src/ui/action-list.tsx';
import { ButtonRow, SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { TextField } from '#src/ui/text-field.tsx';

/** About whom? A form that looks for the pupil, and those it found. */
export function WhichPupil({ asked, found }: { asked: string; found: readonly FoundPupil[] }) {
  return (
    <div class="narrow">
      <PageHead
        title="Log a contact, worry or decision"
        lead="About whom? N on a pupil’s own page knows it already."
      />
      <form method="get" action="/log">
        <TextField name="q" label="Name or UPN of the pupil" value={asked} />
        <ButtonRow>
          <SubmitButton>Find the pupil</SubmitButton>
        </ButtonRow>
      </form>
      {asked !== '' && (
        <Card title="Pupils found">
          {found.length === 0 && <p>Nobody found. Pupils outside your reach are not found.</p>}
          <ActionList
            items={found.map((pupil) => ({
              label: `${pupil.forename} ${pupil.surname}`,
              href: `/log?pupil=${pupil.pupilId}`,
              why: [yearWords(pupil.yearGroup), pupil.className ?? ''].filter(Boolean).join(', '),
            }))}
          />
        </Card>
      )}
    </div>
  );
}
