/** A letter that can be made for any pupil: words with places to be filled in. */
export type LetterTemplate = {
  readonly letterKind: string;
  readonly title: string;
  readonly words: string;
  /** 0 where the school has not changed what is shipped. */
  readonly version: number;
  readonly isShipped: boolean;
};

/** What may stand in braces, and what it becomes. */
export const places = {
  'pupil first name': 'the name that the pupil uses',
  'pupil name': 'first name and surname',
  class: 'the class of the pupil',
  parent: 'to whom the letter goes, such as Mrs Okafor',
  school: 'the name of the school',
  sender: 'who makes the letter',
  today: 'the day of the letter',
  'review day': 'the day on which the plan is reviewed',
  link: 'a link of their own, by which the parent reads and signs the plan',
} as const;
export type Place = keyof typeof places;
const isPlace = (text: string): text is Place => Object.hasOwn(places, text);
export const placeNames = Object.keys(places).filter(isPlace);

/** What stands in braces in a text, each once, as it is written. */
export const bracesIn = (words: string): readonly string[] => [
  ...new Set([...words.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)),
];

/** What stands in braces and is no place; empty for a template that can be filled in. */
export const unknownIn = (words: string): readonly string[] =>
  bracesIn(words).filter((name) => !isPlace(name));

/** The words with every place filled in; what is not known is left in braces, to be seen and written by hand. */
export const filled = (words: string, values: Readonly<Partial<Record<Place, string>>>): string =>
  words.replace(/\{([^{}]*)\}/g, (whole, name: string) => (isPlace(name) ? (values[name] ?? whole) : whole));

const shipped: Readonly<Record<string, { readonly title: string; readonly words: string }>> = {
  sign_plan: {
    title: 'A plan to read and sign',
    words: `Dear {parent}

We have written a plan with what {pupil first name} is good at, what is hard, and what we will do at school to help. Please read it. You can say what you think of each part, and add what you see at home.

This is your link to the plan: {link}

It asks for a short code, which comes apart. If you like paper better, tell us and we will send the plan home to be signed by hand.

We look at the plan again together on {review day}.

Yours sincerely
{sender}
{school}`,
  },
  review_meeting: {
    title: 'Come and talk about the plan',
    words: `Dear {parent}

We would like to meet you to talk about {pupil first name}: what is going well, what is still hard, and what we should do next. We have put {review day} in the diary. If that day does not suit you, ring us and we will find another.

You know {pupil first name} best. It helps us to hear how things are at home, and what you hope for. You may bring somebody with you. If you would like an interpreter, tell us and we will ask for one.

Yours sincerely
{sender}
{school}`,
  },
  sen_support_begins: {
    title: 'Extra help at school begins',
    words: `Dear {parent}

We write to tell you that {pupil first name} now gets special educational provision at {school}. This is called SEN support. It means help that is different from, or more than, what other children of the same age get. The law asks us to tell you when it begins.

We will write a plan with you: what {pupil first name} should be able to do next, what we will do to help, and how we will know that it works. We will meet you at least three times a year to look at it together.

The local authority has a free service that gives parents advice and support about special educational needs. We can tell you how to reach it.

Yours sincerely
{sender}
{school}`,
  },
  meeting_notes: {
    title: 'Notes of our meeting',
    words: `Dear {parent}

Thank you for coming to talk with us about {pupil first name} on {today}. This is what we agreed:

- 
- 
- 

We meet again on {review day}. If we have left something out, or got something wrong, please tell us.

Yours sincerely
{sender}
{school}`,
  },
};

/** The letters that everybody has, with the school's own words where it has changed them, and its own letters after them. */
export function lettersOf(own: readonly Omit<LetterTemplate, 'isShipped'>[]): readonly LetterTemplate[] {
  const ours = Object.entries(shipped).map(([letterKind, letter]) => {
    const changed = own.find((one) => one.letterKind === letterKind);
    return { letterKind, ...letter, version: 0, ...changed, isShipped: true };
  });
  const theirs = own.filter(({ letterKind }) => !Object.hasOwn(shipped, letterKind));
  return [...ours, ...theirs.map((one) => ({ ...one, isShipped: false }))];
}

/** Said in the kept words where a link stood: the link itself is a secret. */
export const linkWasSent = '(a link of your own)';
export const linkOnPaper = '(the link that we send you apart)';
