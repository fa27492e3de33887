import { z } from 'zod';
import { type Actor, may } from '#src/kernel/access.ts';
import { PupilId } from '#src/kernel/ids.ts';
import {
  type Carer,
  carerName,
  languageWords,
  listCarersOf,
  type Pupil,
  relationshipWords,
  toldWords,
} from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { Warning } from '#src/ui/warning.tsx';
import { PupilBand } from './pupil-band.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from './pupil-head.ts';

type Subject = PupilHead & { readonly carers: readonly Carer[] };

export default page({
  path: '/pupils/:pupilId/people',
  params: z.object({ pupilId: PupilId }),
  may: 'contacts.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `People of ${fullName(pupil)}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const head = await findPupilHead(tx, params.pupilId);
    return head === null ? null : { ...head, carers: await listCarersOf(tx, [params.pupilId]) };
  },
  view: ({ subject, actor }) => {
    const { pupil, carers } = subject;
    const home = pupil.facts.find((fact) => fact.kind === 'address');
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="People" />
        {carers.length === 0 && (
          <EmptyState title="No parent or carer is recorded">
            <p>Without one, nobody at home can be told or asked.</p>
          </EmptyState>
        )}
        {home !== undefined && (
          <p>
            {`Lives at ${home.value} `}
            <span class="small quiet">{toldWords(home)}</span>
          </p>
        )}
        {carers.map((carer) => (
          <CarerCard key={carer.carerId} carer={carer} pupil={pupil} actor={actor} />
        ))}
        {may(actor, 'contacts.change') && (
          <LinkButton href={`/pupils/${pupil.pupilId}/people/new`}>Add a parent or carer</LinkButton>
        )}
        {may(actor, 'import.run') && !may(actor, 'pupil.read') && pupil.enrolment !== null && (
          <p>
            <a href={`/pupils/${pupil.pupilId}/leaves`}>Leaves the school</a>
          </p>
        )}
      </>
    );
  },
});

const known = (is: boolean | null): string => (is === null ? 'Not known' : is ? 'Yes' : 'No');

function CarerCard({ carer, pupil, actor }: { carer: Carer; pupil: Pupil; actor: Actor }) {
  return (
    <Card title={`${carerName(carer)}, ${relationshipWords(carer.relationship)}`}>
      {carer.isRestricted && (
        <Warning>A court restricts contact. Send nothing, and ask the SENCO before speaking.</Warning>
      )}
      <SummaryList rows={rowsOf(carer, pupil)} />
      <p class="small quiet">{`Source: ${carer.source}`}</p>
      {may(actor, 'contacts.change') && (
        <p>
          <a href={`/pupils/${pupil.pupilId}/people/${carer.carerId}`}>
            Change<span class="govuk-visually-hidden"> {carerName(carer)}</span>
          </a>
        </p>
      )}
    </Card>
  );
}

const rowsOf = (carer: Carer, pupil: Pupil) => [
  { key: 'Order to ring', value: String(carer.priority) },
  { key: 'Parental responsibility', value: known(carer.hasParentalResponsibility) },
  { key: `Lives with ${pupil.name.forename}`, value: known(carer.livesWith) },
  { key: 'Telephone', value: [carer.phone, carer.otherPhone].filter(Boolean).join(', ') || 'None' },
  { key: 'Email', value: carer.email ?? 'None' },
  { key: 'Prefers', value: carer.preferredContact ?? 'Not known' },
  { key: 'Gets letters', value: carer.getsLetters ? 'Yes' : 'No' },
  {
    key: 'Language',
    value: `${carer.language === null ? 'Not known' : languageWords(carer.language)}${carer.needsInterpreter ? ', needs an interpreter' : ''}`,
  },
  ...(carer.address === null ? [] : [{ key: 'Address', value: carer.address }]),
];
