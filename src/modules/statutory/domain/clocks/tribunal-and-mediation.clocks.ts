import { done } from '#src/kernel/result.ts';
import type { ClockRule, Limit, Process } from './clock.ts';
import { authorityExceptions, noExceptions } from './exception.ts';
import { days, daysBeginning, weeks, workingDays } from './limit.ts';
import { assessAfterAll, sendRegulations } from './needs-assessment.clocks.ts';

const ofKind =
  (...kinds: readonly string[]): NonNullable<ClockRule['applies']> =>
  ({ facts }) =>
    kinds.includes(facts.kind ?? '');

const order = {
  owedBy: 'authority',
  force: 'LAW',
  exceptions: authorityExceptions,
  inForceFrom: sendRegulations,
  starts: ['ordered'],
} as const;

const orderKinds = [
  'assess',
  'reassess',
  'make-plan',
  'reconsider',
  'amend',
  'section-i',
  'continue',
  'cease',
] as const;

/** What an authority must do after an order, by the kind of the order (statutory.md 1.7; reg 44(2)). */
export const tribunalOrder: Process = {
  events: [
    'ordered',
    'adviceAskedOfHead',
    'assessmentNotified',
    'planDecided',
    'draftServed',
    'finalSent',
    'complied',
    'exceptionalCircumstances',
    'absentFrom',
    'absentUntil',
  ],
  facts: { kind: orderKinds },
  mustTell: ['kind'],
  order: [
    ['ordered', 'draftServed'],
    ['ordered', 'finalSent'],
    ['draftServed', 'finalSent'],
    ['absentFrom', 'absentUntil'],
  ],
  clocks: [
    ...assessAfterAll({
      prefix: 'order-assess',
      starts: 'ordered',
      source: 'SEND Regulations 2014 reg 44(2)(b)',
      applies: ofKind('assess', 'reassess'),
    }),
    {
      ...order,
      id: 'order-draft',
      name: 'Send the draft plan',
      source: 'SEND Regulations 2014 reg 44(2)(c)',
      limit: weeks(5),
      applies: ofKind('make-plan'),
      metBy: 'draftServed',
    },
    {
      ...order,
      id: 'order-final',
      name: 'Send the final plan',
      source: 'SEND Regulations 2014 reg 44(2)(c)',
      limit: weeks(11),
      applies: ofKind('make-plan'),
      metBy: 'finalSent',
    },
    {
      ...order,
      id: 'order-reconsider',
      name: 'Reconsider, as the Tribunal sent it back',
      source: 'SEND Regulations 2014 reg 44(2)(d) (unverified)',
      limit: weeks(2),
      applies: ofKind('reconsider'),
      metBy: 'complied',
    },
    {
      ...order,
      id: 'order-amend',
      name: 'Send the plan with Sections B and F amended',
      source: 'SEND Regulations 2014 reg 44(2)(e) (unverified)',
      limit: weeks(5),
      applies: ofKind('amend'),
      metBy: 'complied',
    },
    {
      ...order,
      id: 'order-section-i',
      name: 'Send the plan with the school in Section I changed',
      source: 'SEND Regulations 2014 reg 44(2)(h) (unverified)',
      limit: weeks(2),
      applies: ofKind('section-i'),
      metBy: 'complied',
    },
    {
      ...order,
      id: 'order-at-once',
      name: 'Continue or cease the plan, as ordered',
      source: 'SEND Regulations 2014 reg 44(2) (continuing: unverified)',
      limit: { ...daysBeginning(1), words: 'at once' },
      applies: ofKind('continue', 'cease'),
      metBy: 'complied',
    },
  ],
};

const adviser = {
  owedBy: 'mediation adviser',
  force: 'LAW',
  exceptions: noExceptions,
  inForceFrom: sendRegulations,
} as const;
const mediating = { ...adviser, owedBy: 'authority' } as const;

/** By the kind of what was agreed; the shortest of reg 44 where the kind is not told. */
const agreedLimit: Limit = {
  rule: 'W',
  words: 'as for an order of the Tribunal (reg 44)',
  reckon: (start, given) => {
    const count = agreedWeeks[given.facts.kind ?? ''] ?? 2;
    const sum = weeks(count).reckon(start, given);
    if (!sum.ok || given.facts.kind !== undefined) return sum;
    return done({
      ...sum.value,
      steps: [
        ...sum.value.steps,
        'What was agreed is not told: this is the shortest of reg 44. A draft or an amended plan has 5 weeks.',
      ],
    });
  },
};

/** The first step that each kind of agreement asks for. */
const agreedWeeks: Readonly<Record<string, number>> = {
  assess: 2,
  reassess: 2,
  'make-plan': 5,
  reconsider: 2,
  amend: 5,
  'section-i': 2,
};

/** Mediation, asked for and agreed (statutory.md 1.7). The parties may agree other dates in writing. */
export const mediation: Process = {
  events: [
    'requested',
    'declined',
    'couldNotArrange',
    'held',
    'agreed',
    'certificateIssued',
    'icbTold',
    'complied',
  ],
  facts: { appealable: ['yes', 'no'], kind: orderKinds },
  order: [
    ['requested', 'held'],
    ['requested', 'agreed'],
    ['held', 'agreed'],
  ],
  clocks: [
    {
      ...adviser,
      id: 'T2',
      name: 'Issue the certificate to a parent who wants no mediation',
      source: 'SEND Regulations 2014 reg 34; CFA 2014 s55(4)',
      starts: ['declined'],
      limit: workingDays(3),
      metBy: 'certificateIssued',
    },
    {
      ...mediating,
      id: 'T3',
      name: 'Arrange the mediation',
      source: 'SEND Regulations 2014 reg 36',
      starts: ['requested'],
      limit: days(30),
      metBy: 'held',
    },
    {
      ...mediating,
      id: 'T4',
      name: 'Tell the integrated care board of health matters',
      source: 'SEND Regulations 2014 regs 35 and 37',
      starts: ['requested'],
      limit: workingDays(3),
      metBy: 'icbTold',
    },
    {
      ...adviser,
      id: 'T5',
      name: 'Issue the certificate where no mediation could be arranged',
      source: 'SEND Regulations 2014 reg 36',
      starts: ['couldNotArrange'],
      limit: workingDays(3),
      metBy: 'certificateIssued',
    },
    {
      ...adviser,
      id: 'T6',
      name: 'Issue the certificate after the mediation',
      source: 'SEND Regulations 2014 reg 39 (unverified)',
      starts: ['held'],
      limit: workingDays(3),
      metBy: 'certificateIssued',
    },
    {
      ...mediating,
      id: 'T7',
      name: 'Do what was agreed on a matter that could be appealed',
      source: 'SEND Regulations 2014 regs 42(2) and 44',
      starts: ['agreed'],
      limit: agreedLimit,
      applies: ({ facts }) => facts.appealable !== 'no',
      metBy: 'complied',
    },
    {
      ...mediating,
      id: 'T8',
      name: 'Do what was agreed on another matter',
      source: 'SEND Regulations 2014 reg 42(3)',
      starts: ['agreed'],
      limit: weeks(2),
      applies: ({ facts }) => facts.appealable === 'no',
      metBy: 'complied',
    },
  ],
};
