import type { Attempt } from '#src/kernel/form.ts';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { Details } from '#src/ui/details.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import type { Voice } from '../commands/open-voice.ts';
import { signedWords } from '../domain/signature.ts';
import { parentViewsForm, sayFields } from '../domain/voice.form.ts';
import { aboutViews, type VoiceAnswer } from '../domain/voice-answers.ts';
import { londonDay } from './london-day.ts';
import { partsOf, type SharedPart, type SharedPlan } from './shared-parts.ts';

type Props = { readonly shown: SharedPlan; readonly voice: Voice; readonly attempt: Attempt };

/** The whole plan on a phone: each part with room to answer, our views, and the way to sign. */
export function VoicePlan({ shown, voice, attempt }: Props) {
  const { copy, said, signed } = shown;
  const saidOf = (about: string) => said.find((one) => one.about === about);
  const isOwn = voice.link.kind === 'young_person';
  return (
    <div class="voice">
      <PageHead
        title={isOwn ? 'My plan' : `The plan for ${copy.pupilName}`}
        lead={`${voice.schoolName} · shared ${londonDay(copy.madeAt)}`}
      />
      {signed !== null && (
        <Inset>
          {`${signedWords(signed, londonDay(signed.signedOn))}. `}
          <a href="/v/plan.pdf">Your copy as PDF</a>
        </Inset>
      )}
      <p class="not-on-paper">
        Read each part. Say what you think of it, if you like. Your words change nothing in the plan by
        themselves: the school reads them and adds them.
      </p>
      <PostForm attempt={attempt} submit="Send what I think">
        <HiddenField name="copy" value={copy.sha256} />
        {partsOf(copy).map((part, at) => (
          <Part key={part.about} part={part} place={at + 1} said={saidOf(part.about)} attempt={attempt} />
        ))}
        <Card>
          <FormField
            of={{ ...parentViewsForm.fields.views, label: isOwn ? 'My views' : 'Our views' }}
            attempt={attempt}
            value={saidOf(aboutViews)?.words}
          />
        </Card>
      </PostForm>
      <Card title={signed === null ? 'Sign the plan' : 'Signed'}>
        {signed === null ? (
          <>
            <p>Send what you think first. Then sign, if you agree that this is the plan.</p>
            <LinkButton href="/v/sign">Sign the plan</LinkButton>
          </>
        ) : (
          <p>Thank you. You can still send what you think.</p>
        )}
        <p>
          <a href="/v/plan.pdf">The plan as PDF</a>
        </p>
      </Card>
      <p class="not-on-paper">
        {isOwn && (
          <>
            <a href="/v/pupil">Tell us how school is</a>{' '}
          </>
        )}
        <a href="/v/leave">Finish</a>
      </p>
    </div>
  );
}

/** One part in words, as the family and the author in the preview read it. */
export function PartWords({ part }: { part: SharedPart }) {
  return (
    <>
      <p class="words">{part.words}</p>
      {part.facts.map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
      {part.does.length > 0 && (
        <>
          <p>What adults do:</p>
          <ul>
            {part.does.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

type PartProps = {
  readonly part: SharedPart;
  readonly place: number;
  readonly said: VoiceAnswer | undefined;
  readonly attempt: Attempt;
};

function Part({ part, place, said, attempt }: PartProps) {
  const field = (name: string) => sayFields[`${name}${place}`];
  const [verdict, note] = [field('verdict'), field('note')];
  const wasTyped = attempt.values[`note${place}`] !== undefined && attempt.values[`note${place}`] !== '';
  const hasError = attempt.errors[`note${place}`] !== undefined;
  return (
    <Card title={part.title}>
      <PartWords part={part} />
      {verdict !== undefined && note !== undefined && (
        <div class="not-on-paper">
          <Details
            summary={`Say what you think about ${part.title.toLowerCase()}`}
            isOpen={said !== undefined || wasTyped || hasError}
          >
            <FormField of={{ ...verdict, name: `verdict${place}` }} attempt={attempt} value={said?.verdict} />
            <FormField of={{ ...note, name: `note${place}` }} attempt={attempt} value={said?.words} />
          </Details>
        </div>
      )}
    </Card>
  );
}
