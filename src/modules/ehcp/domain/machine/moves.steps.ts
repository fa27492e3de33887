import type { Step } from '../step.ts';

/** An authority asks whether this school can be named (statutory.md A9). */
export const consultationSteps: readonly Step[] = [
  {
    name: 'schoolConsulted',
    words: 'The school was consulted',
    by: 'authority',
    after: [],
    opens: true,
  },
  {
    name: 'schoolReplied',
    words: 'The school answered',
    by: 'school',
    after: ['schoolConsulted'],
    ends: 'answered',
  },
];

/** The move to the next phase (statutory.md 2.3). The day of the move lies ahead. */
export const phaseTransferSteps: readonly Step[] = [
  {
    name: 'transfer',
    words: 'The pupil moves to the next phase',
    by: 'other',
    after: [],
    opens: true,
    ahead: true,
  },
  {
    name: 'meeting',
    words: 'The review meeting of the move',
    by: 'school',
    after: ['transfer'],
    ahead: true,
  },
  {
    name: 'amendedPlanSent',
    words: 'The amended plan names the next school',
    by: 'authority',
    after: ['meeting'],
    ends: 'amended',
  },
];

/** A pupil with a plan moves to the area of another authority (statutory.md 1.9; reg 15). */
export const laTransferSteps: readonly Step[] = [
  { name: 'planMade', words: 'The plan was made', by: 'authority', after: [], opens: true, rare: true },
  {
    name: 'lastReviewed',
    words: 'The plan was last reviewed',
    by: 'authority',
    after: [],
    opens: true,
    rare: true,
  },
  {
    name: 'oldAuthorityAware',
    words: 'The old authority knew of the move',
    by: 'authority',
    after: [],
    opens: true,
  },
  { name: 'moved', words: 'The pupil moved', by: 'other', after: [], opens: true, ahead: true },
  { name: 'transferred', words: 'The plan was handed over', by: 'authority', after: ['moved'] },
  {
    name: 'parentTold',
    words: 'The new authority told the parent what it will do',
    by: 'authority',
    after: ['transferred'],
  },
  {
    name: 'reviewed',
    words: 'The new authority reviewed the plan',
    by: 'authority',
    after: ['transferred'],
    ends: 'transferred',
  },
];

/** An authority means to cease a plan (statutory.md 1.10; reg 31). */
export const ceasingSteps: readonly Step[] = [
  {
    name: 'consulted',
    words: 'The authority consulted the family and the head',
    by: 'authority',
    after: [],
    notAfter: ['decisionSent'],
    opens: true,
  },
  { name: 'schoolReplied', words: 'The school answered', by: 'school', after: ['consulted'] },
  {
    name: 'keptAfterAll',
    words: 'The authority decided to keep the plan',
    by: 'authority',
    after: ['consulted'],
    notAfter: ['decisionSent'],
    ends: 'maintained',
  },
  {
    name: 'decisionSent',
    words: 'The notice of ceasing was sent',
    by: 'authority',
    after: ['consulted'],
    notAfter: ['keptAfterAll'],
    opens: true,
  },
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
  { name: 'appealRegistered', words: 'An appeal was registered', by: 'parent', after: ['decisionSent'] },
  { name: 'ceased', words: 'The plan ceased', by: 'authority', after: ['decisionSent'], ends: 'ceased' },
];
