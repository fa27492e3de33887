import type { ReportFacts } from './report-parts.ts';
import { type InviteAnswer, type ReviewCapacity, reviewCapacityWords } from './review.ts';

export type AgendaItem = {
  readonly title: string;
  /** What to go through, line by line. */
  readonly points: readonly string[];
  /** The rule that asks for it, or that it is usual. */
  readonly why: string;
};

type Invited = {
  readonly name: string;
  readonly capacity: ReviewCapacity;
  readonly answer: InviteAnswer | null;
};

export type AgendaFacts = Pick<ReportFacts, 'preparesForAdulthood' | 'isBeforeMove' | 'isStatutory'> & {
  readonly people: readonly Invited[];
  readonly outcomes: readonly string[];
  readonly lines: readonly string[];
};

const usual = 'Usual, not law';

const said = ({ name, capacity }: Invited): string =>
  `${name}, ${reviewCapacityWords[capacity].toLowerCase()}`;

function welcome(people: readonly Invited[]): AgendaItem {
  const away = people.filter(({ answer }) => answer === 'cannot' || answer === 'sends_words');
  const here = people.filter((one) => !away.includes(one));
  return {
    title: 'Welcome: who is here, and who sends words',
    points: [...here.map(said), ...away.map((one) => `${said(one)}: does not come`)],
    why: 'SEND Regulations 2014 reg 20(2)',
  };
}

/**
 * What a review meeting goes through, the pupil first, in the order of its report (rule ar-9): every outcome of Section E, every
 * line of Section F, preparing for adulthood in and beyond Year 9, and what is recommended with the views that differ.
 */
export function agendaOf(facts: AgendaFacts): readonly AgendaItem[] {
  const { people, outcomes, lines, preparesForAdulthood, isBeforeMove, isStatutory } = facts;
  const items: (AgendaItem & { readonly isAsked?: boolean })[] = [
    welcome(people),
    {
      title: 'What the pupil says',
      points: ['What goes well, what is hard, what they hope for'],
      why: 'SEND Regulations 2014 reg 19(a)',
    },
    {
      title: 'What the family says',
      points: ['What they see at home, what they want next'],
      why: 'SEND Regulations 2014 reg 19(a)',
    },
    { title: 'What is working, and what is not', points: [], why: usual },
    {
      title: 'Each outcome of Section E: how far, and is it still right?',
      points: outcomes,
      why: 'SEND Regulations 2014 regs 19 and 20(5)',
    },
    {
      title: 'Each line of Section F: was it given as written, and what came of it?',
      points: lines,
      why: 'Code of Practice 9.176',
    },
    {
      title: 'Health and social care',
      points: ['Changes in Sections C and G, D and H'],
      why: usual,
      isAsked: isStatutory,
    },
    {
      title: 'Preparing for adulthood',
      points: [
        'Employment and higher education',
        'Independent living',
        'Friends and the community',
        'Being as healthy as possible',
      ],
      why: 'SEND Regulations 2014 reg 20(6); Code of Practice 8.10',
      isAsked: preparesForAdulthood,
    },
    {
      title: 'The next school or place',
      points: ['What the pupil and the family want, and what they need to know'],
      why: 'SEND Regulations 2014 reg 18',
      isAsked: isBeforeMove,
    },
    {
      title: 'The school or place, equipment, a personal budget',
      points: [],
      why: 'Code of Practice 9.169',
      isAsked: isStatutory,
    },
    {
      title: 'What is recommended: keep the plan, amend it or end it',
      points: ['Which sections to change', 'Where somebody recommends something else, and what'],
      why: 'SEND Regulations 2014 reg 20(7)',
      isAsked: isStatutory,
    },
    { title: 'Who does what, by when', points: [], why: usual },
  ];
  return items
    .filter(({ isAsked }) => isAsked !== false)
    .map(({ title, points, why }) => ({ title, points, why }));
}
