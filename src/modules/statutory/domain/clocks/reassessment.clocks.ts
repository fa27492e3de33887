import { addDays, checkedDay } from '#src/kernel/dates.ts';
import { addWorkingDays } from '../bank-holidays.ts';
import { lastDayOfMonthsStarting } from '../periods.ts';
import type { Limit, Process } from './clock.ts';
import { authorityExceptions, noExceptions } from './exception.ts';
import { bankHolidaysWithin, days, settledOn, weeks } from './limit.ts';
import { representations, sendRegulations } from './needs-assessment.clocks.ts';

const ofAuthority = {
  owedBy: 'authority',
  force: 'LAW',
  exceptions: authorityExceptions,
  inForceFrom: sendRegulations,
} as const;

/** A new assessment of a child who has a plan (statutory.md 1.8). */
export const reassessment: Process = {
  events: [
    'requested',
    'notified',
    'adviceAskedOfHead',
    'draftServed',
    'parentReplied',
    'planDecided',
    'finalSent',
    'exceptionalCircumstances',
    'absentFrom',
    'absentUntil',
  ],
  facts: {},
  order: [
    ['requested', 'notified'],
    ['notified', 'draftServed'],
    ['notified', 'finalSent'],
    ['draftServed', 'finalSent'],
    ['absentFrom', 'absentUntil'],
  ],
  clocks: [
    {
      ...ofAuthority,
      id: 'reassessment-decision',
      name: 'Decide whether to reassess, and say so',
      source: 'SEND Regulations 2014 reg 25(1) (unverified)',
      starts: ['requested'],
      limit: days(15),
      exceptions: noExceptions,
      metBy: 'notified',
    },
    {
      ...ofAuthority,
      id: 'reassessment-no-change',
      name: 'If the plan is not to change, decide and say so',
      source: 'SEND Regulations 2014 reg 26 (unverified)',
      starts: ['notified'],
      limit: weeks(10),
      metBy: 'planDecided',
    },
    representations('A8', 'SEND Regulations 2014 reg 13(1)(a), as reg 27 applies it'),
    {
      ...ofAuthority,
      id: 'reassessment-final',
      name: 'Send the final plan',
      source: 'SEND Regulations 2014 reg 27(2)',
      starts: ['notified'],
      limit: weeks(14),
      metBy: 'finalSent',
    },
  ],
};

/** The working days that the old authority has to know of a move beforehand, and to act in when it did not. */
const warning = 15;

/** On the day of the move; 15 working days beginning with the day it knew, where it knew less than that before. */
const transferLimit: Limit = {
  rule: 'B',
  words: 'on the day of the move, or 15 working days beginning with the day the old authority knew',
  reckon: (moved, { events }) => {
    const onTheDay = settledOn(moved, [`The plan goes over on the day of the move, ${checkedDay(moved)}.`]);
    const aware = events.oldAuthorityAware;
    if (aware === undefined) return onTheDay;
    const early = addWorkingDays(aware, warning);
    if (!early.ok) return early;
    if (early.value <= moved) return onTheDay;
    const last = addWorkingDays(addDays(aware, -1), warning);
    if (!last.ok) return last;
    return settledOn(last.value, [
      `The old authority knew on ${checkedDay(aware)}, less than ${warning} working days before the move of ${checkedDay(moved)}.`,
      `${warning} working days beginning with that day end on ${checkedDay(last.value)}.`,
      bankHolidaysWithin(addDays(aware, -1), last.value),
    ]);
  },
};

/** The later of twelve months from the plan or its last review and three from the transfer. */
const firstReviewLimit: Limit = {
  rule: 'P',
  words: '12 months from the plan or its last review, or 3 months from the transfer, the later',
  reckon: (transferred, { events }) => {
    const reviewed = events.lastReviewed ?? events.planMade;
    const three = lastDayOfMonthsStarting(transferred, 3).lastOn;
    const twelve = reviewed === undefined ? null : lastDayOfMonthsStarting(reviewed, 12).lastOn;
    const dueOn = twelve !== null && twelve > three ? twelve : three;
    return settledOn(dueOn, [
      `3 months starting with the transfer of ${checkedDay(transferred)} end on ${checkedDay(three)}.`,
      twelve === null || reviewed === undefined
        ? 'When the plan was made or last reviewed was not told; that may give a later date.'
        : `12 months starting with ${checkedDay(reviewed)} end on ${checkedDay(twelve)}.`,
      `The later is ${checkedDay(dueOn)}.`,
    ]);
  },
};

/** A child with a plan moves to another authority (statutory.md 1.9; reg 15). */
export const authorityTransfer: Process = {
  events: ['planMade', 'lastReviewed', 'oldAuthorityAware', 'moved', 'transferred', 'parentTold', 'reviewed'],
  facts: {},
  order: [
    ['planMade', 'lastReviewed'],
    ['moved', 'transferred'],
    ['transferred', 'parentTold'],
  ],
  clocks: [
    {
      id: 'la-transfer-plan',
      name: 'The old authority hands the plan over to the new one',
      owedBy: 'authority',
      force: 'LAW',
      source: 'SEND Regulations 2014 reg 15(2)',
      starts: ['moved'],
      limit: transferLimit,
      exceptions: noExceptions,
      metBy: 'transferred',
      inForceFrom: sendRegulations,
    },
    {
      id: 'la-transfer-notice',
      name: 'The new authority tells the parent that it has the plan, whether it will assess, and when it will review',
      owedBy: 'authority',
      force: 'LAW',
      source: 'SEND Regulations 2014 reg 15(4)',
      starts: ['transferred'],
      limit: weeks(6),
      exceptions: noExceptions,
      metBy: 'parentTold',
      inForceFrom: sendRegulations,
    },
    {
      id: 'la-transfer-review',
      name: 'The new authority reviews the plan',
      owedBy: 'authority',
      force: 'LAW',
      source: 'SEND Regulations 2014 reg 15(5) (in part unverified)',
      starts: ['transferred'],
      limit: firstReviewLimit,
      exceptions: noExceptions,
      metBy: 'reviewed',
      inForceFrom: sendRegulations,
    },
  ],
};
