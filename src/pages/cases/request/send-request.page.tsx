import { takeFile } from '#src/modules/documents/index.ts';
import { missingOf, notNeededOf, sendRequest, sendRequestForm } from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { Workbench } from '#src/ui/workbench.tsx';
import { PupilBand } from '../../pupil/pupil-band.view.tsx';
import { aboutPupil, fullName } from '../../pupil/pupil-head.ts';
import { AuthorityField } from '../authority-field.view.tsx';
import { caseHref } from '../case-words.ts';
import { audienceOfBundle, bindRequest, loadToBind, type RequestToBind } from './request-bundle.ts';
import { RequestList } from './request-list.view.tsx';
import { OfPupil, requestHref } from './request-of.ts';
import { SentBefore } from './request-side.view.tsx';

type Taken = Awaited<ReturnType<typeof takeFile>>;
type Subject = RequestToBind & { readonly taken: Taken | null };
const { fields } = sendRequestForm;

/** Says that a request was sent: it is kept as it stands, and the authority's clock runs from the day it received it. */
export default page({
  path: '/pupils/:pupilId/request/send',
  params: OfPupil,
  may: 'case.write',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Send the request for ${fullName(pupil)}`,
  form: sendRequestForm,
  load: async ({ tx, actor, params }): Promise<Subject | null> => {
    const subject = await loadToBind(tx, params.pupilId, actor);
    return subject === null ? null : { ...subject, taken: null };
  },
  view: ({ subject, attempt, actor }) => {
    const { pupil, request, today, authorities, content } = subject;
    const href = requestHref(pupil.pupilId);
    const missing = missingOf(content, notNeededOf(request ?? { parts: [] }));
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Cases" />
        <h2>Send it</h2>
        <Workbench
          list={<RequestList subject={subject} current="send" />}
          side={<SentBefore subject={subject} />}
        >
          {missing.length > 0 && (
            <Inset>
              <b>Missing still, and no bar to sending it:</b> {missing.map(({ title }) => title).join('; ')}.
            </Inset>
          )}
          <PostForm attempt={attempt} submit="It was sent" cancel={{ href }}>
            <HiddenField name="version" value={String(request?.version ?? 0)} />
            <Card>
              <p>
                Sendero sends nothing by itself. Send the <a href={`${href}.pdf`}>PDF with its appendices</a>{' '}
                the way the authority takes it. The PDF is kept as it stands now, and the case opens on the
                day on which the authority received it.
              </p>
              <FormField of={fields.sentOn} attempt={attempt} value={today} />
              <FormField of={fields.receivedOn} attempt={attempt} value={today} />
              <AuthorityField
                of={fields.authorityId}
                attempt={attempt}
                pupil={pupil}
                authorities={authorities}
                without="The case opens without."
              />
              <FormField of={fields.how} attempt={attempt} />
            </Card>
          </PostForm>
        </Workbench>
      </>
    );
  },
  prepare: async ({ program, subject }): Promise<Subject> => ({
    ...subject,
    taken: await takeFile(program, { fileName: 'request.pdf', bytes: await bindRequest(program, subject) }),
  }),
  submit: async ({ tx, actor, program, subject, values }) => {
    const { pupil, request, taken } = subject;
    if (taken === null || !taken.ok) return refuse(taken?.why ?? 'The request could not be kept.');
    const { sentOn, receivedOn, authorityId = null, how, version } = values;
    const sent = await sendRequest(
      tx,
      { pupilId: pupil.pupilId, request },
      {
        ...{ sentOn, receivedOn, authorityId, how, version },
        file: taken.value,
        audience: audienceOfBundle(subject),
      },
    );
    if (!sent.ok) return refuse(sent.words);
    await program.jobs.send(tx, 'read-documents', { schoolId: actor.schoolId });
    return goTo(caseHref(sent.value), 'Request kept as it was sent');
  },
});
