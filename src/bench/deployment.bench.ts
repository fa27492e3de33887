import { boardOf } from '#src/modules/deployment/domain/placement/board.ts';
import { breaches } from '#src/modules/deployment/domain/placement/check.ts';
import { placeGreedily } from '#src/modules/deployment/domain/placement/greedy.ts';
import { coverageOf } from '#src/modules/deployment/domain/placement/score.ts';
import type { Placement } from '#src/modules/deployment/domain/week.ts';
import { loadHighs } from '#src/modules/deployment/solve/load-highs.ts';
import { gapOf, solveWeek } from '#src/modules/deployment/solve/solve-week.ts';
import { type Line, line } from './line.ts';
import { makeWeek } from './make-week.ts';
import { replanLines } from './replan.bench.ts';

/** Adults, demands, seconds given, and the gap in per cent that may be left. */
const schools = [
  [8, 40, 5, 1],
  [15, 100, 5, 1],
  [25, 200, 20, 1],
  [60, 600, 120, 5],
] as const;

/**
 * The best placement for generated schools, the same each time: seconds, gap to the proved bound, and the help placed beside
 * that of a greedy placement, and the time to mend a day of it. Seconds of the processor are told beside those of the wall, as a busy machine gives few.
 */
export async function deploymentBench(): Promise<Line[]> {
  const highs = await loadHighs();
  const lines: Line[] = [];
  for (const [adults, demands, seconds, gap] of schools) {
    const week = makeWeek({ adults, demands }, 1);
    const board = boardOf(week);
    const share = (placements: readonly Placement[]) => {
      const all = coverageOf(board, placements);
      const sum = (of: 'minutesAsked' | 'minutesPlaced') => all.reduce((total, one) => total + one[of], 0);
      return (100 * sum('minutesPlaced')) / sum('minutesAsked');
    };
    const greedy = placeGreedily(board, []);
    const from = performance.now();
    const cpu = process.cpuUsage();
    const found = solveWeek(highs, week, { seconds });
    const took = (performance.now() - from) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const name = `deployment: ${adults} adults, ${demands} demands`;
    const lower = { better: 'lower' as const };
    lines.push(
      line(`${name}`, took, { unit: 's', bar: seconds, ...lower }),
      line(`${name}, of the processor`, (user + system) / 1e6, { unit: 's', bar: seconds * 1.5, ...lower }),
      line(`${name}, gap`, 100 * gapOf(found), { unit: '%', bar: gap, ...lower }),
      line(`${name}, rules broken`, breaches(week, found.placements).length, {
        unit: 'rules',
        bar: 0,
        ...lower,
      }),
      line(`${name}, minutes placed (greedy: ${share(greedy).toFixed(1)} %)`, share(found.placements), {
        unit: '%',
        bar: share(greedy),
        better: 'higher',
      }),
      ...replanLines(name, { ...week, placements: found.placements }),
    );
  }
  return lines;
}
