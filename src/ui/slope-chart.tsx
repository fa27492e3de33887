import { scaleLinear } from 'd3-scale';
import { spanOf } from './line-chart.tsx';

export type Slope = {
  /** Stands at its right end, and in the row of the table that tells the same. */
  readonly mark: string;
  readonly from: number;
  readonly to: number;
  readonly title: string;
  /** `late` for the wrong way, `watch` for what may be chance. */
  readonly tone?: 'late' | 'watch' | undefined;
};

const width = 480;
const height = 260;
const box = { left: 90, right: width - 60, top: 16, bottom: height - 30 };
const leastGap = 14;

/** Marks that would lie on each other are moved apart, downwards from the highest. */
function apart(places: readonly { readonly mark: string; readonly y: number }[]) {
  let last = Number.NEGATIVE_INFINITY;
  return places
    .toSorted((one, other) => one.y - other.y)
    .map(({ mark, y }) => {
      last = Math.max(y, last + leastGap);
      return { mark, y: last };
    });
}

/** A line for each from its first value to its last. */
export function SlopeChart({
  label,
  slopes,
  ends,
  words,
}: {
  label: string;
  slopes: readonly Slope[];
  ends: readonly [string, string];
  words: (value: number) => string;
}) {
  const y = scaleLinear(spanOf(slopes.flatMap(({ from, to }) => [from, to])), [box.bottom, box.top]).nice(5);
  return (
    <svg class="chart" role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`}>
      {y.ticks(5).map((tick) => (
        <g key={tick}>
          <line class="chart-grid" x1={box.left} x2={box.right} y1={y(tick)} y2={y(tick)} />
          <text class="chart-words" x={box.left - 10} y={y(tick) + 4} text-anchor="end">
            {words(tick)}
          </text>
        </g>
      ))}
      {slopes.map(({ mark, from, to, title, tone = '' }) => (
        <g key={mark}>
          <title>{title}</title>
          <line class={`chart-line ${tone}`} x1={box.left} x2={box.right} y1={y(from)} y2={y(to)} />
          <circle class={`chart-dot ${tone}`} cx={box.left} cy={y(from)} r="4" />
          <circle class={`chart-dot ${tone}`} cx={box.right} cy={y(to)} r="4" />
        </g>
      ))}
      {apart(slopes.map(({ mark, to }) => ({ mark, y: y(to) }))).map(({ mark, y: at }) => (
        <text key={mark} class="chart-words" x={box.right + 10} y={at + 4}>
          {mark}
        </text>
      ))}
      <text class="chart-words" x={box.left} y={height - 8}>
        {ends[0]}
      </text>
      <text class="chart-words" x={box.right} y={height - 8} text-anchor="end">
        {ends[1]}
      </text>
    </svg>
  );
}
