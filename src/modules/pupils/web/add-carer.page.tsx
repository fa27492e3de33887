import { z } from 'zod';
import { CarerId, PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo } from '#src/platform/http/route.ts';
import { ActionList } from '#src/ui/action-list.tsx';
import { Card } from '#src/ui/card.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { recordCarer } from '../commands/record-carer.ts';
import { newCarerForm, readAnswer } from '../domain/carer.form.ts';
import { carerName } from '../domain/carer.ts';
import { ownSource } from '../domain/facts.ts';
import { findPupil } from '../queries/find-pupil.ts';
import { type KnownCarer, listKnownCarers } from '../queries/list-known-carers.ts';
import { CarerFields, TieFields } from './carer-fields.view.tsx';
import { aboutPupil, fullName, type OfPupil } from './pupil-name.ts';

type Subject = OfPupil & {
  readonly others: readonly KnownCarer[];
  /** The carer of another pupil who is this pupil's too. */
  readonly known: KnownCarer | null;
};

export default page({
  path: '/pupils/:pupilId/people/new',
  params: z.object({ pupilId: PupilId }),
  search: z.object({ known: CarerId.optional().catch(undefined) }),
  may: 'contacts.change',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Add a parent or carer of ${fullName(pupil)}`,
  load: async ({ tx, params, search }): Promise<Subject | null> => {
    const pupil = await findPupil(tx, params.pupilId);
    if (pupil === null) return null;
    const others = await listKnownCarers(tx, params.pupilId);
    return { pupil, others, known: others.find((one) => one.carerId === search.known) ?? null };
  },
  form: newCarerForm,
  view: ({ subject: { pupil, others, known }, attempt }) => (
    <div class="narrow">
      <PageHead title={`Add a parent or carer of ${fullName(pupil)}`} />
      {known === null && others.length > 0 && <Known others={others} pupilId={pupil.pupilId} />}
      <PostForm attempt={attempt} submit="Add" cancel={{ href: `/pupils/${pupil.pupilId}/people` }}>
        {known === null ? (
          <CarerFields attempt={attempt} />
        ) : (
          <>
            <p>
              <b>{carerName(known)}</b>, carer of {known.of}: details stay as they are.
            </p>
            <HiddenField name="surname" value={known.surname} />
          </>
        )}
        <TieFields attempt={attempt} held={{ getsLetters: true }} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil, known }, values }) => {
    const { pupilId } = pupil;
    const {
      relationship,
      priority,
      getsLetters,
      isRestricted,
      hasParentalResponsibility,
      livesWith,
      ...carer
    } = values;
    await recordCarer(tx, {
      pupilId,
      told: { source: ownSource, sourceOn: tx.scope.today },
      carer: known === null ? carer : namesOf(known),
      relationship,
      priority,
      getsLetters: getsLetters && !isRestricted,
      isRestricted,
      hasParentalResponsibility: readAnswer(hasParentalResponsibility),
      livesWith: readAnswer(livesWith),
      fromOn: tx.scope.today,
      sameAs: known?.carerId,
    });
    return goTo(`/pupils/${pupilId}/people`, 'Parent or carer added');
  },
});

const namesOf = ({ title, forename, surname }: KnownCarer) => ({
  title: title ?? undefined,
  forename: forename ?? undefined,
  surname,
});

function Known({ others, pupilId }: { others: readonly KnownCarer[]; pupilId: PupilId }) {
  return (
    <Card title="Already known, for another pupil?">
      <ActionList
        items={others.map((one) => ({
          label: carerName(one),
          href: `/pupils/${pupilId}/people/new?known=${one.carerId}`,
          why: `carer of ${one.of}`,
        }))}
      />
    </Card>
  );
}
