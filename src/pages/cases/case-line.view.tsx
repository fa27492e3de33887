import { scaleTime } from 'd3-scale';
import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { type CaseClock, clockStands, isLate } from '#src/modules/ehcp/index.ts';

const width = 640;
const box = { left: 104, right: width - 44, top: 20 };
const laneHeight = 26;

const at = (date: SchoolDate): number => Date.parse(date);

type Lane = { readonly label: string; readonly clocks: readonly CaseClock[] };

/** The school's clocks, the authority's and the others', each on a lane of its own. */
const lanesOf = (clocks: readonly CaseClock[]): readonly Lane[] =>
  [
    { label: 'School', clocks: clocks.filter(({ clock }) => clock.owedBy === 'school') },
    { label: 'Authority', clocks: clocks.filter(({ clock }) => clock.owedBy === 'authority') },
    {
      label: 'Family',
      clocks: clocks.filter(({ clock }) => clock.owedBy !== 'school' && clock.owedBy !== 'authority'),
    },
  ].filter((lane) => lane.clocks.length > 0);

const dotClass = (one: CaseClock): string =>
  isLate(one) ? 'chart-dot late' : one.state.is === 'met' ? 'chart-dot watch' : 'chart-dot';

/** From its start to its due day each clock is a line; a row each, so that none hides another. */
function LaneRows({ lane, top, x }: { lane: Lane; top: number; x: (date: SchoolDate) => number }) {
  return (
    <g>
      <text class="chart-words" x={0} y={top + 17}>
        {lane.label}
      </text>
      {lane.clocks.map((one, row) => {
        const { clock } = one;
        const y = top + (row + 0.5) * laneHeight;
        const tone = isLate(one) ? ' late' : one.state.is === 'met' ? ' watch' : '';
        return (
          <g key={clock.id}>
            <title>{`${clock.id}: ${clock.name}, by ${middleDate(clock.dueOn)}. ${clockStands(one).words}`}</title>
            <line class={`chart-line${tone}`} x1={x(clock.startedOn)} x2={x(clock.dueOn)} y1={y} y2={y} />
            <circle class={dotClass(one)} cx={x(clock.dueOn)} cy={y} r="5" />
            <text class="chart-words" x={x(clock.dueOn) + 9} y={y + 4}>
              {clock.id.length <= 4 ? clock.id : ''}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Whose clock ends when: one line of time for all, with today upon it. The table beside it says the same in words. */
export function CaseLine({ clocks, today }: { clocks: readonly CaseClock[]; today: SchoolDate }) {
  const lanes = lanesOf(clocks);
  if (lanes.length === 0) return null;
  const ends = clocks.flatMap(({ clock }) => [at(clock.startedOn), at(clock.dueOn)]);
  const scale = scaleTime(
    [Math.min(...ends, at(today)), Math.max(...ends, at(today))],
    [box.left, box.right],
  );
  const x = (date: SchoolDate) => scale(at(date));
  const tops = lanes.map(
    (_, nth) =>
      box.top + lanes.slice(0, nth).reduce((sum, lane) => sum + lane.clocks.length * laneHeight + 8, 0),
  );
  const bottom = (tops.at(-1) ?? 0) + (lanes.at(-1)?.clocks.length ?? 0) * laneHeight;
  const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: '2-digit', timeZone: 'UTC' });
  return (
    <svg
      class="chart"
      role="img"
      aria-label="The clocks of the school and the authority on one line of time"
      viewBox={`0 0 ${width} ${bottom + 26}`}
    >
      {scale.ticks(6).map((tick) => (
        <g key={tick.getTime()}>
          <line class="chart-grid" x1={scale(tick)} x2={scale(tick)} y1={box.top} y2={bottom} />
          <text class="chart-words" x={scale(tick)} y={bottom + 18} text-anchor="middle">
            {month.format(tick)}
          </text>
        </g>
      ))}
      <line class="chart-zero" x1={x(today)} x2={x(today)} y1={box.top - 4} y2={bottom} />
      <text class="chart-words" x={x(today)} y={box.top - 8} text-anchor="middle">
        Today
      </text>
      {lanes.map((lane, nth) => (
        <LaneRows key={lane.label} lane={lane} top={tops[nth] ?? 0} x={x} />
      ))}
    </svg>
  );
}
