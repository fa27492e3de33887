import type { Recommendation } from './review.ts';

/** The pages of a report, in the order in which it is written and read. */
export const reportSteps = ['views', 'progress', 'provision', 'adulthood', 'recommendation'] as const;
export type ReportStep = (typeof reportSteps)[number];

export const reportStepWords: Readonly<Record<ReportStep, string>> = {
  views: 'What the pupil and the family say',
  progress: 'Progress and outcomes',
  provision: 'Needs and provision',
  adulthood: 'Preparing for adulthood and what comes next',
  recommendation: 'What is recommended',
};

export type ReportPart = {
  readonly name: string;
  readonly step: ReportStep;
  readonly label: string;
  readonly hint?: string;
  /** Without it the report is not complete; by which rule. Null: it may stay blank. */
  readonly source: string | null;
  /** Asked in or beyond Year 9 alone, or before a move to the next phase. */
  readonly only?: 'adulthood' | 'next_phase';
};

const practice = 'Usual in authorities’ forms';
const pfa = 'SEND Regulations 2014 reg 20(6); Code of Practice 8.10';

/** Every part of the report of a review: statutory.md 2.5 and 2.6. */
export const reportParts: readonly ReportPart[] = [
  {
    name: 'childViews',
    step: 'views',
    label: 'Views, wishes and feelings of the pupil',
    hint: 'And how they were gathered',
    source: 'SEND Regulations 2014 reg 19(a)',
  },
  {
    name: 'parentViews',
    step: 'views',
    label: 'Views of the parents',
    source: 'SEND Regulations 2014 reg 19(a)',
  },
  { name: 'working', step: 'views', label: 'What is working', source: practice },
  { name: 'notWorking', step: 'views', label: 'What is not working', source: practice },
  {
    name: 'attendance',
    step: 'progress',
    label: 'Attendance, suspensions and any part-time timetable',
    source: practice,
  },
  {
    name: 'attainment',
    step: 'progress',
    label: 'Attainment and progress',
    hint: 'Each area with its measure, date and score',
    source: practice,
  },
  {
    name: 'outcomes',
    step: 'progress',
    label: 'Each outcome of Section E: progress, evidence, and whether it is still right',
    source: 'SEND Regulations 2014 regs 19 and 20(5)',
  },
  {
    name: 'targets',
    step: 'progress',
    label: 'Short-term targets: what was reached, what comes next',
    source: 'Code of Practice 9.69',
  },
  {
    name: 'provision',
    step: 'provision',
    label: 'Each line of Section F: whether it was given as written, and what came of it',
    source: 'Code of Practice 9.176',
  },
  { name: 'needs', step: 'provision', label: 'Changes in needs (Section B)', source: null },
  {
    name: 'health',
    step: 'provision',
    label: 'Health (Sections C and G)',
    hint: 'Write “no change” where there is none',
    source: practice,
  },
  {
    name: 'care',
    step: 'provision',
    label: 'Social care (Sections D and H)',
    hint: 'Write “no change” where there is none',
    source: practice,
  },
  { name: 'placement', step: 'provision', label: 'The school or place (Section I)', source: null },
  { name: 'equipment', step: 'provision', label: 'Transport and equipment', source: null },
  {
    name: 'personalBudget',
    step: 'provision',
    label: 'Personal budget',
    hint: 'Whether there is one, is wanted, or is to change',
    source: null,
  },
  {
    name: 'employment',
    step: 'adulthood',
    label: 'Employment and higher education',
    source: pfa,
    only: 'adulthood',
  },
  { name: 'independence', step: 'adulthood', label: 'Independent living', source: pfa, only: 'adulthood' },
  {
    name: 'community',
    step: 'adulthood',
    label: 'Friends and taking part in the community',
    source: pfa,
    only: 'adulthood',
  },
  {
    name: 'adultHealth',
    step: 'adulthood',
    label: 'Being as healthy as possible in adult life',
    source: pfa,
    only: 'adulthood',
  },
  {
    name: 'nextPhase',
    step: 'adulthood',
    label: 'The next school or place that is wanted',
    source: 'SEND Regulations 2014 reg 18',
    only: 'next_phase',
  },
  {
    name: 'reasons',
    step: 'recommendation',
    label: 'Why this is recommended',
    source: 'SEND Regulations 2014 reg 20(7)',
  },
  {
    name: 'differences',
    step: 'recommendation',
    label: 'Where others recommend something else',
    hint: 'Who, and what. Write “none” where all agree',
    source: 'SEND Regulations 2014 reg 20(7)',
  },
];

export type ReportFacts = {
  readonly preparesForAdulthood: boolean;
  readonly isBeforeMove: boolean;
  /** Parts of a meeting that no clock runs for may all stay blank. */
  readonly isStatutory: boolean;
  readonly recommendation: Recommendation | null;
  readonly sectionsToChange: readonly string[];
};

const isAsked = ({ only }: ReportPart, facts: ReportFacts): boolean =>
  only === undefined || (only === 'adulthood' ? facts.preparesForAdulthood : facts.isBeforeMove);

/** The parts that are asked of this review: Year 9 and a move to the next phase add their own (rule ar-5). */
export const partsAsked = (facts: ReportFacts): readonly ReportPart[] =>
  reportParts.filter((part) => isAsked(part, facts));

/** The pages that are asked of it, without one that would be blank. */
export const stepsAsked = (facts: ReportFacts): readonly ReportStep[] =>
  reportSteps.filter((step) => partsAsked(facts).some((part) => part.step === step));

export type MissingPart = { readonly step: ReportStep; readonly label: string; readonly source: string };
export type ReportWords = Readonly<Record<string, string>>;

/**
 * What a report still lacks before it can be sent, each with its rule (rule ar-6): a part that is asked for and is blank, the
 * recommendation, and where it is to amend, the sections.
 */
export function missingInReport(words: ReportWords, facts: ReportFacts): readonly MissingPart[] {
  if (!facts.isStatutory) return [];
  const blank = partsAsked(facts).flatMap(({ name, step, label, source }): MissingPart[] =>
    source === null || (words[name] ?? '').trim() !== '' ? [] : [{ step, label, source }],
  );
  const source = 'SEND Regulations 2014 reg 20(7)';
  const step = 'recommendation' as const;
  if (facts.recommendation === null) blank.push({ step, label: 'Keep, amend or end the plan', source });
  if (facts.recommendation === 'amend' && facts.sectionsToChange.length === 0)
    blank.push({ step, label: 'The sections to change', source });
  return blank;
}

/** The sections of a plan that a review may ask to change. SEND Regulations 2014 reg 12(1). */
export const planSections = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J'] as const;
