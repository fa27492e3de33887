import { schoolDate } from '#src/kernel/dates.ts';
import type { ClockRule, Given, Process } from './clock.ts';
import { adviceExceptions, authorityExceptions, noExceptions } from './exception.ts';
import { days, daysBeginning, weeks } from './limit.ts';

export const sendRegulations = schoolDate('2014-09-01');

/** From the day the authority became responsible where it did, else from the day the request was received. */
const request = ['becameResponsible', 'requested'];
/** Once a refusal is given up, the 16 and 20 weeks from the request no longer run (statutory.md 1.5). */
const isFromRequest = ({ events }: Given): boolean => events.agreedAfterRefusal === undefined;

const ofAuthority = {
  owedBy: 'authority',
  force: 'LAW',
  exceptions: authorityExceptions,
  inForceFrom: sendRegulations,
} as const;

/** The school's or another's answer to a consultation: 15 days, as the Code has it (statutory.md A9 and V11). */
export const consultationReply = (id: 'A9' | 'V11'): ClockRule => ({
  id,
  name: 'The school answers the consultation',
  owedBy: 'school',
  force: 'CoP',
  source: 'SEND Code of Practice 9.83; CFA 2014 s39(2)',
  starts: ['schoolConsulted'],
  limit: days(15),
  exceptions: noExceptions,
  metBy: 'schoolReplied',
  inForceFrom: sendRegulations,
});

/** At least 15 days in which the parent may answer a draft (statutory.md A8 and V10). */
export const representations = (id: 'A8' | 'V10', source: string): ClockRule => ({
  id,
  name: 'The parent or young person may comment, ask for a school and ask for a meeting',
  owedBy: 'parent',
  force: 'LAW',
  source,
  starts: ['draftServed'],
  limit: daysBeginning(15),
  exceptions: noExceptions,
  metBy: 'parentReplied',
  inForceFrom: sendRegulations,
});

/** The three limits that run once an authority gives up a refusal, or the Tribunal orders it to assess. */
export const assessAfterAll = (given: {
  prefix: string;
  starts: string;
  source: string;
  applies?: ClockRule['applies'];
}): readonly ClockRule[] => {
  const shared = {
    ...ofAuthority,
    starts: [given.starts],
    source: given.source,
    ...(given.applies === undefined ? {} : { applies: given.applies }),
  };
  return [
    {
      ...shared,
      id: `${given.prefix}-notify`,
      name: 'Say that it will assess',
      limit: weeks(2),
      metBy: 'assessmentNotified',
    },
    {
      ...shared,
      id: `${given.prefix}-no-plan`,
      name: 'If there is to be no plan, decide and say so',
      limit: weeks(10),
      metBy: 'planDecided',
    },
    {
      ...shared,
      id: `${given.prefix}-final`,
      name: 'Send the final plan',
      limit: weeks(14),
      metBy: 'finalSent',
    },
  ];
};

/** A request for a needs assessment, to the final plan (statutory.md 1.2 to 1.5). */
export const needsAssessment: Process = {
  events: [
    'requested',
    'becameResponsible',
    'adviceAskedOfHead',
    'adviceRequestReceived',
    'agreedAfterRefusal',
    'draftServed',
    'schoolConsulted',
    'assessmentDecided',
    'adviceReturned',
    'planDecided',
    'parentReplied',
    'schoolReplied',
    'assessmentNotified',
    'finalSent',
    'exceptionalCircumstances',
    'absentFrom',
    'absentUntil',
    'missedAppointment',
  ],
  facts: {},
  order: [
    ...[
      'adviceAskedOfHead',
      'adviceRequestReceived',
      'agreedAfterRefusal',
      'draftServed',
      'schoolConsulted',
    ].map((later) => ['requested', later] as const),
    ['requested', 'assessmentDecided'],
    ['requested', 'finalSent'],
    ['draftServed', 'finalSent'],
    ['adviceRequestReceived', 'adviceReturned'],
    ['schoolConsulted', 'schoolReplied'],
    ['absentFrom', 'absentUntil'],
  ],
  clocks: [
    {
      ...ofAuthority,
      id: 'A2',
      name: 'Decide whether to assess, and say so',
      source: 'SEND Regulations 2014 reg 5(1)',
      starts: request,
      limit: weeks(6),
      metBy: 'assessmentDecided',
    },
    {
      id: 'A5',
      name: 'The school returns its advice',
      owedBy: 'school',
      force: 'LAW',
      source: 'SEND Regulations 2014 reg 8(1); for schools Code of Practice 9.41, 9.52 and CFA 2014 s29',
      starts: ['adviceRequestReceived'],
      limit: weeks(6),
      exceptions: adviceExceptions,
      metBy: 'adviceReturned',
      inForceFrom: sendRegulations,
    },
    {
      ...ofAuthority,
      id: 'A6',
      name: 'If there is to be no plan, decide and say so',
      source: 'SEND Regulations 2014 reg 10(1)',
      starts: request,
      limit: weeks(16),
      applies: isFromRequest,
      metBy: 'planDecided',
    },
    {
      id: 'A7',
      name: 'Send the draft plan: the authority’s own aim, the law gives no date',
      owedBy: 'authority',
      force: 'LOCAL',
      source: 'Code of Practice 9.44; the authority’s own timetable',
      starts: request,
      limit: { rule: 'W', words: 'the week that the authority names', reckon: draftWeek },
      applies: isFromRequest,
      metBy: 'draftServed',
      inForceFrom: sendRegulations,
    },
    representations('A8', 'SEND Regulations 2014 reg 13(1)(a)'),
    consultationReply('A9'),
    {
      ...ofAuthority,
      id: 'A11',
      name: 'Send the final plan',
      source: 'SEND Regulations 2014 reg 13(2)',
      starts: request,
      limit: weeks(20),
      applies: isFromRequest,
      metBy: 'finalSent',
    },
    ...assessAfterAll({
      prefix: 'agreed-after-refusal',
      starts: 'agreedAfterRefusal',
      source: 'SEND Regulations 2014 regs 44(2)(b) and 45(3); the Ombudsman applies the same',
    }),
  ],
};

function draftWeek(start: Parameters<ClockRule['limit']['reckon']>[0], given: Given) {
  return weeks(given.local.draftWeek).reckon(start, given);
}
