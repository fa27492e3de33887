import { z } from 'zod';
import { type CaseClock, claimException, claimForm } from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { type CaseSubject, loadCase, OfCase, ofCase } from './case-of.ts';
import { caseHref } from './case-words.ts';

type Subject = CaseSubject & { readonly one: CaseClock };

const { fields } = claimForm;

const exceptionWords: Readonly<Record<string, string>> = {
  'school-closure': 'The school was shut for four weeks or more',
  'exceptional-circumstances': 'Exceptional personal circumstances',
  'absent-from-area': 'Away from the area for four weeks or more',
  'missed-appointment': 'An appointment for an examination or test was missed',
};

const refusals = {
  claimed_already: 'A claim is recorded for this date already. Take that back first.',
  in_future: 'The day of the claim has not come yet.',
} as const;

/** Records that the authority says that a limit does not bind it. The date stays. */
export default page({
  path: '/cases/:caseId/exceptions/new',
  params: OfCase,
  search: z.object({ clock: z.string().max(60).catch('') }),
  may: 'case.write',
  about: ofCase,
  section: 'Pupils',
  title: 'An exception is claimed',
  form: claimForm,
  load: async ({ tx, params, search }): Promise<Subject | null> => {
    const subject = await loadCase(tx, params);
    const one = subject?.clocks.clocks.find(({ clock }) => clock.id === search.clock);
    return subject === null || one === undefined ? null : { ...subject, one };
  },
  view: ({ subject: { of, one, authority, today }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="An exception is claimed"
        lead={`${one.clock.name}. The date stays as it is: the law lets the limit go, it does not make it longer.`}
      />
      <PostForm attempt={attempt} submit="Record it" cancel={{ href: caseHref(of.caseId) }}>
        <Card>
          <FormField
            of={fields.exceptionId}
            attempt={attempt}
            options={one.clock.exceptions.map(({ id, why }) => ({
              value: id,
              label: exceptionWords[id] ?? id,
              hint: why,
            }))}
          />
          <FormField of={fields.claimedOn} attempt={attempt} value={today} />
          <FormField of={fields.claimedBy} attempt={attempt} value={authority?.name} />
          <FormField of={fields.words} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { of, one }, values }) => {
    const known = one.clock.exceptions.some(({ id }) => id === values.exceptionId);
    if (!known) return refuse({ exceptionId: 'Select which exception' });
    const { caseId } = of;
    const { words = null, ...claim } = values;
    const done = await claimException(tx, { caseId, clockId: one.clock.id, ...claim, words });
    return done.ok ? goTo(caseHref(caseId), 'Recorded') : refuse(refusals[done.refusal]);
  },
});
