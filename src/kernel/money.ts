/**
 * Splits whole pence by weights so that the parts make the whole (rule prov-5): each gets its share rounded towards nothing,
 * and the pence left over go one each to the largest remainders, the earlier first where they are equal. Weights must be
 * whole, not negative, and one of them above 0. What is taken away is split as what is given: 1000 by 1, 1, 1 → 334, 333,
 * 333; -1000 → -334, -333, -333.
 */
export function splitPence(pence: number, weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) throw new RangeError('Nothing to split by');
  const whole = BigInt(total);
  const size = Math.abs(pence);
  const exact = weights.map((weight) => BigInt(size) * BigInt(weight));
  const parts = exact.map((share) => Number(share / whole));
  const left = size - parts.reduce((sum, part) => sum + part, 0);
  const first = exact
    .map((share, at) => ({ at, rest: share % whole }))
    .toSorted((one, other) => (one.rest === other.rest ? one.at - other.at : one.rest > other.rest ? -1 : 1))
    .slice(0, left)
    .map(({ at }) => at);
  const sign = pence < 0 ? -1 : 1;
  // Added to nothing, so that no part is a nought with a sign.
  return parts.map((part, at) => 0 + sign * (part + (first.includes(at) ? 1 : 0)));
}

export const sumPence = (all: readonly number[]): number => all.reduce((sum, pence) => sum + pence, 0);

/** 65360 → £653.60; -150 → −£1.50 */
export function poundsInWords(pence: number): string {
  const size = Math.abs(pence);
  const words = `£${Math.floor(size / 100).toLocaleString('en-GB')}.${String(size % 100).padStart(2, '0')}`;
  return pence < 0 ? `−${words}` : words;
}

/** As files write it: 65360 → 653.60; -150 → -1.50 */
export const poundsInFile = (pence: number): string =>
  `${pence < 0 ? '-' : ''}${Math.floor(Math.abs(pence) / 100)}.${String(Math.abs(pence) % 100).padStart(2, '0')}`;
