import { annualReview } from './annual-review.clocks.ts';
import { appeal } from './appeal.clocks.ts';
import type { Process } from './clock.ts';
import { ceasing, consultation } from './consultation.clocks.ts';
import { needsAssessment } from './needs-assessment.clocks.ts';
import { phaseTransfer } from './phase-transfer.clocks.ts';
import { authorityTransfer, reassessment } from './reassessment.clocks.ts';
import { accessArrangement, leaver, lookedAfter, pupil, senco, subjectAccess } from './school.clocks.ts';
import { mediation, tribunalOrder } from './tribunal-and-mediation.clocks.ts';

/** Every process of law that Sendero reckons, by the name that the shell and the pages use. */
export const processes = {
  'needs-assessment': needsAssessment,
  'annual-review': annualReview,
  'phase-transfer': phaseTransfer,
  appeal,
  'tribunal-order': tribunalOrder,
  mediation,
  consultation,
  ceasing,
  reassessment,
  'la-transfer': authorityTransfer,
  'looked-after': lookedAfter,
  leaver,
  'subject-access': subjectAccess,
  'access-arrangement': accessArrangement,
  senco,
  pupil,
} as const satisfies Readonly<Record<string, Process>>;

export type ProcessName = keyof typeof processes;

export const processNames: readonly string[] = Object.keys(processes);

export const isProcessName = (name: string): name is ProcessName => Object.hasOwn(processes, name);
