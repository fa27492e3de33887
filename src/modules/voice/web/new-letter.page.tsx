import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import { findPlanAtWork, readingAgeShown } from '#src/modules/plans/index.ts';
import { carerName, findPupil, listCarersOf } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { PageHead } from '#src/ui/page-head.tsx';
import { mayNotBeWritten, sendLetter } from '../commands/send-letter.ts';
import { bracesIn, filled } from '../domain/letter.ts';
import { letterForm } from '../domain/voice.form.ts';
import { listLetterTemplates } from '../queries/list-letter-templates.ts';
import { contactNoteOf } from '../queries/list-who-may-answer.ts';
import { linkRefusals, nameOf, OfFamily, ofPupil } from './family-of-plan.ts';
import { ChooseLetter, WriteLetter } from './new-letter.view.tsx';

const refusals = {
  ...linkRefusals,
  not_to_them: 'No letter goes to this person: contact is limited, or letters are not for them',
  no_address: 'No email address is noted for this person. Choose paper, or note the address first',
  not_filled: 'Something in braces is still to be written by hand',
  no_plan: 'There is no plan at work that a link could open. Take {link} out',
  not_mailed: 'The mail could not be sent. Nothing was recorded: try again, or choose paper',
} as const;

const search = z.object({ letter: z.string().max(60).catch(''), to: z.string().max(60).catch('') });

/** Makes a letter for one pupil to one carer, from a template. */
export default page({
  path: '/pupils/:pupilId/letters/new',
  params: OfFamily,
  search,
  may: 'letter.send',
  section: 'Pupils',
  title: 'Write a letter',
  form: letterForm,
  about: ofPupil,
  load: async ({ tx, actor, params, search: asked }) => {
    const pupil = await findPupil(tx, params.pupilId);
    if (pupil === null) return null;
    const templates = await listLetterTemplates(tx);
    const carers = await listCarersOf(tx, [params.pupilId]);
    const carer = carers.find((one) => one.carerId === asked.to && !mayNotBeWritten(one));
    const template = templates.find((one) => one.letterKind === asked.letter);
    if (carer === undefined || template === undefined) return { pupil, templates, carers, draft: null };
    const plan = await findPlanAtWork(tx, params.pupilId);
    const { surname, title } = carer;
    const words = filled(template.words, {
      'pupil first name': pupil.name.forename,
      'pupil name': nameOf(pupil),
      ...(pupil.className === null ? {} : { class: pupil.className }),
      parent: title === null ? carerName(carer) : `${title} ${surname}`,
      school: actor.schoolName,
      sender: actor.knownAs,
      today: longDate(tx.scope.today),
      ...(plan?.reviewOn == null ? {} : { 'review day': longDate(plan.reviewOn) }),
    });
    const left = bracesIn(words).filter((name) => name !== 'link');
    const reading = readingAgeShown(words);
    const draft = {
      template,
      carer,
      words,
      left,
      reading,
      note: contactNoteOf(carer),
      name: carerName(carer),
    };
    return { pupil, templates, carers, draft };
  },
  view: ({ subject: { pupil, templates, carers, draft }, attempt }) => (
    <div class="narrow">
      <PageHead title="Write a letter" lead={nameOf(pupil)} />
      {draft === null ? (
        <ChooseLetter
          templates={templates}
          people={carers.map((carer) => ({ carer, isBarred: mayNotBeWritten(carer) }))}
          back={`/pupils/${pupil.pupilId}/letters`}
        />
      ) : (
        <WriteLetter draft={draft} attempt={attempt} back={`/pupils/${pupil.pupilId}/letters/new`} />
      )}
    </div>
  ),
  submit: async ({ tx, actor, program, subject: { pupil, draft }, values }) => {
    if (draft === null) return refuse('Select the letter and to whom it goes');
    const { carer, template } = draft;
    const { letterKind } = template;
    const { schoolName } = actor;
    const sent = await sendLetter(tx, program, { ...values, pupil, carer, letterKind, schoolName });
    if (sent.ok)
      return goTo(
        `/pupils/${pupil.pupilId}/letters/${sent.value}`,
        values.way === 'mail'
          ? 'Letter mailed, and in the contact log'
          : 'Letter made, and in the contact log',
      );
    const field = sent.refusal === 'no_address' || sent.refusal === 'not_mailed' ? 'way' : 'words';
    return refuse({ [field]: refusals[sent.refusal] });
  },
});
