import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import { type CaseEvent, standing, withdrawCaseEvent, withdrawEventForm } from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { type CaseSubject, loadCase, OfCase, ofCase } from './case-of.ts';
import { caseHref, eventWords } from './case-words.ts';

type Subject = CaseSubject & { readonly event: CaseEvent };

/** Takes a wrong event back, or puts its date right, with the reason. */
export default page({
  path: '/cases/:caseId/events/:caseEventId/withdraw',
  params: OfCase.extend({ caseEventId: z.uuid() }),
  may: 'case.write',
  about: ofCase,
  section: 'Pupils',
  title: 'Correct an event',
  form: withdrawEventForm,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const subject = await loadCase(tx, params);
    const event = standing(subject?.of.events ?? []).find((each) => each.caseEventId === params.caseEventId);
    return subject === null || event === undefined ? null : { ...subject, event };
  },
  view: ({ subject: { of, event }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Correct an event"
        lead={`${eventWords(of, event.name)}, ${longDate(event.happenedOn)}. It stays on record with your reason.`}
      />
      <PostForm attempt={attempt} submit="Correct it" cancel={{ href: caseHref(of.caseId) }}>
        <HiddenField name="version" value={String(of.version)} />
        <Card>
          <FormField of={withdrawEventForm.fields.instead} attempt={attempt} />
          <FormField of={withdrawEventForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { of, event }, values }) => {
    const { why, instead, version } = values;
    const { caseId } = of;
    const done = await withdrawCaseEvent(tx, {
      caseId,
      caseEventId: event.caseEventId,
      why,
      version,
      ...(instead === undefined ? {} : { instead: { happenedOn: instead, note: event.note } }),
    });
    return done.ok ? goTo(caseHref(caseId), 'Corrected') : refuse(done.words);
  },
});
