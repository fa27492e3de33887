import { checkedDay } from '#src/kernel/dates.ts';
import { addMonths, rollForward } from '../periods.ts';
import type { Limit, Process } from './clock.ts';
import { noExceptions } from './exception.ts';
import { months, settledOn } from './limit.ts';
import { sendRegulations } from './needs-assessment.clocks.ts';

const tribunal = 'HESC Tribunal Rules 2008 (SI 2008/2699) r20 and r12';

/** The later of two months from the decision and one month from the certificate, then rolled forward. */
const appealLimit: Limit = {
  rule: 'M',
  words: '2 months from the decision or 1 month from the certificate, the later, rolled forward',
  reckon: (start, { events }) => {
    const fromDecision = addMonths(start, 2);
    const certificate = events.certificateIssued;
    const fromCertificate = certificate === undefined ? null : addMonths(certificate, 1);
    const later = fromCertificate !== null && fromCertificate > fromDecision ? fromCertificate : fromDecision;
    const rolled = rollForward(later);
    if (!rolled.ok) return rolled;
    return settledOn(rolled.value, [
      `2 months after the decision of ${checkedDay(start)} is ${checkedDay(fromDecision)}.`,
      ...(fromCertificate === null || certificate === undefined
        ? ['No mediation certificate was told; one may give a later date.']
        : [`1 month after the certificate of ${checkedDay(certificate)} is ${checkedDay(fromCertificate)}.`]),
      ...(rolled.value === later
        ? []
        : [`${checkedDay(later)} rolls forward to ${checkedDay(rolled.value)} (T10).`]),
    ]);
  },
};

/** What a parent or young person may do about a decision (statutory.md 1.7). The program only informs. */
export const appeal: Process = {
  events: ['decisionSent', 'certificateIssued', 'adviserContacted', 'appealRegistered'],
  facts: {},
  order: [
    ['decisionSent', 'certificateIssued'],
    ['decisionSent', 'appealRegistered'],
  ],
  clocks: [
    {
      id: 'T1',
      name: 'Contact the mediation adviser, unless the appeal is about Section I alone',
      owedBy: 'parent',
      force: 'LAW',
      source: 'SEND Regulations 2014 reg 33; CFA 2014 s55',
      starts: ['decisionSent'],
      limit: months(2),
      exceptions: noExceptions,
      metBy: 'adviserContacted',
      inForceFrom: sendRegulations,
    },
    {
      id: 'T9',
      name: 'Register an appeal with the Tribunal',
      owedBy: 'parent',
      force: 'LAW',
      source: tribunal,
      starts: ['decisionSent'],
      limit: appealLimit,
      exceptions: noExceptions,
      metBy: 'appealRegistered',
      inForceFrom: sendRegulations,
    },
  ],
};
