import type { Attempt } from '#src/kernel/form.ts';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { asVoice } from '../commands/open-voice.ts';
import { type Said, say, sayerOf } from '../commands/say.ts';
import { pupilVoiceFields, pupilVoiceForm } from '../domain/voice.form.ts';
import {
  aboutFeeling,
  aboutPicture,
  aboutQuestion,
  faces,
  feelQuestion,
  lastAnswers,
  questionNames,
  questions,
  type VoiceAnswer,
} from '../domain/voice-answers.ts';
import { listVoiceAnswers } from '../queries/list-voice-answers.ts';
import { Faces } from './faces.view.tsx';
import { voicePage } from './voice-page.ts';

const beginning = 'Answer what you like. You can leave things out. There is no wrong answer.';

type Answered = { readonly said: readonly VoiceAnswer[] };

/** What a pupil is asked: a face, a few words, a picture. Nothing has to be answered. */
export default voicePage({
  path: '/v/pupil',
  title: 'How is school?',
  kinds: ['pupil', 'young_person'],
  form: pupilVoiceForm,
  load: async (tx, { link }): Promise<Answered> => {
    const answers = lastAnswers(await listVoiceAnswers(tx, link.planId));
    return { said: answers.filter(({ saidById }) => saidById === link.pupilId) };
  },
  view: ({ held: { said }, voice, attempt }) => (
    <div class="voice">
      <PageHead title="How is school?" lead={voice.schoolName} />
      <div data-read={beginning}>
        <p>{beginning}</p>
      </div>
      <Questions said={said} attempt={attempt} />
      <Card title="A picture">
        <p>
          {said.some(({ about }) => about === aboutPicture)
            ? 'Your picture is kept. You can add another.'
            : 'You can draw something, or add a photo.'}
        </p>
        <LinkButton href="/v/picture" kind="second">
          Add a picture
        </LinkButton>
      </Card>
      <p>
        {voice.link.kind === 'young_person' && <a href="/v/plan">Read my plan</a>}{' '}
        <a href="/v/leave">Finish</a>
      </p>
    </div>
  ),
  submit: async ({ program, voice, values }) => {
    const typed: Readonly<Record<string, unknown>> = values;
    const words = (name: string): string | null => {
      const given = typed[name];
      return typeof given === 'string' ? given : null;
    };
    const said: Said[] = [
      { about: aboutFeeling, face: faces.find((face) => String(face) === values.feel) ?? null },
      ...questionNames.map((name) => ({ about: aboutQuestion(name), words: words(name) })),
    ];
    const isNew = await asVoice(program, voice, (tx) => say(tx, sayerOf(voice.link), said));
    return { goTo: '/v/pupil', flash: isNew ? 'Thank you for telling us.' : 'Nothing was different.' };
  },
});

function Questions({ said, attempt }: Answered & { attempt: Attempt }) {
  const saidOf = (about: string) => said.find((one) => one.about === about);
  const feeling = saidOf(aboutFeeling)?.face;
  const chosen = attempt.values.feel ?? (feeling == null ? undefined : String(feeling));
  return (
    <PostForm attempt={attempt} submit="Send">
      <Card>
        <div data-read={feelQuestion}>
          <Faces chosen={typeof chosen === 'string' ? chosen : undefined} />
        </div>
      </Card>
      {questionNames.map((name) => {
        const field = pupilVoiceFields[name];
        return field === undefined ? null : (
          <Card key={name}>
            <div data-read={questions[name]}>
              <FormField
                of={{ ...field, name, isOptional: false }}
                attempt={attempt}
                value={saidOf(aboutQuestion(name))?.words}
              />
            </div>
          </Card>
        );
      })}
    </PostForm>
  );
}
