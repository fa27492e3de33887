import { z } from 'zod';
import type { Attempt } from '#src/kernel/form.ts';
import { CarerId, PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { changeCarer, changePupilCarer } from '../commands/change-carer.ts';
import { carerForm, readAnswer } from '../domain/carer.form.ts';
import { type Carer, carerName, relationshipWords } from '../domain/carer.ts';
import { ownSource } from '../domain/facts.ts';
import { findPupil } from '../queries/find-pupil.ts';
import { listCarersOf } from '../queries/list-carers-of.ts';
import { CarerFields, TieFields } from './carer-fields.view.tsx';
import { aboutPupil, type OfPupil } from './pupil-name.ts';

type Subject = OfPupil & { readonly carer: Carer };

const staleWords =
  'Somebody has changed this since you opened it. Nothing was saved. What is held now stands above your entries: save again to put yours in its place.';

export default page({
  path: '/pupils/:pupilId/people/:carerId',
  params: z.object({ pupilId: PupilId, carerId: CarerId }),
  may: 'contacts.change',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ carer }: Subject) => `Change ${carerName(carer)}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const pupil = await findPupil(tx, params.pupilId);
    const carers = await listCarersOf(tx, [params.pupilId]);
    const carer = carers.find((one) => one.carerId === params.carerId);
    return pupil === null || carer === undefined ? null : { pupil, carer };
  },
  form: carerForm,
  view: ({ subject: { pupil, carer }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Change ${carerName(carer)}`}
        lead={
          carer.pupils > 1
            ? `Carer of ${carer.pupils} pupils: name, telephone and address change for all of them.`
            : undefined
        }
      />
      <HeldNow carer={carer} attempt={attempt} />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: `/pupils/${pupil.pupilId}/people` }}>
        <CarerFields attempt={attempt} held={carer} />
        <TieFields attempt={attempt} held={carer} />
        <HiddenField name="version" value={String(carer.version)} />
        <HiddenField name="tieVersion" value={String(carer.tieVersion)} />
      </PostForm>
      <p>
        <a href={`/pupils/${pupil.pupilId}/people/${carer.carerId}/end`}>
          {carerName(carer)} is no longer a carer of {pupil.name.forename}
        </a>
      </p>
    </div>
  ),
  submit: async ({ tx, subject: { pupil, carer }, values }) => {
    const told = { source: ownSource, sourceOn: tx.scope.today };
    const { carerId, pupilCarerId } = carer;
    const changed = await changeCarer(tx, {
      carer: { carerId, version: values.version },
      pupilId: pupil.pupilId,
      set: detailsOf(values),
      told,
    });
    const tied = await changePupilCarer(tx, {
      tie: { pupilCarerId, tieVersion: values.tieVersion },
      set: tieOf(values),
      told,
    });
    return changed.ok && tied.ok ? goTo(`/pupils/${pupil.pupilId}/people`, 'Saved') : refuse(staleWords);
  },
});

type Given = z.output<typeof carerForm.schema>;

const detailsOf = (given: Given) => ({
  title: given.title ?? null,
  forename: given.forename ?? null,
  surname: given.surname,
  email: given.email ?? null,
  phone: given.phone ?? null,
  otherPhone: given.otherPhone ?? null,
  address: given.address ?? null,
  language: given.language ?? null,
  preferredContact: given.preferredContact ?? null,
  needsInterpreter: given.needsInterpreter,
});

const tieOf = (given: Given) => ({
  relationship: given.relationship,
  hasParentalResponsibility: readAnswer(given.hasParentalResponsibility),
  livesWith: readAnswer(given.livesWith),
  priority: given.priority,
  getsLetters: given.getsLetters && !given.isRestricted,
  isRestricted: given.isRestricted,
});

/** What is held now, beside what was typed, when somebody has changed it in between. */
function HeldNow({ carer, attempt: { values } }: { carer: Carer; attempt: Attempt }) {
  const isSame = (name: string, held: number) =>
    values[name] === undefined || String(values[name]) === String(held);
  if (isSame('version', carer.version) && isSame('tieVersion', carer.tieVersion)) return null;
  return (
    <Inset>
      <p>Held now:</p>
      <SummaryList
        rows={[
          { key: 'Name', value: carerName(carer) },
          { key: 'Relationship', value: relationshipWords(carer.relationship) },
          { key: 'Telephone', value: carer.phone ?? 'None' },
          { key: 'Other telephone', value: carer.otherPhone ?? 'None' },
          { key: 'Email address', value: carer.email ?? 'None' },
          { key: 'Prefers', value: carer.preferredContact ?? 'Not known' },
          { key: 'Language', value: carer.language ?? 'Not known' },
          { key: 'Address', value: carer.address ?? 'None' },
          { key: 'Order to ring', value: String(carer.priority) },
          { key: 'Gets letters', value: carer.getsLetters ? 'Yes' : 'No' },
          { key: 'Court restriction', value: carer.isRestricted ? 'Yes' : 'No' },
        ]}
      />
    </Inset>
  );
}
