import { addDays, checkedDay } from '#src/kernel/dates.ts';
import { done } from '#src/kernel/result.ts';
import type { ClockRule, Given, Limit, Process } from './clock.ts';
import { noExceptions } from './exception.ts';
import { beforeDay, monthsBefore } from './limit.ts';
import { sendRegulations } from './needs-assessment.clocks.ts';

/** The moves between phases of reg 2(1). Junior to secondary is primary to secondary. */
const kinds = [
  'early-years-school',
  'infant-junior',
  'primary-middle',
  'primary-secondary',
  'middle-secondary',
  'secondary-post16',
  'post16-post16',
] as const;

const limitOf = ({ facts }: Given): Limit =>
  facts.kind === 'post16-post16'
    ? monthsBefore(5)
    : beforeDay(facts.kind === 'secondary-post16' ? '03-31' : '02-15');

const planLimit: Limit = {
  rule: 'X',
  words: 'before 15 February; 31 March after Year 11; 5 months before a move after 16',
  reckon: (start, given) => limitOf(given).reckon(start, given),
};

/** Four weeks to the decision and eight to the amended plan: twelve weeks back from the day of the plan. */
const meetingLimit: Limit = {
  rule: 'W',
  words: '12 weeks before the plan is due',
  reckon: (start, given) => {
    const plan = limitOf(given).reckon(start, given);
    if (!plan.ok) return plan;
    const dueOn = addDays(plan.value.dueOn, -84);
    return done({
      dueOn,
      alertOn: addDays(plan.value.alertOn, -84),
      steps: [
        `The amended plan is due ${checkedDay(plan.value.dueOn)}.`,
        `4 weeks to decide and 8 to amend: 84 days before is ${checkedDay(dueOn)}.`,
      ],
    });
  },
};

const shared: Pick<ClockRule, 'starts' | 'exceptions' | 'inForceFrom'> = {
  starts: ['transfer'],
  exceptions: noExceptions,
  inForceFrom: sendRegulations,
};

/** The move to the next phase: the amended plan, and the meeting early enough for it (statutory.md 2.3). */
export const phaseTransfer: Process = {
  events: ['transfer', 'meeting', 'amendedPlanSent'],
  facts: { kind: kinds },
  mustTell: ['kind'],
  order: [['meeting', 'amendedPlanSent']],
  clocks: [
    {
      ...shared,
      id: 'phase-transfer-meeting',
      name: 'Hold the review meeting of the move',
      owedBy: 'school',
      force: 'PRACTICE',
      source: 'SEND Regulations 2014 reg 18, reckoned back by the steps of reg 20(10) and reg 22(3)',
      limit: meetingLimit,
      metBy: 'meeting',
    },
    {
      ...shared,
      id: 'phase-transfer-plan',
      name: 'Amend the plan so that it names the next school or place',
      owedBy: 'authority',
      force: 'LAW',
      source: 'SEND Regulations 2014 reg 18',
      limit: planLimit,
      metBy: 'amendedPlanSent',
    },
  ],
};
