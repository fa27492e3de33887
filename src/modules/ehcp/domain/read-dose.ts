import type { Dose, Per } from './ehc-plan.ts';

const numbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  fifty: 50,
  sixty: 60,
  ninety: 90,
};
const named = Object.keys(numbers).join('|');
const amount = `(\\d+(?:\\.\\d+)?|${named})`;

const numberOf = (text: string): number => numbers[text] ?? Number(text);

const minutesPattern = new RegExp(`\\b${amount}[\\s-]*(?:minutes?|mins?)\\b`);
const hoursPattern = new RegExp(`\\b${amount}(?:\\s+and\\s+a\\s+half)?[\\s-]*(?:hours?|hrs?)\\b`);

function minutesIn(text: string): number | null {
  if (/\bhalf[\s-](?:an[\s-])?hour/.test(text)) return 30;
  const minutes = minutesPattern.exec(text)?.[1];
  const hours = hoursPattern.exec(text);
  const [, count = ''] = hours ?? [];
  const ofHours =
    count === ''
      ? 0
      : Math.round(60 * (numberOf(count) + (/and\s+a\s+half/.test(hours?.[0] ?? '') ? 0.5 : 0)));
  const ofMinutes = minutes === undefined ? 0 : Math.round(numberOf(minutes));
  // "1 hour 30 minutes" is one length; "5 hours a week in sessions of 30 minutes" are two, and the first counts.
  const isOne = /(?:hours?|hrs?)\s+(?:and\s+)?\S+\s*(?:minutes?|mins?)/.test(text);
  const whole = ofHours > 0 ? ofHours + (isOne ? ofMinutes : 0) : ofMinutes;
  return whole > 0 && whole <= 2400 ? whole : null;
}

const units: readonly (readonly [Per, RegExp])[] = [
  ['half_term', /\b(?:each|every|per|a|in each|in every)\s+half[\s-]?term\b|\bhalf[\s-]?termly\b/],
  [
    'fortnight',
    /\b(?:each|every|per|a)\s+fortnight\b|\bfortnightly\b|\bevery (?:two|2|other|second) weeks?\b/,
  ],
  [
    'day',
    /\bdaily\b|\b(?:each|every|per|a)\s+(?:school\s+)?(?:day|morning|afternoon|lunchtime|break)\b|\bmonday to friday\b/,
  ],
  [
    'week',
    /\bweekly\b|\b(?:each|every|per|a)\s+(?:school\s+)?week\b|\bof each week\b|\b(?:mon|tues|wednes|thurs|fri)days?\b/,
  ],
  ['term', /\btermly\b|\b(?:each|every|per|a)\s+(?:school\s+)?term\b/],
  [
    'year',
    /\byearly\b|\bannually\b|\b(?:each|every|per|a|in the|over the)\s+(?:school\s+|academic\s+)*year\b/,
  ],
];

const timesPattern = new RegExp(
  `\\b${amount}\\s*(?:x\\b|×|times?\\b|(?:[a-z-]+\\s+){0,2}(?:sessions?|visits?|lessons?|blocks?)\\b|mornings?\\b|afternoons?\\b|days\\b)`,
);

/** How many times the words say; null where they name no count. */
function timesIn(text: string): number | null {
  if (/\btwice\b/.test(text)) return 2;
  const days = new Set(text.match(/\b(?:mon|tues|wednes|thurs|fri)day/g) ?? []).size;
  if (days > 1 && !/monday to friday/.test(text)) return days;
  const counted = timesPattern.exec(text)?.[1];
  const times = counted === undefined ? null : Math.round(numberOf(counted));
  return times !== null && times >= 1 && times <= 100 ? times : null;
}

/**
 * How much a line of Section F promises, as far as its words say it: "30 minutes three times a week" → 30, 3, week. A
 * proposal that somebody checks; "three sessions a week" → no minutes, 3, week. What it does not find is null, and "up to" promises nothing (Code of Practice 9.69).
 */
export function readDose(words: string): Dose {
  const text = words.toLowerCase().replaceAll('’', "'").replaceAll('once', '1 times');
  const none: Dose = { minutes: null, times: null, per: null };
  if (/\b(?:up to|a maximum of|no more than)\b/.test(text)) return none;
  const minutes = minutesIn(text);
  const per = units.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  if (per === null && minutes === null) return none;
  // "30 minutes a week" is once a week; "support every day" is no number of sessions.
  return { minutes, times: timesIn(text) ?? (minutes === null ? null : 1), per };
}

const who =
  /\b(?:by|with|from)\s+((?:an?|the|his|her|their|two|one)\s+(?:[a-z-]+\s+){0,6}?(?:assistants?|teachers?|therapists?|tutors?|mentors?|adults?|psychologists?|workers?|counsellors?|elsa|senco|hlta|staff))\b/i;

/** Who gives it, where the line says: "by a teaching assistant trained in Elklan" → a teaching assistant. */
export const readWho = (words: string): string | null => who.exec(words)?.[1]?.slice(0, 200) ?? null;
