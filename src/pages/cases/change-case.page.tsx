import { changeCase, changeCaseForm, listAuthorities } from '#src/modules/ehcp/index.ts';
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

type Subject = CaseSubject & { readonly authorities: Awaited<ReturnType<typeof listAuthorities>> };
const { fields } = changeCaseForm;

/** Puts right under which authority a case runs and who may read it, with the reason. */
export default page({
  path: '/cases/:caseId/change',
  params: OfCase,
  may: 'case.write',
  about: ofCase,
  section: 'Pupils',
  title: 'Change the authority or the readers',
  form: changeCaseForm,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const subject = await loadCase(tx, params);
    return subject === null ? null : { ...subject, authorities: await listAuthorities(tx) };
  },
  view: ({ subject: { of, pupil, authorities }, attempt, actor }) => (
    <div class="narrow">
      <PageHead title="Change the authority or the readers" lead={`${caseTitle(of)}, ${fullName(pupil)}`} />
      <PostForm attempt={attempt} submit="Change it" cancel={{ href: caseHref(of.caseId) }}>
        <HiddenField name="version" value={String(of.version)} />
        <Card>
          <FormField
            of={fields.authorityId}
            attempt={attempt}
            value={of.authorityId}
            options={authorities.map(({ authorityId, name }) => ({ value: authorityId, label: name }))}
          />
          <FormField
            of={fields.audience}
            attempt={attempt}
            value={of.audience}
            options={fields.audience.options.filter(({ value }) => actor.writes.includes(value))}
          />
          <FormField of={fields.why} attempt={attempt} />
        </Card>
      </PostForm>
      <p class="small">
        The dates are reckoned anew from the same events. What is recorded of the case so far changes its
        readers with it.
      </p>
    </div>
  ),
  submit: async ({ tx, subject: { of }, values }) => {
    const { authorityId = null, audience, why, version } = values;
    const done = await changeCase(tx, { caseId: of.caseId, authorityId, audience, why, version });
    if (!done.ok) return refuse(done.words);
    return goTo(caseHref(of.caseId), done.value ? 'Case changed' : 'Nothing was different');
  },
});
