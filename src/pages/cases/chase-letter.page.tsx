import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import {
  type CaseClock,
  chaseLetter,
  chaseLetterForm,
  clockStands,
  recordCaseEvent,
  standing,
} from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { type CaseSubject, loadCase, OfCase, ofCase } from './case-of.ts';
import { caseHref, eventWords } from './case-words.ts';

type Subject = CaseSubject & { readonly one: CaseClock; readonly letter: string };

/** A polite letter to an authority that is late, with the rule and the sum; kept as it is sent. */
export default page({
  path: '/cases/:caseId/letters/new',
  params: OfCase,
  search: z.object({ clock: z.string().max(60).catch('') }),
  may: 'case.write',
  about: ofCase,
  section: 'Pupils',
  title: 'Write to the authority',
  form: chaseLetterForm,
  load: async ({ tx, actor, params, search }): Promise<Subject | null> => {
    const subject = await loadCase(tx, params);
    const one = subject?.clocks.clocks.find(({ clock }) => clock.id === search.clock);
    if (subject === null || one === undefined) return null;
    return { ...subject, one, letter: letterOf(subject, one, actor.schoolName) };
  },
  view: ({ subject: { of, one, letter, authority }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Write to the authority"
        lead={`${one.clock.name}: due ${longDate(one.clock.dueOn)}, ${clockStands(one).words.toLowerCase()}`}
      />
      {authority !== null && (
        <p>{[authority.teamContact, authority.teamEmail, authority.teamPost].filter(Boolean).join(' · ')}</p>
      )}
      <PostForm attempt={attempt} submit="Keep as sent" cancel={{ href: caseHref(of.caseId) }}>
        <HiddenField name="version" value={String(of.version)} />
        <Card>
          <FormField of={chaseLetterForm.fields.words} attempt={attempt} value={letter} />
        </Card>
      </PostForm>
      <p class="small">
        It is kept among what happened, as PDF and Word. Sendero sends nothing by itself: the pupil stands in
        it with initials and date of birth.
      </p>
    </div>
  ),
  submit: async ({ tx, subject: { of }, values }) => {
    const { caseId } = of;
    const { words: note, version } = values;
    const event = { caseId, name: 'letterSent', happenedOn: tx.scope.today, note, version };
    const done = await recordCaseEvent(tx, event);
    return done.ok ? goTo(caseHref(caseId), 'Letter kept: PDF and Word stand with it') : refuse(done.words);
  },
});

function letterOf(
  { of, pupil, authority, today }: CaseSubject,
  { clock }: CaseClock,
  schoolName: string,
): string {
  const { forename, surname } = pupil.name;
  const began = standing(of.events).find(({ happenedOn }) => happenedOn === clock.startedOn);
  return chaseLetter({
    clock,
    authority,
    today,
    schoolName,
    began: began === undefined ? 'It began' : eventWords(of, began.name),
    pupil: `${forename.slice(0, 1)}. ${surname.slice(0, 1)}., born ${longDate(pupil.bornOn)}`,
  });
}
