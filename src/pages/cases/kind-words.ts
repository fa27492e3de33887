import type { CaseKind } from '#src/modules/ehcp/index.ts';

/** What each kind of case is, for whoever opens one. */
export const kindLead: Readonly<Record<CaseKind, string>> = {
  'needs-assessment':
    'Somebody asks the authority for an EHC needs assessment. The authority has 6 weeks to decide and 20 weeks to the final plan.',
  consultation:
    'An authority asks whether the school can be named in a plan. The Code gives 15 days for the answer; holidays do not stop them.',
  'annual-review':
    'The yearly review of an EHC plan. It ends with the authority’s decision, and that day starts the next year.',
  reassessment:
    'The parent, the school or a health body asks for a new assessment of a pupil who has a plan.',
  'phase-transfer':
    'The pupil moves to the next phase: the plan must name the next place before 15 February, after Year 11 before 31 March.',
  'la-transfer': 'A pupil with a plan moves to the area of another authority, which takes the plan over.',
  appeal: 'The family’s own matter. The dates are kept in sight; the school does nothing here.',
  mediation: 'The family’s own matter. The dates are kept in sight; the school does nothing here.',
  'tribunal-order': 'The Tribunal has made an order, and the authority must follow it within limits.',
  ceasing:
    'The authority means to end the plan. It must consult the family and the head first, and the plan goes on until the time for an appeal is over.',
};
