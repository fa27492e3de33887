import { type Cells, sumOf } from './map-cells.ts';
import type { MapGroup } from './map-filter.ts';

export const groupWords: Readonly<Record<MapGroup, string>> = {
  area: 'Area of need',
  tier: 'Wave',
  type: 'Intervention',
  source: 'Source of money',
  class: 'Class',
  year: 'Year group',
  need: 'Main need',
};

/** How a cell of the map reads: its words, and its tone, which only repeats them. */
export type CellWords = {
  readonly words: string;
  readonly tone: 'good' | 'warn' | 'late' | 'watch' | 'none';
};

type Minutes = {
  readonly planned: number;
  readonly held: number;
  readonly extra: number;
  readonly notLogged: number;
  readonly toCome: number;
};

const nearlyAll = 0.9;
const half = 0.5;

/**
 * Given / planned (rule prov-22): `30 / 60`, `– / 60` while all of it is to come, `? / 60` while nothing of it is logged,
 * `60 + 15 / 60` where more was given and recorded as extra. Of what was logged: nine tenths or more is good, a half or less
 * is late.
 */
export function cellWords({ planned, held, extra, notLogged, toCome }: Minutes): CellWords {
  if (planned + extra === 0) return { words: '', tone: 'none' };
  const known = planned - notLogged - toCome;
  if (known + extra === 0) return { words: `${notLogged > 0 ? '?' : '–'} / ${planned}`, tone: 'watch' };
  const given = `${held}${extra > 0 ? ` + ${extra}` : ''}${notLogged > 0 ? ' ?' : ''}`;
  const part = known === 0 ? 1 : held / known;
  return {
    words: `${given} / ${planned}`,
    tone: part >= nearlyAll ? 'good' : part <= half ? 'late' : 'warn',
  };
}

/** The cell of one week. */
export const weekWords = (cells: Cells, at: number): CellWords =>
  cellWords({
    planned: cells.planned[at] ?? 0,
    held: cells.held[at] ?? 0,
    extra: cells.extra[at] ?? 0,
    notLogged: cells.notLogged[at] ?? 0,
    toCome: cells.toCome[at] ?? 0,
  });

/** The minutes of all weeks together. `lost` is what was planned, is past and was not held. */
export const totalsOf = (cells: Cells) => {
  const [planned, held, extra, own] = [
    sumOf(cells.planned),
    sumOf(cells.held),
    sumOf(cells.extra),
    sumOf(cells.own),
  ];
  const [notLogged, toCome] = [sumOf(cells.notLogged), sumOf(cells.toCome)];
  return { planned, held, extra, own, notLogged, toCome, lost: planned - held - notLogged - toCome };
};

/** Whole pounds, to the nearest: `£1,204`; a sum that is not 0 is never shown as none. */
export function wholePounds(pence: number): string {
  if (pence > 0 && pence < 50) return 'under £1';
  return `£${Math.round(pence / 100).toLocaleString('en-GB')}`;
}

/** 20,790 minutes → `347 h`; under ten hours the minutes are said too: `1 h 30 min`. */
export const hoursInWords = (minutes: number): string =>
  minutes < 600
    ? `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`
    : `${Math.round(minutes / 60).toLocaleString('en-GB')} h`;
