import { addDays, checkedDay } from '#src/kernel/dates.ts';
import { done } from '#src/kernel/result.ts';
import { lastDayOfMonthsStarting } from '../periods.ts';
import type { ClockRule, Limit, Process } from './clock.ts';
import { noExceptions } from './exception.ts';
import { daysBefore, monthsStarting, weeks } from './limit.ts';
import { consultationReply, representations, sendRegulations } from './needs-assessment.clocks.ts';

const shared = { exceptions: noExceptions, inForceFrom: sendRegulations } as const;
const ofSchool = { ...shared, owedBy: 'school', force: 'LAW' } as const;
const ofAuthority = { ...shared, owedBy: 'authority', force: 'LAW' } as const;

/** The meeting in time for a decision four weeks later to fall within the year. */
const meetingInTime: Limit = {
  rule: 'P',
  words: '28 days before the year ends',
  reckon: (start) => {
    const yearEnds = lastDayOfMonthsStarting(start, 12).lastOn;
    const dueOn = addDays(yearEnds, -28);
    const alertOn = addDays(dueOn, -1);
    return done({
      dueOn,
      alertOn,
      steps: [
        `The review must be complete by ${checkedDay(yearEnds)}, and the authority has four weeks after the meeting.`,
        `28 days before is ${checkedDay(dueOn)}; a day earlier is safe on every count.`,
      ],
    });
  },
};

/** Eight weeks from the notice, and never later than twelve weeks from the meeting. */
const amended: Limit = {
  rule: 'W',
  words: '8 weeks, at most 12 weeks from the meeting',
  reckon: (start, given) => {
    const { meeting } = given.events;
    const own = weeks(8).reckon(start, given);
    if (meeting === undefined || !own.ok || own.value.dueOn <= addDays(meeting, 84)) return own;
    const ceiling = weeks(12).reckon(meeting, given);
    return ceiling.ok
      ? done({
          ...ceiling.value,
          steps: [
            `8 weeks after the notice would be ${checkedDay(own.value.dueOn)}.`,
            ...ceiling.value.steps,
          ],
        })
      : ceiling;
  },
};

const devon = 'R (L, M and P) v Devon CC [2022] EWHC 493 (Admin)';

const decided: ClockRule = {
  ...ofAuthority,
  id: 'V2',
  name: 'The next review is complete: the decision is sent',
  source: 'CFA 2014 s44(1)(b)',
  starts: ['lastDecisionSent', 'noticeSent'],
  limit: monthsStarting(12),
};

/** The annual review, from the last one to the amended plan (statutory.md 2.2). */
export const annualReview: Process = {
  events: [
    'planMade',
    'lastDecisionSent',
    'termStarts',
    'meeting',
    'invited',
    'adviceCirculated',
    'adviceAsked',
    'reportSent',
    'decisionSent',
    'noticeSent',
    'draftServed',
    'parentReplied',
    'schoolConsulted',
    'schoolReplied',
    'amendedPlanSent',
  ],
  facts: {},
  order: [
    ['planMade', 'lastDecisionSent'],
    ['planMade', 'meeting'],
    ['lastDecisionSent', 'meeting'],
    ['meeting', 'noticeSent'],
    ['meeting', 'reportSent'],
    ['meeting', 'decisionSent'],
    ['meeting', 'draftServed'],
    ['noticeSent', 'amendedPlanSent'],
    ['schoolConsulted', 'schoolReplied'],
  ],
  clocks: [
    {
      ...ofAuthority,
      id: 'V1',
      name: 'The first review is complete: the decision is sent',
      source: 'CFA 2014 s44(1)(a)',
      starts: ['planMade'],
      limit: monthsStarting(12),
      metBy: 'lastDecisionSent',
    },
    decided,
    {
      ...decided,
      id: 'next-review',
      name: 'The review after this one is complete: the decision is sent',
      starts: ['noticeSent'],
      applies: ({ events }) => events.lastDecisionSent !== undefined,
    },
    {
      ...ofAuthority,
      id: 'V3',
      name: 'List the reviews of the term to the schools',
      force: 'CoP',
      source: 'Code of Practice 9.174 (unverified)',
      starts: ['termStarts'],
      limit: daysBefore(14),
    },
    {
      ...ofSchool,
      id: 'V4',
      name: 'Hold the meeting, so that the decision can come in time',
      force: 'PRACTICE',
      source: 'CFA 2014 s44(1) and SEND Regulations 2014 reg 20(10), reckoned back',
      starts: ['lastDecisionSent', 'planMade'],
      limit: meetingInTime,
      metBy: 'meeting',
    },
    {
      ...ofSchool,
      id: 'V5',
      name: 'Give notice of the meeting to everybody who must be invited',
      source: 'SEND Regulations 2014 reg 20(3)',
      starts: ['meeting'],
      limit: daysBefore(14),
      metBy: 'invited',
    },
    {
      ...ofSchool,
      id: 'V6',
      name: 'Circulate the advice to everybody invited',
      source: 'SEND Regulations 2014 reg 20(4)',
      starts: ['meeting'],
      limit: daysBefore(14),
      metBy: 'adviceCirculated',
    },
    {
      ...ofSchool,
      id: 'V6a',
      name: 'Ask for advice',
      force: 'PRACTICE',
      source: 'Usual practice: 6 to 8 weeks before the meeting',
      starts: ['meeting'],
      limit: {
        rule: 'N',
        words: 'the weeks that the school asks for, 6 to 8',
        reckon: (start, given) => daysBefore(given.local.askAdviceDays).reckon(start, given),
      },
      metBy: 'adviceAsked',
    },
    {
      ...ofSchool,
      id: 'V7',
      name: 'Send the report of the meeting to everybody invited and to the authority',
      source: 'SEND Regulations 2014 reg 20(7) and (8)',
      starts: ['meeting'],
      limit: weeks(2),
      metBy: 'reportSent',
    },
    {
      ...ofAuthority,
      id: 'V8',
      name: 'Decide to keep, amend or cease the plan, and say so',
      source: 'SEND Regulations 2014 reg 20(10)',
      starts: ['meeting'],
      limit: weeks(4),
      metBy: 'decisionSent',
    },
    {
      ...ofAuthority,
      id: 'V9',
      name: 'If amending, send the plan with the notice of the changes',
      source: `SEND Regulations 2014 regs 22(2)(a) and 20(10); ${devon}`,
      starts: ['meeting'],
      limit: weeks(4),
      metBy: 'noticeSent',
    },
    representations('V10', 'SEND Regulations 2014 reg 22(2)(c)'),
    consultationReply('V11'),
    {
      ...ofAuthority,
      id: 'V12',
      name: 'Send the final amended plan',
      source: `SEND Regulations 2014 reg 22(3); ${devon}`,
      starts: ['noticeSent'],
      limit: amended,
      metBy: 'amendedPlanSent',
    },
    {
      ...ofAuthority,
      id: 'V13',
      name: 'If not amending after all, say so with reasons and the right of appeal',
      source: 'SEND Regulations 2014 reg 22(4)',
      starts: ['noticeSent'],
      limit: weeks(8),
      metBy: 'amendedPlanSent',
    },
    {
      ...ofAuthority,
      id: 'V14',
      name: 'The whole review and amendment: the ceiling',
      source: devon,
      starts: ['meeting'],
      limit: weeks(12),
      metBy: 'amendedPlanSent',
    },
  ],
};
