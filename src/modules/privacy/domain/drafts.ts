import { form, optionalText, version } from '../../../kernel/form.ts';

/** The three documents that are drafted from what the program does, for the school to complete. */
export const draftNames = ['impact_assessment', 'notice_families', 'notice_pupils'] as const;
export type DraftName = (typeof draftNames)[number];

export const draftTitles: Readonly<Record<DraftName, string>> = {
  impact_assessment: 'Data protection impact assessment',
  notice_families: 'Privacy notice for families',
  notice_pupils: 'What we write down about you',
};

const blank = (label: string, hint: string) => optionalText({ label, hint, kind: 'longText', max: 4000 });

/** What only the school can say. Each is asked once and stands in every document that needs it. */
const blanks = {
  controller: blank('Who is responsible', 'The school or trust as the law names it, with its address'),
  officer: blank('Data protection officer', 'Name and how to reach them'),
  basis: blank(
    'Lawful basis, as the school confirms it',
    'Public task, UK GDPR article 6(1)(e); for health and the like article 9(2)(g) with the Data Protection Act 2018, Schedule 1 (unverified)',
  ),
  sharing: blank(
    'With whom the school shares',
    'Such as the authority, health services, the next school, and why',
  ),
  necessity: blank('Why nothing less would do', 'What would be lost without these records'),
  consulted: blank('Who was asked', 'Pupils, parents, staff, the trust: when, and what they said'),
  backups: blank('Where Sendero and its backups stand', 'Whose machine, in which country, who can reach it'),
  risks: blank('Risks that the school sees besides', 'And what is done about each'),
  approved: blank('Approved by, and when it is looked at again', 'Name, role and dates'),
  ask: blank('Whom a pupil can ask', 'A name, and where to find them'),
} as const;
export type BlankName = keyof typeof blanks;
export const blankNames: readonly BlankName[] = [
  'controller',
  'officer',
  'basis',
  'sharing',
  'necessity',
  'consulted',
  'backups',
  'risks',
  'approved',
  'ask',
];

export const blanksOf: Readonly<Record<DraftName, readonly BlankName[]>> = {
  impact_assessment: [
    'controller',
    'officer',
    'basis',
    'necessity',
    'consulted',
    'sharing',
    'backups',
    'risks',
    'approved',
  ],
  notice_families: ['controller', 'officer', 'basis', 'sharing', 'approved'],
  notice_pupils: ['ask'],
};

export type Answers = { readonly [K in BlankName]?: string | undefined };

export const draftForm = form({ ...blanks, version: version() });

/** One piece of a document: drawn as a page, and laid out as a PDF. */
export type DraftBlock =
  | { readonly kind: 'heading'; readonly words: string }
  | { readonly kind: 'text'; readonly words: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'blank'; readonly label: string; readonly words: string | null };

/** What the program says of itself: the tables, the roles and the settings as they are. */
export type DraftFacts = {
  readonly schoolName: string;
  readonly records: readonly {
    readonly title: string;
    readonly about: 'pupil' | 'people' | 'school' | 'program';
    readonly purpose: string;
    readonly isSpecial: boolean;
    readonly kept: string;
  }[];
  readonly roles: readonly { readonly name: string; readonly reach: string; readonly sees: string }[];
  readonly years: { readonly sen_pupil: number; readonly pupil: number };
  readonly services: readonly { readonly name: string; readonly words: string }[];
};

const blankBlocks = (name: DraftName, answers: Answers): DraftBlock[] =>
  blanksOf[name].map((blankName) => ({
    kind: 'blank',
    label: blanks[blankName].label,
    words: answers[blankName] ?? null,
  }));

const keptSentence = ({ years }: DraftFacts) =>
  `A pupil’s records are kept until ${years.pupil} years after birth, and until ${years.sen_pupil} years after birth where the pupil ever had SEN. Then the SENCO reviews them and removes them, or holds them for a stated reason. Nothing of a pupil on roll is removed.`;

const groups = [
  { about: 'pupil', label: 'About pupils and their families' },
  { about: 'people', label: 'About people who work here or sign in' },
  { about: 'school', label: 'About the school' },
  { about: 'program', label: 'Of the program itself' },
] as const;

const recordTables = ({ records }: DraftFacts): DraftBlock[] =>
  groups.map(({ about, label }) => ({
    kind: 'table',
    caption: label,
    columns: ['Record', 'What for', 'Special category', 'Kept'],
    rows: records
      .filter((one) => one.about === about)
      .map((one) => [one.title, one.purpose, one.isSpecial ? 'Yes' : 'No', one.kept]),
  }));

const risks: readonly (readonly [string, string])[] = [
  [
    'Somebody sees a pupil who is none of their business',
    'Each role names whom it reaches and what it sees; the program checks it, and the database checks it again by itself. Who can see a pupil, and why, stands on a page',
  ],
  [
    'Somebody looks out of curiosity',
    'Every view of a pupil is recorded with who, when and which page, and the record cannot be changed by the program',
  ],
  [
    'A record is wrong, or is changed unseen',
    'Every change is recorded with who, when, why, before and after. A request to correct is logged and decided with a reason; a statement that is not agreed with stays beside the record',
  ],
  [
    'Records are kept for too long',
    'Each kind of record declares how long it is kept; those whose time has ended are listed for review',
  ],
  [
    'A child protection file is read by the wrong people',
    'It is not kept in Sendero: only a flag that the safeguarding lead holds one',
  ],
  [
    'A machine decides about a child',
    'No part of Sendero uses artificial intelligence, and nothing is decided by the program alone',
  ],
];

