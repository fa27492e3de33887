import type { Step } from '../step.ts';

const request = ['requested', 'becameResponsible'];
const assessing = ['assessmentAgreed', 'agreedAfterRefusal'];

/** Circumstances that reg 5(4) and reg 8(2) name. They move no date. */
export const circumstances: readonly Step[] = [
  {
    name: 'exceptionalCircumstances',
    words: 'Exceptional personal circumstances were told',
    by: 'other',
    after: [],
    rare: true,
  },
  { name: 'absentFrom', words: 'The pupil left the area', by: 'other', after: [], rare: true, ahead: true },
  {
    name: 'absentUntil',
    words: 'The pupil came back to the area',
    by: 'other',
    after: ['absentFrom'],
    rare: true,
    ahead: true,
  },
];

/** A refusal that is given up: by the authority itself, after mediation or by order (statutory.md 1.5). */
const refusals = ['assessmentRefused', 'planRefused'];

/** From a request to the final plan (statutory.md 1.2 and 1.3). */
export const needsAssessmentSteps: readonly Step[] = [
  { name: 'requested', words: 'The authority received the request', by: 'school', after: [], opens: true },
  {
    name: 'becameResponsible',
    words: 'The authority became responsible for the child',
    by: 'authority',
    after: [],
    opens: true,
    rare: true,
  },
  {
    name: 'adviceAskedOfHead',
    words: 'The authority asked the head for advice',
    by: 'authority',
    after: request,
  },
  {
    name: 'adviceRequestReceived',
    words: 'The school received the request for advice',
    by: 'school',
    after: request,
  },
  {
    name: 'assessmentAgreed',
    words: 'The authority said that it will assess',
    by: 'authority',
    after: request,
    notAfter: ['assessmentRefused'],
    counts: ['assessmentDecided'],
  },
  {
    name: 'assessmentRefused',
    words: 'The authority refused to assess',
    by: 'authority',
    after: request,
    notAfter: ['assessmentAgreed'],
    counts: ['assessmentDecided'],
    stops: ['A5', 'A6', 'A7', 'A11'],
  },
  {
    name: 'adviceReturned',
    words: 'The school returned its advice',
    by: 'school',
    after: ['adviceRequestReceived'],
  },
  {
    name: 'planRefused',
    words: 'The authority refused to make a plan',
    by: 'authority',
    after: assessing,
    notAfter: ['draftServed', 'finalSent'],
    counts: ['planDecided'],
    stops: ['A7', 'A11', 'agreed-after-refusal-final'],
  },
  {
    name: 'agreedAfterRefusal',
    words: 'The authority gave up its refusal',
    by: 'authority',
    after: refusals,
    restarts: true,
  },
  {
    name: 'assessmentNotified',
    words: 'The authority said, after its refusal, that it will assess',
    by: 'authority',
    after: ['agreedAfterRefusal'],
  },
  {
    name: 'draftServed',
    words: 'The draft plan was served',
    by: 'authority',
    after: assessing,
    repeats: true,
    stops: ['A6', 'agreed-after-refusal-no-plan'],
  },
  {
    name: 'parentReplied',
    words: 'The parent or young person answered the draft',
    by: 'parent',
    after: ['draftServed'],
  },
  {
    name: 'schoolConsulted',
    words: 'The authority consulted this school',
    by: 'authority',
    after: ['draftServed'],
  },
  {
    name: 'schoolReplied',
    words: 'The school answered the consultation',
    by: 'school',
    after: ['schoolConsulted'],
  },
  {
    name: 'finalSent',
    words: 'The final plan was sent',
    by: 'authority',
    after: ['draftServed'],
    ends: 'plan-made',
    stops: ['A6', 'agreed-after-refusal-no-plan'],
  },
  {
    name: 'missedAppointment',
    words: 'An appointment for an examination or test was missed',
    by: 'other',
    after: ['adviceRequestReceived'],
    rare: true,
  },
  ...circumstances,
];
