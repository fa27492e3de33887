import { scaleLinear } from 'd3-scale';

export type IntervalRow = {
  readonly label: string;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly title: string;
};

const width = 560;
const rowHeight = 30;
const box = { left: 190, right: width - 16, top: 10 };
const longest = 27;

const short = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

/** Means with their intervals, one under the other, and the line of no change. */
export function IntervalChart({ label, rows }: { label: string; rows: readonly IntervalRow[] }) {
  const bottom = box.top + rows.length * rowHeight;
  const ends = rows.flatMap(({ low, high }) => [low, high]);
  const x = scaleLinear([Math.min(0, ...ends), Math.max(0, ...ends, 1)], [box.left, box.right]).nice(6);
  return (
    <svg class="chart" role="img" aria-label={label} viewBox={`0 0 ${width} ${bottom + 24}`}>
      {x.ticks(6).map((tick) => (
        <g key={tick}>
          <line
            class={tick === 0 ? 'chart-zero' : 'chart-grid'}
            x1={x(tick)}
            x2={x(tick)}
            y1={box.top}
            y2={bottom}
          />
          <text class="chart-words" x={x(tick)} y={bottom + 16} text-anchor="middle">
            {tick > 0 ? `+${tick}` : String(tick).replace('-', '−')}
          </text>
        </g>
      ))}
      {rows.map((row, at) => {
        const y = box.top + (at + 0.5) * rowHeight;
        return (
          <g key={row.title}>
            <title>{row.title}</title>
            <text class="chart-words" x={box.left - 10} y={y + 4} text-anchor="end">
              {short(row.label)}
            </text>
            <line class="chart-line" x1={x(row.low)} x2={x(row.high)} y1={y} y2={y} />
            <circle class="chart-dot" cx={x(row.mean)} cy={y} r="5" />
          </g>
        );
      })}
    </svg>
  );
}
