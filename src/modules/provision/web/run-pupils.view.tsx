import { type Actor, may } from '#src/kernel/access.ts';
import { middleDate } from '#src/kernel/dates.ts';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { pupilLedger } from '../domain/ledger.ts';
import { outcomeWords } from '../domain/provision-words.ts';
import { holdsOn } from '../domain/run.ts';
import type { NamedPupil } from '../queries/list-runs.ts';
import { Given } from './run-list.view.tsx';
import type { RunSubject } from './run-subject.ts';

const columns = [
  { key: 'name', label: 'Pupil', isRowHead: true },
  { key: 'since', label: 'In it' },
  { key: 'given', label: 'Given of what was due', isWide: true },
] as const;
const withDeeds = [...columns, { key: 'deeds', label: 'Change' }] as const;

const spellWords = (place: NamedPupil): string =>
  place.untilOn === null
    ? `From ${middleDate(place.fromOn)}`
    : `${middleDate(place.fromOn)} to ${middleDate(place.untilOn)}`;

function Deeds({ place }: { place: NamedPupil }) {
  const address = `/provision/run-pupils/${place.runPupilId}`;
  const about = <span class="govuk-visually-hidden">{` for ${place.forename} ${place.surname}`}</span>;
  if (place.outcome !== null) return <>Ended</>;
  return (
    <>
      <a href={`${address}/end`}>End{about}</a> <a href={`${address}/move`}>Move{about}</a>{' '}
      <a href={`${address}/withdraw`}>Take back{about}</a>
    </>
  );
}

/** Who is in it, with what each had; those who left below. */
export function PupilsCard({ subject: { account, today }, actor }: { subject: RunSubject; actor: Actor }) {
  const { pupils } = account.full;
  const ledgerOf = (place: NamedPupil) => pupilLedger({ ...account, today, spells: pupils }, place.pupilId);
  const rowOf = (place: NamedPupil) => ({
    name: (
      <>
        <a href={`/pupils/${place.pupilId}`}>{`${place.forename} ${place.surname}`}</a>
        <span class="why">{[place.className, place.aim].filter(Boolean).join(' · ')}</span>
      </>
    ),
    since: (
      <>
        {spellWords(place)}
        {place.outcome !== null && (
          <span class="why">
            {[outcomeWords[place.outcome], place.nextStep === null ? null : `Next: ${place.nextStep}`]
              .filter(Boolean)
              .join('. ')}
          </span>
        )}
      </>
    ),
    given: <Given ledger={ledgerOf(place)} />,
    deeds: <Deeds place={place} />,
  });
  const groups = [
    {
      label: 'In it',
      rows: pupils.filter((place) => holdsOn(place, today) || place.fromOn > today).map(rowOf),
    },
    {
      label: 'Left',
      rows: pupils.filter((place) => place.untilOn !== null && place.untilOn < today).map(rowOf),
    },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <Card title="Pupils">
      {groups.length === 0 ? (
        <p class="quiet">Nobody is in it yet.</p>
      ) : (
        <DataTable
          caption="Pupils of the group"
          isStacked
          columns={may(actor, 'provision.manage') ? withDeeds : columns}
          groups={groups}
        />
      )}
    </Card>
  );
}
