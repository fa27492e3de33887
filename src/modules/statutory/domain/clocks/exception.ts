import { checkedDay, daysBetween, type SchoolDate } from '#src/kernel/dates.ts';
import { closureException } from '../periods.ts';
import type { Exception, Given, Span } from './clock.ts';

/** "A continuous period of not less than 4 weeks". */
const fourWeeks = 28;

const isWithin = (date: SchoolDate, { from, until }: Span): boolean => date >= from && date <= until;
const inWords = ({ from, until }: Span): string => `${checkedDay(from)} to ${checkedDay(until)}`;

/**
 * The school was shut for four weeks or more and the authority asked its head for advice in the window around that
 * (SEND Regs 2014 reg 5(4)(a) and its like). Shut 22 Jul to 2 Sep 2026: asked 15 Jul to 26 Aug 2026.
 */
function schoolClosure({ events, calendar }: Given): Exception {
  const said = (available: boolean, why: string): Exception => ({ id: 'school-closure', available, why });
  const long = calendar.closures.flatMap((closure) => {
    const window = closureException({ from: closure.from, reopensOn: closure.reopens });
    return window === null ? [] : [{ closure, window }];
  });
  const asked = events.adviceAskedOfHead;
  if (long.length === 0)
    return said(false, 'No closure of four weeks or more was told; shorter holidays never count.');
  const windows = long.map(({ window }) => inWords(window)).join(', or ');
  if (asked === undefined)
    return said(false, `It needs the day on which advice was asked of the head: ${windows}.`);
  const hit = long.find(({ window }) => isWithin(asked, window));
  return hit === undefined
    ? said(false, `Advice was asked of the head on ${checkedDay(asked)}, outside ${windows}.`)
    : said(
        true,
        `The school was shut for ${daysBetween(hit.closure.from, hit.closure.reopens)} days and advice was asked of the head on ${checkedDay(asked)}, within ${inWords(hit.window)}. The authority must show that this made it impractical; the date does not move.`,
      );
}

/** Exceptional personal circumstances of the child, parent or young person during the period. */
function circumstances({ events }: Given, span: Span): Exception {
  const on = events.exceptionalCircumstances;
  const available = on !== undefined && isWithin(on, span);
  return {
    id: 'exceptional-circumstances',
    available,
    why: available
      ? `Exceptional personal circumstances were told on ${checkedDay(on)}, within the period.`
      : `None was told for ${inWords(span)}.`,
  };
}

/** The child, parent or young person was away from the area for four weeks or more without a break during the period. */
function absence({ events }: Given, span: Span): Exception {
  const { absentFrom: from, absentUntil: until } = events;
  const id = 'absent-from-area';
  if (from === undefined || until === undefined)
    return { id, available: false, why: 'No absence from the area of four weeks or more was told.' };
  const [first, last] = [from > span.from ? from : span.from, until < span.until ? until : span.until];
  const length = daysBetween(first, last) + 1;
  return {
    id,
    available: length >= fourWeeks,
    why: `Away for ${Math.max(length, 0)} days of the period; the law asks for ${fourWeeks} without a break.`,
  };
}

function missedAppointment({ events }: Given, span: Span): Exception {
  const on = events.missedAppointment;
  const available = on !== undefined && isWithin(on, span);
  return {
    id: 'missed-appointment',
    available,
    why: available
      ? `An appointment for an examination or test was missed on ${checkedDay(on)}.`
      : 'No missed appointment was told within the period.',
  };
}

/** The list of regs 5(4), 10(4), 13(3), 27(3) and 44(3). The limit is let go, never made longer. */
export const authorityExceptions = (given: Given, span: Span): readonly Exception[] => [
  schoolClosure(given),
  circumstances(given, span),
  absence(given, span),
];

/** The list of reg 8(2), for whoever was asked for advice: it has no school closure in it. */
export const adviceExceptions = (given: Given, span: Span): readonly Exception[] => [
  circumstances(given, span),
  absence(given, span),
  missedAppointment(given, span),
  noClosure('reg 8(2) has a list of its own, without school closures.'),
];

const noClosure = (why: string): Exception => ({ id: 'school-closure', available: false, why });

/** Steps that know no holiday: annual reviews, the parent's 15 days, a school's reply to a consultation. */
export const noExceptions = (): readonly Exception[] => [
  noClosure('School holidays do not stop or move this clock.'),
];
