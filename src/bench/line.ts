/** One measured figure beside its bar. */
export type Line = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly bar: number;
  readonly better: 'lower' | 'higher';
  readonly ok: boolean;
};

export const line = (name: string, value: number, rest: Pick<Line, 'unit' | 'bar' | 'better'>): Line => {
  const rounded = Math.round(value * 100) / 100;
  return {
    name,
    value: rounded,
    ...rest,
    ok: rest.better === 'lower' ? rounded <= rest.bar : rounded >= rest.bar,
  };
};

/** The middle of some figures; of none it is not a number. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
