import { appeal } from './appeal.clocks.ts';
import type { Process } from './clock.ts';
import { consultationReply } from './needs-assessment.clocks.ts';

/** An authority asks a school whether it can be named in a plan (CFA 2014 s39(2); statutory.md A9). */
export const consultation: Process = {
  events: ['schoolConsulted', 'schoolReplied'],
  facts: {},
  order: [['schoolConsulted', 'schoolReplied']],
  clocks: [consultationReply('A9')],
};

/**
 * An authority means to cease a plan (CFA 2014 s45; SEND Regulations 2014 reg 31; statutory.md 1.10). It must consult
 * first; no limit of days is set for that. From the notice on the parent can appeal, and the plan goes on until then.
 */
export const ceasing: Process = {
  events: [
    'consulted',
    'schoolReplied',
    'decisionSent',
    'adviserContacted',
    'certificateIssued',
    'appealRegistered',
    'ceased',
  ],
  facts: {},
  order: [
    ['consulted', 'decisionSent'],
    ['consulted', 'schoolReplied'],
    ['decisionSent', 'ceased'],
    ...appeal.order,
  ],
  clocks: appeal.clocks,
};
