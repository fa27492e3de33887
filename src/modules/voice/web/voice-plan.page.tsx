import { findSharedCopy } from '#src/modules/plans/index.ts';
import { asVoice } from '../commands/open-voice.ts';
import { type Said, say, sayerOf } from '../commands/say.ts';
import { parentViewsForm } from '../domain/voice.form.ts';
import { aboutViews, lastAnswers, verdicts } from '../domain/voice-answers.ts';
import { listSignatures } from '../queries/list-signatures.ts';
import { listVoiceAnswers } from '../queries/list-voice-answers.ts';
import { partsOf, type SharedPlan } from './shared-parts.ts';
import { voicePage } from './voice-page.ts';
import { VoicePlan } from './voice-plan.view.tsx';

/** The plan as it was shared: to read, to answer to, to sign. */
export default voicePage({
  path: '/v/plan',
  title: 'The plan',
  kinds: ['parent', 'young_person'],
  form: parentViewsForm,
  load: async (tx, { link }): Promise<SharedPlan | null> => {
    const copy = await findSharedCopy(tx, link.planId);
    if (copy === null) return null;
    const who = link.carerId ?? link.pupilId;
    const said = lastAnswers(await listVoiceAnswers(tx, link.planId)).filter((one) => one.saidById === who);
    const own = (await listSignatures(tx, link.planId)).filter((one) => one.signedById === who);
    return { copy, said, signed: own.find((one) => one.sharedCopyId === copy.sharedCopyId) ?? null };
  },
  view: ({ held, voice, attempt }) => <VoicePlan shown={held} voice={voice} attempt={attempt} />,
  submit: async ({ program, voice, held, values }) => {
    if (values.copy !== held.copy.sha256)
      return {
        errors: {
          form: 'The school has shared the plan anew since you opened it. What you wrote is below: read the plan again, then send it',
        },
      };
    const typed: Readonly<Record<string, unknown>> = values;
    const text = (name: string): string | null => {
      const given = typed[name];
      return typeof given === 'string' ? given : null;
    };
    const said: Said[] = partsOf(held.copy).map(({ about }, at) => ({
      about,
      verdict: verdicts.find((one) => one === typed[`verdict${at + 1}`]) ?? null,
      words: text(`note${at + 1}`),
    }));
    const isNew = await asVoice(program, voice, (tx) =>
      say(tx, sayerOf(voice.link), [...said, { about: aboutViews, words: text('views') }]),
    );
    return {
      goTo: '/v/plan',
      flash: isNew ? 'Thank you. The school has what you said.' : 'Nothing was different.',
    };
  },
});
