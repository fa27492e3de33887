import { sectionKinds, sectionWords } from './plan.ts';
import type { FacePart, FaceTemplate } from './plan-template.ts';

const parts = (...given: readonly (readonly [FacePart, string])[]): FaceTemplate['parts'] =>
  given.map(([part, heading]) => ({ part, heading }));

/** The faces that come with the program. A school may rename, reorder or withdraw each. */
export const shippedTemplates: readonly FaceTemplate[] = [
  {
    templateKey: 'support-plan',
    name: 'SEN support plan',
    lead: 'What we have agreed to do, who does it, and when we look at it again.',
    layout: 'pages',
    isProposed: false,
    parts: [
      { part: 'facts', heading: 'This plan' },
      ...sectionKinds.map((kind) => ({ part: kind, heading: sectionWords[kind].label })),
      { part: 'targets', heading: 'Targets' },
      { part: 'signatures', heading: 'Agreed by' },
    ],
  },
  // Person-centred, in the order in which such a meeting is held: the views first, the review on the same sheet.
  {
    templateKey: 'one-plan',
    name: 'One Plan',
    lead: 'A person-centred plan, written together at a One Plan meeting.',
    layout: 'pages',
    isProposed: false,
    parts: parts(
      ['facts', 'About this One Plan'],
      ['strengths', 'What people like and admire about me'],
      ['pupil_views', 'What is important to me now'],
      ['parent_views', 'What is important to my family'],
      ['hopes', 'My hopes for the future'],
      ['help', 'How best to support me'],
      ['barriers', 'What is not working yet'],
      ['targets', 'Our outcomes and who does what'],
      ['review', 'How it went: our review'],
      ['signatures', 'Agreed by'],
    ),
  },
  {
    templateKey: 'ilp',
    name: 'Individual learning plan (ILP or IEP)',
    lead: 'The targets of this cycle, for everyone who teaches.',
    layout: 'pages',
    isProposed: false,
    parts: parts(
      ['facts', 'This plan'],
      ['strengths', 'Strengths'],
      ['barriers', 'Barriers to learning'],
      ['targets', 'Targets'],
      ['help', 'In every lesson'],
      ['review', 'Review of targets'],
    ),
  },
  {
    templateKey: 'passport',
    name: 'Pupil passport',
    lead: 'This is how I learn best.',
    layout: 'one_page',
    isProposed: false,
    parts: parts(
      ['strengths', 'I am good at'],
      ['barriers', 'What is hard for me'],
      ['help', 'Please do this'],
      ['goals', 'I am working on'],
      ['strategies', 'Adults who help me, and how'],
      ['pupil_views', 'I want you to know'],
    ),
  },
  {
    templateKey: 'profile',
    name: 'One-page profile',
    lead: null,
    layout: 'one_page',
    isProposed: false,
    parts: parts(
      ['strengths', 'What people like and admire about me'],
      ['pupil_views', 'What is important to me'],
      ['help', 'How best to support me'],
    ),
  },
  // The schools white paper of 2026 proposes such a plan; nothing in it is law (statutory notes 6.1, 6.3).
  {
    templateKey: 'isp',
    name: 'Individual support plan (ISP)',
    lead: 'The plan at work in the shape that has been proposed for an individual support plan.',
    layout: 'pages',
    isProposed: true,
    parts: parts(
      ['facts', 'Record'],
      ['barriers', 'Needs and barriers to learning'],
      ['strengths', 'Strengths'],
      ['pupil_views', 'What the child or young person says'],
      ['parent_views', 'What the family says'],
      ['help', 'Day-to-day support'],
      ['targets', 'Intended outcomes and provision'],
      ['hopes', 'Longer-term outcomes'],
      ['review', 'Review and impact'],
    ),
  },
];

export const proposedWords =
  'Proposed, not law: no duty to make an individual support plan is in force. This is a view of the plan at work.';
