import { solveInWorker } from '#src/modules/deployment/solve/solve-in-worker.ts';
import type { BenchSchool } from './bench-school.ts';
import { type Line, line } from './line.ts';
import { makeWeek } from './make-week.ts';
import { measurePage } from './measure-page.ts';

const paths = ['/today', '/pupils', '/provision'] as const;
const runs = 60;
/** As a page has it that nothing is searched beside. */
const slow = 25;

/** Pages while the best week of 60 adults and 600 kinds of help is searched in this process's worker, and with nothing beside. */
export async function besideSolveBench(school: BenchSchool): Promise<Line[]> {
  const idle = await wholeOf(school);
  const stop = new AbortController();
  const begun = Promise.withResolvers<void>();
  const solving = solveInWorker(makeWeek({ adults: 60, demands: 600 }, 1), {
    seconds: 120,
    onProgress: () => begun.resolve(),
    stopped: stop.signal,
  });
  await begun.promise;
  const beside = await wholeOf(school);
  const asked = performance.now();
  stop.abort();
  await solving;
  const ended = (performance.now() - asked) / 1000;
  const lower = { better: 'lower' as const };
  return [
    ...paths.map((path, at) =>
      line(`beside a search: ${path} (alone: ${(idle[at] ?? 0).toFixed(1)} ms)`, beside[at] ?? 0, {
        unit: 'ms',
        bar: slow,
        ...lower,
      }),
    ),
    line('beside a search: stopping it', ended, { unit: 's', bar: 1, ...lower }),
  ];
}

async function wholeOf(school: BenchSchool): Promise<readonly number[]> {
  const figures: number[] = [];
  for (const path of paths) {
    const page = await measurePage(school, path, runs);
    if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
    figures.push(page.whole);
  }
  return figures;
}
