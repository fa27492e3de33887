import { middleDate } from '#src/kernel/dates.ts';
import { formatOf, kindLabel } from '#src/modules/documents/index.ts';
import { chooseAppendices, requestAppendicesForm } from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { Workbench } from '#src/ui/workbench.tsx';
import { PupilBand } from '../../pupil/pupil-band.view.tsx';
import { aboutPupil, fullName } from '../../pupil/pupil-head.ts';
import { RequestList } from './request-list.view.tsx';
import { loadRequest, OfPupil, type RequestSubject, requestHref } from './request-of.ts';
import { Lacks, Wishes } from './request-side.view.tsx';

const { fields } = requestAppendicesForm;

/** Which of the pupil's documents go with a request. The reports of professionals are proposed. */
export default page({
  path: '/pupils/:pupilId/request/appendices',
  params: OfPupil,
  may: 'case.write',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: RequestSubject) => `Appendices: request for ${fullName(pupil)}`,
  form: requestAppendicesForm,
  load: ({ tx, actor, params }): Promise<RequestSubject | null> => loadRequest(tx, params.pupilId, actor),
  view: ({ subject, attempt, actor }) => {
    const { documents, appendices, pupil, request } = subject;
    const href = requestHref(pupil.pupilId);
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Cases" />
        <h2>Appendices</h2>
        <Workbench
          list={<RequestList subject={subject} current="appendices" />}
          side={
            <>
              <Lacks subject={subject} />
              <Wishes subject={subject} />
            </>
          }
        >
          {documents.length === 0 ? (
            <EmptyState title="No document is kept of this pupil">
              <a href={`/pupils/${pupil.pupilId}/documents`}>Add the reports that there are</a>
            </EmptyState>
          ) : (
            <PostForm attempt={attempt} submit="Save" cancel={{ href }}>
              <HiddenField name="version" value={String(request?.version ?? 0)} />
              <Card>
                <FormField
                  of={fields.documents}
                  attempt={attempt}
                  value={appendices.map(({ documentId }) => documentId)}
                  options={documents.map(({ documentId, title, kind, datedOn, receivedOn, format }) => ({
                    value: documentId,
                    label: title,
                    hint: [
                      kindLabel(kind),
                      middleDate(datedOn ?? receivedOn),
                      format === 'pdf' ? 'PDF' : `${formatOf(format).label}: enclosed apart`,
                    ].join(' · '),
                  }))}
                />
              </Card>
            </PostForm>
          )}
        </Workbench>
      </>
    );
  },
  submit: async ({ tx, subject: { pupil, request, documents }, values }) => {
    const { version, documents: ticked } = values;
    const appendixIds = documents.map(({ documentId }) => documentId).filter((id) => ticked.includes(id));
    const of = { pupilId: pupil.pupilId, request };
    const chosen = await chooseAppendices(tx, of, { appendixIds, version });
    if (!chosen.ok) return refuse(chosen.words);
    return goTo(requestHref(pupil.pupilId), chosen.value ? 'Appendices chosen' : 'Nothing was different');
  },
});
