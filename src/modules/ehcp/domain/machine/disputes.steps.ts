import type { Step } from '../step.ts';
import { circumstances } from './needs-assessment.steps.ts';

/** What a parent or young person may do about a decision (statutory.md 1.7). The school only keeps it in sight. */
export const appealSteps: readonly Step[] = [
  { name: 'decisionSent', words: 'The decision was sent', by: 'authority', after: [], opens: true },
  {
    name: 'adviserContacted',
    words: 'The mediation adviser was contacted',
    by: 'parent',
    after: ['decisionSent'],
  },
  {
    name: 'certificateIssued',
    words: 'The mediation certificate was issued',
    by: 'other',
    after: ['decisionSent'],
  },
  { name: 'appealRegistered', words: 'The appeal was registered', by: 'parent', after: ['decisionSent'] },
  {
    name: 'conceded',
    words: 'The authority gave way',
    by: 'authority',
    after: ['appealRegistered'],
    ends: 'agreed',
  },
  {
    name: 'appealDecided',
    words: 'The Tribunal decided',
    by: 'other',
    after: ['appealRegistered'],
    ends: 'decided',
  },
];

export const mediationSteps: readonly Step[] = [
  { name: 'requested', words: 'Mediation was asked for', by: 'parent', after: [], opens: true },
  { name: 'declined', words: 'Mediation was declined', by: 'parent', after: [], opens: true },
  { name: 'icbTold', words: 'The integrated care board was told', by: 'authority', after: ['requested'] },
  {
    name: 'couldNotArrange',
    words: 'The authority could not arrange it',
    by: 'authority',
    after: ['requested'],
  },
  { name: 'held', words: 'The mediation was held', by: 'other', after: ['requested'] },
  { name: 'agreed', words: 'Something was agreed', by: 'other', after: ['requested'] },
  {
    name: 'certificateIssued',
    words: 'The certificate was issued',
    by: 'other',
    after: ['declined', 'couldNotArrange', 'held'],
  },
  {
    name: 'complied',
    words: 'What was agreed was done',
    by: 'authority',
    after: ['agreed'],
    ends: 'complied',
  },
];

/** What an authority must do after an order, by the kind of the order (reg 44(2)). */
export const orderSteps: readonly Step[] = [
  { name: 'ordered', words: 'The Tribunal made its order', by: 'other', after: [], opens: true },
  {
    name: 'adviceAskedOfHead',
    words: 'The authority asked the head for advice',
    by: 'authority',
    after: ['ordered'],
  },
  {
    name: 'assessmentNotified',
    words: 'The authority said that it will assess',
    by: 'authority',
    after: ['ordered'],
  },
  {
    name: 'planDecided',
    words: 'The authority decided that there is to be no plan',
    by: 'authority',
    after: ['ordered'],
    notAfter: ['draftServed', 'finalSent'],
    stops: ['order-assess-final'],
    ends: 'no-plan',
  },
  {
    name: 'draftServed',
    words: 'The draft plan was served',
    by: 'authority',
    after: ['ordered'],
    repeats: true,
    stops: ['order-assess-no-plan'],
  },
  {
    name: 'finalSent',
    words: 'The final plan was sent',
    by: 'authority',
    after: ['ordered'],
    stops: ['order-assess-no-plan'],
    ends: 'plan-made',
  },
  {
    name: 'complied',
    words: 'The order was followed',
    by: 'authority',
    after: ['ordered'],
    ends: 'complied',
  },
  ...circumstances,
];