function assessment(facts: DraftFacts, answers: Answers): DraftBlock[] {
  return [
    {
      kind: 'text',
      words:
        'Drafted from what this copy of Sendero does. An assessment is needed because records of health and special needs of many children are kept. The school completes it, and answers for it.',
    },
    { kind: 'heading', words: 'What is kept, and why' },
    ...recordTables(facts),
    { kind: 'heading', words: 'How long' },
    { kind: 'text', words: `${keptSentence(facts)} These years are practice and a setting, not law.` },
    { kind: 'heading', words: 'Who sees what' },
    {
      kind: 'table',
      caption: 'Roles, whom they reach and what they see',
      columns: ['Role', 'Reaches', 'Sees'],
      rows: facts.roles.map(({ name, reach, sees }) => [name, reach, sees]),
    },
    { kind: 'heading', words: 'Where it is kept, and what leaves it' },
    {
      kind: 'table',
      caption: 'Parts outside the program, as they are set now',
      columns: ['Part', 'Now'],
      rows: facts.services.map(({ name, words }) => [name, words]),
    },
    { kind: 'heading', words: 'Risks, and what is done about them' },
    { kind: 'table', caption: 'Risks and measures', columns: ['Risk', 'Measure'], rows: risks },
    { kind: 'heading', words: 'For the school to complete' },
    ...blankBlocks('impact_assessment', answers),
  ];
}

function familyNotice(facts: DraftFacts, answers: Answers): DraftBlock[] {
  const kinds = facts.records.filter(({ about }) => about === 'pupil');
  return [
    {
      kind: 'text',
      words: `${facts.schoolName} keeps records of its pupils in Sendero, so that children who need help get it and it can be seen whether it works. This notice says what is kept, why, for how long, who sees it, and what you can ask for.`,
    },
    { kind: 'heading', words: 'What we keep about your child and family, and why' },
    {
      kind: 'table',
      caption: 'What we keep, and why',
      columns: ['What', 'Why'],
      rows: kinds.map(({ title, purpose }) => [title, purpose]),
    },
    { kind: 'heading', words: 'How long we keep it' },
    { kind: 'text', words: keptSentence(facts) },
    { kind: 'heading', words: 'Who sees it' },
    {
      kind: 'list',
      items: facts.roles.map(({ name, reach, sees }) => `${name}: ${reach.toLowerCase()}. They see ${sees}.`),
    },
    {
      kind: 'text',
      words:
        'Every time somebody looks at your child’s record, that is written down. No machine decides anything about your child.',
    },
    { kind: 'heading', words: 'What you can ask for' },
    {
      kind: 'list',
      items: [
        'To see what is kept: you get it within one month, without what is about other people.',
        'To put right what is wrong: you get an answer within one month. If we do not agree, your words stay beside the record.',
        'To ask us to stop, or to remove something: we look at it and tell you why if we cannot.',
        'To complain to the school, and to the Information Commissioner.',
      ],
    },
    ...blankBlocks('notice_families', answers),
  ];
}

function pupilNotice(facts: DraftFacts, answers: Answers): DraftBlock[] {
  const kinds = facts.records.filter(({ about }) => about === 'pupil').slice(0, 17);
  return [
    {
      kind: 'text',
      words: `At ${facts.schoolName} we write some things down about you. We do this so that we can help you learn.`,
    },
    { kind: 'heading', words: 'What we write down' },
    { kind: 'list', items: kinds.map(({ title }) => title) },
    { kind: 'heading', words: 'Who can read it' },
    {
      kind: 'text',
      words:
        'The people who teach you and help you can read what they need to help you. The computer keeps a list of everyone who has looked. Nobody else may look.',
    },
    { kind: 'heading', words: 'What you can do' },
    {
      kind: 'list',
      items: [
        'You can ask to see it.',
        'You can tell us if something is wrong.',
        'You can ask us why we wrote it down.',
      ],
    },
    { kind: 'heading', words: 'How long we keep it' },
    {
      kind: 'text',
      words: 'We keep it for many years, until you are a grown-up. Then we take it away.',
    },
    ...blankBlocks('notice_pupils', answers),
  ];
}

const builders: Readonly<Record<DraftName, (facts: DraftFacts, answers: Answers) => DraftBlock[]>> = {
  impact_assessment: assessment,
  notice_families: familyNotice,
  notice_pupils: pupilNotice,
};

/** A document as it stands: what the program does, and what the school wrote into its blanks. */
export const draftBlocks = (name: DraftName, facts: DraftFacts, answers: Answers): readonly DraftBlock[] =>
  builders[name](facts, answers);
