import { plain, type SchoolDate, schoolDate } from '../../../../kernel/dates.ts';

/** The kinds of move that `statutory` reckons the dates of. */
export type PhaseMoveKind =
  | 'early-years-school'
  | 'infant-junior'
  | 'primary-secondary'
  | 'middle-secondary'
  | 'secondary-post16';

export type PhaseMove = {
  readonly kind: PhaseMoveKind;
  /** The first of September on which the pupil moves. */
  readonly transferOn: SchoolDate;
  readonly words: string;
};

type SchoolPhase =
  | 'nursery'
  | 'infant'
  | 'junior'
  | 'primary'
  | 'middle'
  | 'secondary'
  | 'all-through'
  | 'special'
  | 'alternative';

const words: Readonly<Record<PhaseMoveKind, string>> = {
  'early-years-school': 'from early years to school',
  'infant-junior': 'from infant to junior school',
  'primary-secondary': 'from primary to secondary school',
  'middle-secondary': 'from middle to secondary school',
  'secondary-post16': 'from Year 11 to what comes after 16',
};

/** The year groups in which a move stands at the end of the year, and the one before: a move is found a year ahead. */
const moves: Readonly<
  Record<string, { readonly kind: PhaseMoveKind; readonly in: readonly SchoolPhase[] | 'all' }>
> = {
  N2: { kind: 'early-years-school', in: 'all' },
  '2': { kind: 'infant-junior', in: ['infant'] },
  '6': { kind: 'primary-secondary', in: ['primary', 'junior', 'all-through', 'special', 'alternative'] },
  '8': { kind: 'middle-secondary', in: ['middle'] },
  '11': { kind: 'secondary-post16', in: 'all' },
};
const yearBefore: Readonly<Record<string, string>> = { N1: 'N2', '1': '2', '5': '6', '7': '8', '10': '11' };

const moveOf = (yearGroup: string, phase: SchoolPhase): PhaseMoveKind | null => {
  const move = moves[yearGroup];
  return move !== undefined && (move.in === 'all' || move.in.includes(phase)) ? move.kind : null;
};

/** The first of September after a day. Tue 24 Nov 2026 → 1 Sep 2027; on 1 Sep itself the next year's. */
const septemberAfter = (today: SchoolDate): SchoolDate => {
  const { year, month } = plain(today);
  return schoolDate(`${month >= 9 ? year + 1 : year}-09-01`);
};

/**
 * The move to the next phase that a pupil stands before, this year or, a year ahead, next year (rule ar-4). The year group
 * is what the school says, never worked out from birth. Year 6 at a primary school in November 2026 → primary to
 * secondary on 1 Sep 2027; Year 5 → on 1 Sep 2028. SEND Regulations 2014 regs 2(1) and 18.
 */
export function phaseMoveOf(
  { yearGroup, phase }: { readonly yearGroup: string | null; readonly phase: SchoolPhase },
  today: SchoolDate,
): PhaseMove | null {
  if (yearGroup === null) return null;
  const next = septemberAfter(today);
  const now = moveOf(yearGroup, phase);
  if (now !== null) return { kind: now, transferOn: next, words: words[now] };
  const later = moveOf(yearBefore[yearGroup] ?? '', phase);
  const after = schoolDate(`${Number(next.slice(0, 4)) + 1}-09-01`);
  return later === null ? null : { kind: later, transferOn: after, words: words[later] };
}

/** Year 9 and beyond: preparing for adulthood is part of every review (rule ar-5). SEND Regulations 2014 reg 20(6). */
export const preparesForAdulthood = (yearGroup: string | null): boolean =>
  yearGroup !== null && /^\d+$/.test(yearGroup) && Number(yearGroup) >= 9;
