import type { VoiceKind } from './voice-link.ts';

export const verdicts = ['agree', 'not_sure', 'disagree'] as const;
export type Verdict = (typeof verdicts)[number];
export const verdictWords: Readonly<Record<Verdict, string>> = {
  agree: 'I agree',
  not_sure: 'I am not sure',
  disagree: 'I do not agree',
};

export const faces = [1, 2, 3, 4, 5] as const;
export type Face = (typeof faces)[number];
export const faceWords: Readonly<Record<Face, string>> = {
  1: 'Very unhappy',
  2: 'Unhappy',
  3: 'In between',
  4: 'Happy',
  5: 'Very happy',
};

/** What a pupil is asked, in plain words, one question at a time. */
export const questions = {
  good_at: 'What are you good at?',
  like: 'What do you like at school?',
  hard: 'What is hard?',
  helps: 'What helps you?',
  better_at: 'What do you want to get better at?',
  else: 'Is there something else you want to say?',
} as const;
export type Question = keyof typeof questions;
const isQuestion = (text: string): text is Question => Object.hasOwn(questions, text);
export const questionNames = Object.keys(questions).filter(isQuestion);
export const feelQuestion = 'How do you feel about school?';

/** What an answer is about: the plan as a whole, a part, a target, a question, a picture. */
export const aboutViews = 'views';
export const aboutPicture = 'picture';
export const aboutFeeling = 'question:feel';
export const aboutPart = (kind: string): string => `part:${kind}`;
export const aboutTarget = (targetId: string): string => `target:${targetId}`;
export const aboutQuestion = (question: Question): string => `question:${question}`;

export type SaidOf = {
  readonly verdict: Verdict | null;
  readonly face: Face | null;
  readonly words: string | null;
};
export const nothingSaid: SaidOf = { verdict: null, face: null, words: null };

/** One answer as it was given. */
export type VoiceAnswer = SaidOf & {
  readonly voiceAnswerId: string;
  readonly kind: VoiceKind;
  readonly saidById: string;
  readonly byName: string;
  readonly about: string;
  readonly documentId: string | null;
  readonly howAsked: string;
  readonly givenAt: Date;
  /** What the author did with it; null while it waits. Unknown to the family. */
  readonly decision: 'joined' | 'read' | null;
};

/** The last answer of each person about each thing, in the order given; those that were emptied again fall away. */
export function lastAnswers(answers: readonly VoiceAnswer[]): readonly VoiceAnswer[] {
  const last = new Map(answers.map((one) => [`${one.saidById} ${one.about}`, one]));
  return [...last.values()].filter(
    (one) => one.words !== null || one.verdict !== null || one.face !== null || one.documentId !== null,
  );
}

const isOfPupil = (about: string): boolean => about.startsWith('question:');

/** The question that an answer is to; null where it is to none. */
export function questionOf(about: string): string | null {
  if (about === aboutFeeling) return feelQuestion;
  const name = about.replace(/^question:/, '');
  return isOfPupil(about) && isQuestion(name) ? questions[name] : null;
}

/** The part of the plan that an answer is offered to; null for what is read beside the plan. */
export function offeredTo({
  about,
  kind,
}: Pick<VoiceAnswer, 'about' | 'kind'>): 'parent_views' | 'pupil_views' | null {
  if (isOfPupil(about)) return 'pupil_views';
  return about === aboutViews ? (kind === 'parent' ? 'parent_views' : 'pupil_views') : null;
}

/**
 * Answers as an addition to a plan: the words exactly as given, who said them, and how they were asked. Nothing of what the
 * plan says already is in it (rule voice-5).
 */
export function additionOf(answers: readonly VoiceAnswer[], dayOf: (at: Date) => string): string {
  const lines = answers.map(({ about, words, face }) => {
    const said = words ?? (face === null ? '' : faceWords[face]);
    const question = questionOf(about);
    return question === null ? said : `${question} ${said}`;
  });
  const [first] = answers;
  if (first === undefined) return '';
  return `${lines.join('\n')}\n(${first.byName}, ${first.howAsked}, ${dayOf(first.givenAt)})`;
}

/** What a part says with an addition: never less than it said (rule voice-5). */
export const joined = (held: string | null, addition: string): string =>
  held === null ? addition : `${held}\n\n${addition}`;
