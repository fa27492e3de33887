import type { PupilId } from '../../../../kernel/ids.ts';
import { type FundingSource, fundingSources } from '../run.ts';

/** What became of a run, or of a pupil in it, in one week: minutes of the sessions that were logged. */
export type WeekHad = {
  readonly week: number;
  readonly planned: number;
  readonly held: number;
  readonly extra: number;
  /** Of what was planned and not held: the pupil's own absence. The rest is the school's. */
  readonly own: number;
};

/** From when until when a pupil is in a run, as numbers of days, both included. */
export type DaySpell = { readonly from: number; readonly until: number | null; readonly bears: boolean };

/** What a week cost: pence by source of money; null where no source is said. */
export type WeekCost = {
  readonly week: number;
  readonly source: FundingSource | null;
  readonly pence: number;
};

/** What a line of cost holds: pence, and for the run as a whole the minutes of which no rate is known. */
export type CostLine = { readonly costs: readonly WeekCost[]; readonly unratedMinutes: number };

const code = (number: number): string => number.toString(36);
const decode = (text: string): number => Number.parseInt(text, 36);

/** A day as spells have it. */
export const packDay = code;

/** `12z:30 130:60.30` : in week 12z all of 30 minutes, in week 130 the half of 60. What is 0 at the end is left out. */
export const packWeeks = (weeks: readonly WeekHad[]): string =>
  weeks
    .map(({ week, planned, held, extra, own }) => {
      const rest = extra > 0 || own > 0 ? `.${held}.${extra}.${own}` : held === planned ? '' : `.${held}`;
      return `${code(week)}:${planned}${rest}`;
    })
    .join(' ');

/** Weeks from one to another, both included: of a line of years a map of weeks reads only its own. */
export type Weeks = { readonly from: number; readonly until: number };
const everyWeek: Weeks = { from: 0, until: Number.MAX_SAFE_INTEGER };

const isIn = ({ from, until }: Weeks, week: number): boolean => week >= from && week <= until;

const [space, comma, dot, zero, nine, colon, semicolon] = [32, 44, 46, 48, 57, 58, 59];
/** A digit to the base of 36, from its character. */
const digit = (character: number): number => (character <= nine ? character - zero : character - 87);

/**
 * The inverse of `packWeeks`, of some weeks or all. A year of a school is hundreds of thousands of characters, read each time
 * that the map is opened: so each is looked at once, and no text is cut out of it.
 */
export function unpackWeeks(text: string, weeks: Weeks = everyWeek): readonly WeekHad[] {
  const found: WeekHad[] = [];
  for (let at = 0; at < text.length; at++) {
    let week = 0;
    for (; text.charCodeAt(at) !== colon; at++) week = week * 36 + digit(text.charCodeAt(at));
    const parts = [0, -1, 0, 0];
    let part = 0;
    for (at++; at < text.length && text.charCodeAt(at) !== space; at++) {
      const character = text.charCodeAt(at);
      if (character === dot) parts[++part] = 0;
      else parts[part] = (parts[part] ?? 0) * 10 + character - zero;
    }
    const [planned = 0, held = 0, extra = 0, own = 0] = parts;
    if (isIn(weeks, week)) found.push({ week, planned, held: part === 0 ? planned : held, extra, own });
  }
  return found;
}

/** `7ku-7n0 !7n8-` : from a day until a day, and again from a later one on without bearing cost. */
export const packSpells = (spells: readonly DaySpell[]): string =>
  spells
    .map(({ from, until, bears }) => `${bears ? '' : '!'}${code(from)}-${until === null ? '' : code(until)}`)
    .join(' ');

/** The inverse of `packSpells`. */
export const unpackSpells = (text: string): readonly DaySpell[] =>
  text === ''
    ? []
    : text.split(' ').map((one) => {
        const bears = !one.startsWith('!');
        const [from = '', until = ''] = (bears ? one : one.slice(1)).split('-');
        return { from: decode(from), until: until === '' ? null : decode(until), bears };
      });

/** Which places of the week were logged in which weeks: `SLOT=12z,130;SLOT=12z`. */
export const packLogged = (logged: ReadonlyMap<string, readonly number[]>): string =>
  [...logged].map(([slotId, weeks]) => `${slotId}=${weeks.map(code).join(',')}`).join(';');

/** The inverse of `packLogged`, of some weeks or all; each character is looked at once. */
export function unpackLogged(
  text: string,
  weeks: Weeks = everyWeek,
): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, ReadonlySet<number>>();
  for (let at = 0; at < text.length; at++) {
    const is = text.indexOf('=', at);
    const logged = new Set<number>();
    found.set(text.slice(at, is), logged);
    for (at = is + 1; at < text.length && text.charCodeAt(at) !== semicolon; at++) {
      let week = 0;
      for (; at < text.length && text.charCodeAt(at) !== comma && text.charCodeAt(at) !== semicolon; at++)
        week = week * 36 + digit(text.charCodeAt(at));
      if (isIn(weeks, week)) logged.add(week);
      if (text.charCodeAt(at) === semicolon) break;
    }
  }
  return found;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const letterOf = (source: FundingSource | null): string =>
  source === null ? '-' : (letters[fundingSources.indexOf(source)] ?? '-');
const sourceOf = (letter: string): FundingSource | null => fundingSources[letters.indexOf(letter)] ?? null;

/** `b12z:215 -130:430 !90` : 215 pence of the second source in week 12z, 430 of none; 90 minutes without a rate. */
export const packCosts = ({ costs, unratedMinutes }: CostLine): string =>
  [
    ...costs.map(({ week, source, pence }) => `${letterOf(source)}${code(week)}:${pence}`),
    ...(unratedMinutes > 0 ? [`!${unratedMinutes}`] : []),
  ].join(' ');

/** The inverse of `packCosts`, of some weeks or all; each character is looked at once. */
export function unpackCosts(text: string, weeks: Weeks = everyWeek): CostLine {
  const costs: WeekCost[] = [];
  let unratedMinutes = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    let week = 0;
    for (at++; letter !== '!' && text.charCodeAt(at) !== colon; at++)
      week = week * 36 + digit(text.charCodeAt(at));
    if (letter !== '!') at++;
    let number = 0;
    for (; at < text.length && text.charCodeAt(at) !== space; at++)
      number = number * 10 + text.charCodeAt(at) - zero;
    if (letter === '!') unratedMinutes = number;
    else if (isIn(weeks, week)) costs.push({ source: sourceOf(letter), week, pence: number });
  }
  return { costs, unratedMinutes };
}

/** The stored lines of one run, as they are written. */
export type RunLines = {
  readonly weeks: string;
  readonly logged: string;
  readonly pupils: ReadonlyMap<PupilId, { readonly spells: string; readonly weeks: string }>;
  /** By pupil; null: of the whole run, whoever bears it. */
  readonly costs: ReadonlyMap<PupilId | null, string>;
};
