import { z } from 'zod';
import { longDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { type KnownForm, listFilledForms, listForms } from '#src/modules/reports/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { ActionList } from '#src/ui/action-list.tsx';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { PupilBand } from '../pupil/pupil-band.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from '../pupil/pupil-head.ts';
import { draftHref } from './draft-of.ts';

type Subject = PupilHead & {
  readonly forms: readonly KnownForm[];
  readonly filled: Awaited<ReturnType<typeof listFilledForms>>;
};

/** The forms that can be filled for a pupil, and those that were. */
export default page({
  path: '/pupils/:pupilId/forms',
  params: z.object({ pupilId: PupilId }),
  may: 'form.fill',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Forms for ${fullName(pupil)}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const head = await findPupilHead(tx, params.pupilId);
    if (head === null) return null;
    const read = await tx.scope.together({
      forms: listForms,
      filled: (on) => listFilledForms(on, params.pupilId),
    });
    return { ...head, ...read };
  },
  view: ({ subject, actor }) => {
    const { pupil, forms, filled } = subject;
    const action = (form: KnownForm) => ({
      label: form.name,
      href: draftHref(pupil.pupilId, form.key),
      why:
        form.kind === 'own'
          ? `${form.authority ?? 'A form of the school'}: ${form.mapping.length} places with a fact`
          : form.why,
    });
    const own = forms.filter(({ kind }) => kind === 'own');
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Documents" />
        <div class="head">
          <div>
            <h2>Fill a form</h2>
            <p class="lead">Choose one. It is filled from the records as they stand today.</p>
          </div>
        </div>
        <Columns
          side={
            <Card title="Filled before">
              {filled.length === 0 && <p class="quiet">None is kept yet.</p>}
              <ActionList
                items={filled.map(({ name, documentId, documentVersion, filledOn, byName }) => ({
                  label: name,
                  href: `/documents/${documentId}`,
                  why: `Version ${documentVersion}, ${longDate(schoolDate(filledOn))}${byName === null ? '' : `, ${byName}`}`,
                }))}
              />
            </Card>
          }
        >
          <Card title="Forms of authorities">
            {own.length === 0 && (
              <p class="quiet">
                None yet. <a href="/school/forms/new">Add an authority’s Word form</a>
              </p>
            )}
            <ActionList items={own.map(action)} />
          </Card>
          <Card title="Forms that Sendero brings">
            <ActionList items={forms.filter(({ kind }) => kind === 'shipped').map(action)} />
          </Card>
        </Columns>
      </>
    );
  },
});
