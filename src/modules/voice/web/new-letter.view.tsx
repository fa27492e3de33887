import type { Attempt } from '#src/kernel/form.ts';
import { type Carer, carerName, relationshipWords } from '#src/modules/pupils/index.ts';
import { ButtonRow, SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { RadiosField } from '#src/ui/radios-field.tsx';
import { ReadingAgeCard } from '#src/ui/reading-age-card.tsx';
import type { LetterTemplate } from '../domain/letter.ts';
import { letterForm } from '../domain/voice.form.ts';

const { fields } = letterForm;

type ChooseProps = {
  readonly templates: readonly LetterTemplate[];
  readonly people: readonly { readonly carer: Carer; readonly isBarred: boolean }[];
  readonly back: string;
};

/** Which letter, and to whom. */
export function ChooseLetter({ templates, people, back }: ChooseProps) {
  const open = people.filter(({ isBarred }) => !isBarred);
  const barred = people.filter(({ isBarred }) => isBarred);
  return (
    <form class="post" method="get">
      <Card>
        <RadiosField
          name="letter"
          label="Which letter"
          options={templates.map(({ letterKind, title }) => ({ value: letterKind, label: title }))}
          value={templates[0]?.letterKind}
          isSmall
        />
        {open.length === 0 ? (
          <p>Nobody is noted who gets letters. Add a parent or carer first.</p>
        ) : (
          <RadiosField
            name="to"
            label="To whom"
            options={open.map(({ carer }) => ({
              value: carer.carerId,
              label: `${carerName(carer)} (${relationshipWords(carer.relationship)})`,
            }))}
            value={open[0]?.carer.carerId}
            isSmall
          />
        )}
        {barred.map(({ carer }) => (
          <p key={carer.carerId} class="small quiet">
            {`${carerName(carer)}: no letter. ${carer.isRestricted ? 'A court or the safeguarding lead limits contact.' : 'It is noted that letters are not for them.'}`}
          </p>
        ))}
      </Card>
      <ButtonRow>
        <SubmitButton>Go on</SubmitButton>
        <a href={back}>Cancel</a>
      </ButtonRow>
    </form>
  );
}

type Draft = {
  readonly template: LetterTemplate;
  readonly carer: Carer;
  readonly words: string;
  readonly left: readonly string[];
  readonly reading: Parameters<typeof ReadingAgeCard>[0];
  readonly note: string;
  readonly name: string;
};

/** The letter as it goes, filled in, to be looked at and changed. */
export function WriteLetter({ draft, attempt, back }: { draft: Draft; attempt: Attempt; back: string }) {
  const { template, carer, words, left, reading, note, name } = draft;
  return (
    <div class="letter">
      <ReadingAgeCard {...reading} />
      {note !== '' && <Inset>{`${name} ${note}. Nothing is translated here.`}</Inset>}
      {left.length > 0 && (
        <Inset>{`Not known, to be written by hand: ${left.map((place) => `{${place}}`).join(', ')}`}</Inset>
      )}
      <PostForm attempt={attempt} submit="Make the letter" cancel={{ href: back, label: 'Back' }}>
        <Card>
          <FormField of={fields.title} attempt={attempt} value={template.title} />
          <FormField of={fields.words} attempt={attempt} value={words} />
          <FormField of={fields.way} attempt={attempt} value={carer.email === null ? 'paper' : 'mail'} />
        </Card>
      </PostForm>
    </div>
  );
}
