import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { type MadeLink, makeVoiceLink } from '../commands/make-voice-link.ts';
import { newVoiceLinkForm } from '../domain/voice.form.ts';
import { codeWords } from '../domain/voice-link.ts';
import { type Answerer, listWhoMayAnswer } from '../queries/list-who-may-answer.ts';
import { familyHref, linkRefusals, loadFamily, nameOf, OfFamily, ofPupil } from './family-of-plan.ts';

const { fields } = newVoiceLinkForm;

const optionOf = ({ key, name, relationship, email, note }: Answerer) => {
  const parts = [
    ...(key === 'pupil' || key === 'young_person' || email !== null ? [] : ['no email address noted']),
    ...(note === null ? [] : [note]),
  ];
  return {
    value: key,
    label: key === 'pupil' ? 'The pupil, for their own page' : `${name} (${relationship})`,
    ...(parts.length === 0 ? {} : { hint: parts.join('; ') }),
  };
};

/** Said once, where the link is handed over: afterwards nobody can read it here. */
const madeWords = ({ address, code, isMailed }: MadeLink, delivery: string): string => {
  if (isMailed && delivery === 'mail_both') return 'The link is mailed, and the code in a mail of its own.';
  if (isMailed) return `The link is mailed. Read the code out, it is shown only now: ${codeWords(code)}`;
  return `Hand over both, they are shown only now. Link: ${address} Code: ${codeWords(code)}`;
};

/** Gives a parent, a young person or a pupil a link to answer by. */
export default page({
  path: '/pupils/:pupilId/plan/family/new',
  params: OfFamily,
  may: 'plan.write',
  section: 'Pupils',
  title: 'Make a link',
  form: newVoiceLinkForm,
  about: ofPupil,
  load: async ({ tx, params }) => {
    const held = await loadFamily(tx, params.pupilId);
    return held === null ? null : { ...held, who: await listWhoMayAnswer(tx, held.pupil) };
  },
  view: ({ subject: { pupil, who }, attempt }) => {
    const refused = who.people.filter(({ whyNot }) => whyNot !== null);
    return (
      <div class="narrow">
        <PageHead title="Make a link" lead={nameOf(pupil)} />
        <PostForm attempt={attempt} submit="Make the link" cancel={{ href: familyHref(pupil.pupilId) }}>
          <Card>
            <FormField
              of={fields.who}
              attempt={attempt}
              options={who.people.filter(({ whyNot }) => whyNot === null).map(optionOf)}
            />
            {refused.map(({ key, name, relationship, whyNot }) => (
              <p key={key} class="small quiet">{`${name} (${relationship}): ${whyNot}.`}</p>
            ))}
            <FormField of={fields.delivery} attempt={attempt} value="mail_both" />
            {who.holder === 'young_person' && <FormField of={fields.reason} attempt={attempt} />}
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, actor, program, subject: { pupil, plan, who }, values }) => {
    const of = who.people.find(({ key }) => key === values.who);
    if (of === undefined) return refuse({ who: 'Select for whom the link is' });
    const { delivery, reason: why } = values;
    const { schoolName } = actor;
    const made = await makeVoiceLink(tx, program, {
      plan,
      of,
      holder: who.holder,
      delivery,
      why,
      schoolName,
    });
    if (made.ok) return goTo(familyHref(pupil.pupilId), madeWords(made.value, delivery));
    const words =
      made.refusal === 'no_link' ? (of.whyNot ?? linkRefusals.no_link) : linkRefusals[made.refusal];
    if (made.refusal === 'not_shared') return refuse(words);
    const field = { no_link: 'who', no_email: 'delivery', needs_why: 'reason' } as const;
    return refuse({ [field[made.refusal]]: words });
  },
});
