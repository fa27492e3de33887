import type { Interval } from './change.ts';

/**
 * (rule impact-16) How many decimals a figure is worth: those that reach the first digit of its own uncertainty, two at the
 * most. A mean of 5.64 that may be out by 1.2 is 6; one that may be out by 0.3 is 5.6.
 */
export const decimalsFor = (error: number): number => {
  if (!Number.isFinite(error) || error >= 1) return 0;
  return error >= 0.1 ? 1 : 2;
};

/** A figure with so many decimals, a true minus sign, and never a minus before nought. */
export const figure = (value: number, decimals: number): string => {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
};

/** A gain with its sign: +4, −1, 0. */
export const signed = (value: number, decimals: number): string => {
  const text = figure(value, decimals);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
};

/** A gain with its 95 % interval: `+6 (+2 to +10)`. Without one, the gain alone. */
export const withInterval = (value: number, interval: Interval | null): string => {
  if (interval === null) return signed(value, 1);
  const decimals = decimalsFor((interval[1] - interval[0]) / 4);
  return `${signed(value, decimals)} (${signed(interval[0], decimals)} to ${signed(interval[1], decimals)})`;
};
