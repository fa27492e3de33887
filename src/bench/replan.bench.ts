import type { Away } from '#src/modules/deployment/domain/day/day-plan.ts';
import { wholeDay } from '#src/modules/deployment/domain/day/day-plan.ts';
import { allowsBy, weekWithout } from '#src/modules/deployment/domain/day/day-rules.ts';
import { replan } from '#src/modules/deployment/domain/day/replan.ts';
import type { Week } from '#src/modules/deployment/domain/week.ts';
import { type Line, line } from './line.ts';

const tuesday = 2;
const seconds = 5;

/** Mends a Tuesday on which one, two, and a tenth of the adults who give most are away: seconds, and whose day changes. */
export function replanLines(name: string, week: Week): readonly Line[] {
  const held = (staffId: string) => week.placements.filter((one) => one.staffId === staffId).length;
  const byLoad = week.adults.map(({ staffId }) => staffId).toSorted((one, other) => held(other) - held(one));
  const counts = new Set([1, 2, Math.ceil(week.adults.length / 10)]);
  return [...counts].map((count) => {
    const away: readonly Away[] = byLoad.slice(0, count).map((staffId) => ({ staffId, ...wholeDay }));
    const from = performance.now();
    const without = weekWithout(week, tuesday, away);
    const found = replan({ week: without, day: tuesday, away, allows: allowsBy(without, tuesday) });
    const took = (performance.now() - from) / 1000;
    const lost = found.suggestions.flatMap(({ moves }) => moves).filter(({ to }) => to === null).length;
    const words = `${found.suggestions.length} fall, ${lost} lost, ${found.changed.length} people changed`;
    return line(`${name}, ${count} away (${words})`, took, { unit: 's', bar: seconds, better: 'lower' });
  });
}
