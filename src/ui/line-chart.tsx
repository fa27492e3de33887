import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

export type ChartPoint = {
  /** Where it lies: days, or any other measure of the way along. */
  readonly at: number;
  readonly value: number;
  /** Said when one points at it. */
  readonly title: string;
};

export type LineChartProps = {
  /** The whole picture in a sentence: the same facts stand in a table beside it. */
  readonly label: string;
  readonly points: readonly ChartPoint[];
  /** Words at the first and the last point. */
  readonly ends: readonly [string, string];
  readonly words: (value: number) => string;
  /** What is average: a broad band behind the line. */
  readonly band?: readonly [number, number] | null | undefined;
};

const width = 480;
const height = 190;
const box = { left: 76, right: width - 16, top: 14, bottom: height - 30 };

/** The span of the values with some air, so that a single value is no flat line at the edge. */
export function spanOf(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const air = Math.max((high - low) * 0.15, Math.abs(high) * 0.02, 1);
  return [low - air, high + air];
}

/** A line from score to score, drawn on the server. */
export function LineChart({ label, points, ends, words, band }: LineChartProps) {
  const x = scaleLinear(
    [Math.min(...points.map(({ at }) => at)), Math.max(...points.map(({ at }) => at))],
    [box.left, box.right],
  );
  const y = scaleLinear(spanOf(points.map(({ value }) => value)), [box.bottom, box.top]).nice(4);
  const path = line<ChartPoint>(
    ({ at }) => x(at),
    ({ value }) => y(value),
  )([...points]);
  const [lowest = 0, highest = 0] = y.domain();
  const within = band && ([Math.max(band[0], lowest), Math.min(band[1], highest)] as const);
  return (
    <svg class="chart" role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`}>
      {within && within[0] < within[1] && (
        <rect
          class="chart-band"
          x={box.left}
          width={box.right - box.left}
          y={y(within[1])}
          height={y(within[0]) - y(within[1])}
        />
      )}
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line class="chart-grid" x1={box.left} x2={box.right} y1={y(tick)} y2={y(tick)} />
          <text class="chart-words" x={box.left - 8} y={y(tick) + 4} text-anchor="end">
            {words(tick)}
          </text>
        </g>
      ))}
      <path class="chart-line" d={path ?? ''} />
      {points.map(({ at, value, title }) => (
        <circle key={title} class="chart-dot" cx={x(at)} cy={y(value)} r="4">
          <title>{title}</title>
        </circle>
      ))}
      <text class="chart-words" x={box.left} y={height - 8}>
        {ends[0]}
      </text>
      {points.length > 1 && (
        <text class="chart-words" x={box.right} y={height - 8} text-anchor="end">
          {ends[1]}
        </text>
      )}
    </svg>
  );
}
