import { findCode, isInForce, labelOf } from '#src/kernel/codes/codes.ts';
import { senType } from '#src/kernel/codes/sen-type.codes.ts';
import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import type { SenStatus } from './sen-status.ts';

/** A need from a day until a day; rank 1 is the primary need. */
export type NeedRecord = {
  readonly needId: string;
  readonly senType: string;
  readonly rank: number;
  readonly ownWords: string | null;
  readonly toldBy: string | null;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
  readonly source: string;
  readonly sourceOn: SchoolDate;
  readonly version: number;
};

/** A need as a person or a file gives it. `sinceOn`: since when it is a need of this rank. */
export type NeedGiven = {
  readonly senType: string;
  readonly rank: number;
  readonly ownWords?: string | null | undefined;
  readonly toldBy?: string | null | undefined;
  readonly sinceOn: SchoolDate;
};

export type NeedsFault =
  | 'no_primary'
  | 'rank_gap'
  | 'rank_twice'
  | 'type_twice'
  | 'type_unknown'
  | 'type_withdrawn'
  | 'type_not_yet'
  | 'nsa_with_plan'
  | 'before_birth'
  | 'in_future';
/** What is wrong, and with which of the needs; null where it is the list as a whole. */
export type NeedsProblem = { readonly fault: NeedsFault; readonly rank: number | null };

export type NeedsWorld = {
  readonly status: SenStatus;
  readonly bornOn: SchoolDate;
  readonly today: SchoolDate;
};

/** The label families are shown: the national list still says "Autistic Spectrum Disorder". */
export const needLabel = (type: string): string => (type === 'ASD' ? 'Autism' : labelOf(senType, type));

const repeated = (values: readonly (string | number)[]): boolean => new Set(values).size < values.length;

function ranksProblem(needs: readonly NeedGiven[]): NeedsProblem | null {
  const ranks = needs.map(({ rank }) => rank).sort((one, other) => one - other);
  if (ranks.length === 0) return null;
  if (repeated(ranks)) return { fault: 'rank_twice', rank: ranks.find((r, i) => r === ranks[i - 1]) ?? null };
  if (ranks[0] !== 1) return { fault: 'no_primary', rank: null };
  const gap = ranks.findIndex((rank, index) => rank !== index + 1);
  return gap === -1 ? null : { fault: 'rank_gap', rank: gap + 1 };
}

function typeFault(
  { senType: type, sinceOn }: NeedGiven,
  { status, bornOn, today }: NeedsWorld,
): NeedsFault | null {
  const code = findCode(senType, type);
  if (code === null) return 'type_unknown';
  if (!isInForce(code, today)) return 'type_withdrawn';
  if (sinceOn < bornOn) return 'before_birth';
  if (sinceOn > today) return 'in_future';
  if (code.validFrom !== undefined && sinceOn < code.validFrom) return 'type_not_yet';
  return code.code === 'NSA' && status === 'ehc_plan' ? 'nsa_with_plan' : null;
}

/**
 * What is wrong with a list of needs that a person gives; empty when nothing is. Exactly one is primary, ranks run
 * 1 to n, each type stands once (rule sen-4) and is in use today; DS not before 1 January 2025, BESD no more
 * (rule sen-6), NSA never beside an EHC plan (rule sen-5).
 */
export function needsProblems(needs: readonly NeedGiven[], world: NeedsWorld): readonly NeedsProblem[] {
  const problems = needs.flatMap((need) => {
    const fault = typeFault(need, world);
    return fault === null ? [] : [{ fault, rank: need.rank }];
  });
  const ranks = ranksProblem(needs);
  return [
    ...(ranks === null ? [] : [ranks]),
    ...(repeated(needs.map(({ senType }) => senType)) ? [{ fault: 'type_twice' as const, rank: null }] : []),
    ...problems,
  ];
}

/** A file is evidence and is kept with its faults, so long as it can be kept: one need a rank, one rank a type. */
export function evidenceProblems(needs: readonly NeedGiven[]): readonly NeedsProblem[] {
  return [
    ...(repeated(needs.map(({ rank }) => rank)) ? [{ fault: 'rank_twice' as const, rank: null }] : []),
    ...(repeated(needs.map(({ senType }) => senType)) ? [{ fault: 'type_twice' as const, rank: null }] : []),
  ];
}

/** `SLCN, MLD`: the types in order of rank. */
export const needsInOrder = (needs: readonly { readonly senType: string; readonly rank: number }[]): string =>
  [...needs]
    .sort((one, other) => one.rank - other.rank)
    .map((need) => need.senType)
    .join(', ');

/** Since when a need of this type is held without a break, whatever its rank was. */
export function heldSince(history: readonly NeedRecord[], need: NeedRecord): SchoolDate {
  const earlier = history
    .filter((one) => one.senType === need.senType && one.fromOn < need.fromOn)
    .sort((one, other) => (one.fromOn < other.fromOn ? 1 : -1));
  let since = need.fromOn;
  for (const one of earlier) {
    if (one.untilOn === null || addDays(one.untilOn, 1) < since) break;
    since = one.fromOn;
  }
  return since;
}
