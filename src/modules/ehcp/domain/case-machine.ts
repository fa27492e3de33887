import type { CaseKind } from './case.ts';
import { appealSteps, mediationSteps, orderSteps } from './machine/disputes.steps.ts';
import {
  ceasingSteps,
  consultationSteps,
  laTransferSteps,
  phaseTransferSteps,
} from './machine/moves.steps.ts';
import { needsAssessmentSteps } from './machine/needs-assessment.steps.ts';
import { reassessmentSteps } from './machine/reassessment.steps.ts';
import { annualReviewSteps } from './machine/review.steps.ts';
import type { FactChoice, Machine, Step } from './step.ts';

/** What every kind of case knows: what was sent and asked in between. */
export const alwaysSteps: readonly Step[] = [
  { name: 'letterSent', words: 'Letter sent', by: 'school', after: [], repeats: true, rare: true },
  { name: 'informationSent', words: 'Information sent', by: 'school', after: [], repeats: true, rare: true },
  { name: 'answerReceived', words: 'Answer received', by: 'authority', after: [], repeats: true, rare: true },
];

const orderKinds: FactChoice = {
  label: 'What was ordered or agreed',
  choices: {
    assess: 'To assess',
    reassess: 'To reassess',
    'make-plan': 'To make a plan',
    reconsider: 'To think again',
    amend: 'To amend what the plan says of needs or provision',
    'section-i': 'To change the school that the plan names',
    continue: 'To let the plan go on',
    cease: 'To cease the plan',
  },
};

/** Each kind of case as data (statutory.md 1.3): only events that are listed can happen, each after those it names. */
const machines: Readonly<Record<CaseKind, Machine>> = {
  'needs-assessment': {
    steps: needsAssessmentSteps,
    facts: {
      askedBy: {
        label: 'Who asks',
        choices: { school: 'The school', parent: 'The parent or young person', other: 'Somebody else' },
      },
    },
  },
  consultation: {
    steps: consultationSteps,
    facts: {
      answer: { label: 'The school’s answer', choices: { yes: 'It can meet the needs', no: 'It cannot' } },
      ground: {
        label: 'Ground of CFA 2014 s39(4)',
        choices: {
          unsuitable: 'The school is unsuitable for the age, ability, aptitude or needs of the child',
          others: 'It would be incompatible with the efficient education of others',
          resources: 'It would be incompatible with the efficient use of resources',
        },
      },
    },
  },
  'annual-review': {
    steps: annualReviewSteps,
    alsoMet: { V1: 'decisionSent', V2: 'decisionSent' },
  },
  reassessment: { steps: reassessmentSteps },
  'phase-transfer': {
    steps: phaseTransferSteps,
    facts: {
      kind: {
        label: 'Which move',
        must: true,
        choices: {
          'early-years-school': 'Early years to school',
          'infant-junior': 'Infant to junior',
          'primary-middle': 'Primary to middle',
          'primary-secondary': 'Primary to secondary',
          'middle-secondary': 'Middle to secondary',
          'secondary-post16': 'Secondary to after 16',
          'post16-post16': 'One place after 16 to another',
        },
      },
    },
  },
  'la-transfer': { steps: laTransferSteps },
  appeal: { steps: appealSteps },
  mediation: {
    steps: mediationSteps,
    facts: {
      appealable: { label: 'Can the matter be appealed?', choices: { yes: 'Yes', no: 'No' } },
      kind: orderKinds,
    },
  },
  'tribunal-order': { steps: orderSteps, facts: { kind: { ...orderKinds, must: true } } },
  ceasing: { steps: ceasingSteps },
};

export const machineOf = (kind: CaseKind): Machine => machines[kind];
export const stepsOf = (kind: CaseKind): readonly Step[] => [...machines[kind].steps, ...alwaysSteps];
export const stepOf = (kind: CaseKind, name: string): Step | null =>
  stepsOf(kind).find((step) => step.name === name) ?? null;
