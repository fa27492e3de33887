import { endCase, endCaseForm } from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { fullName } from '../pupil/pupil-head.ts';
import { type CaseSubject, loadCase, OfCase, ofCase } from './case-of.ts';
import { caseHref, caseTitle } from './case-words.ts';

const { fields } = endCaseForm;

/** Ends a case that no event of its own ends. */
export default page({
  path: '/cases/:caseId/end',
  params: OfCase,
  may: 'case.write',
  about: ofCase,
  section: 'Pupils',
  title: 'End the case',
  form: endCaseForm,
  load: async ({ tx, params }): Promise<CaseSubject | null> => {
    const subject = await loadCase(tx, params);
    return subject === null || subject.of.endedOn !== null ? null : subject;
  },
  view: ({ subject: { of, pupil, today }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="End the case"
        lead={`${caseTitle(of)} of ${fullName(pupil)}. Its clocks stop; it can be opened again.`}
      />
      <PostForm attempt={attempt} submit="End it" cancel={{ href: caseHref(of.caseId) }}>
        <HiddenField name="version" value={String(of.version)} />
        <Card>
          <FormField of={fields.outcome} attempt={attempt} />
          <FormField of={fields.endedOn} attempt={attempt} value={today} />
          <FormField of={fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { of }, values }) => {
    const done = await endCase(tx, { caseId: of.caseId, ...values });
    return done.ok ? goTo(caseHref(of.caseId), 'The case has ended') : refuse(done.words);
  },
});
