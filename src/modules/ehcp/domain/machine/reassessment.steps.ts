import type { Step } from '../step.ts';
import { circumstances } from './needs-assessment.steps.ts';

/** A new assessment of a child who has a plan (statutory.md 1.8). */
export const reassessmentSteps: readonly Step[] = [
  { name: 'requested', words: 'The authority received the request', by: 'school', after: [], opens: true },
  {
    name: 'notified',
    words: 'The authority said that it will reassess',
    by: 'authority',
    after: ['requested'],
    notAfter: ['reassessmentRefused'],
  },
  {
    name: 'reassessmentRefused',
    words: 'The authority refused to reassess',
    by: 'authority',
    after: ['requested'],
    notAfter: ['notified'],
    counts: ['notified'],
    stops: ['reassessment-no-change', 'reassessment-final'],
    ends: 'no-assessment',
  },
  {
    name: 'adviceAskedOfHead',
    words: 'The authority asked the head for advice',
    by: 'authority',
    after: ['notified'],
  },
  {
    name: 'planDecided',
    words: 'The authority decided not to change the plan',
    by: 'authority',
    after: ['notified'],
    notAfter: ['draftServed', 'finalSent'],
    stops: ['reassessment-final'],
    ends: 'maintained',
  },
  {
    name: 'draftServed',
    words: 'The draft plan was served',
    by: 'authority',
    after: ['notified'],
    repeats: true,
    stops: ['reassessment-no-change'],
  },
  {
    name: 'parentReplied',
    words: 'The parent or young person answered the draft',
    by: 'parent',
    after: ['draftServed'],
  },
  {
    name: 'finalSent',
    words: 'The final plan was sent',
    by: 'authority',
    after: ['draftServed'],
    ends: 'amended',
    stops: ['reassessment-no-change'],
  },
  ...circumstances,
];
