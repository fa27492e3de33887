import type { BenchSchool } from './bench-school.ts';
import { fillProvision } from './fill-provision.ts';
import { type Line, line } from './line.ts';
import { measurePage } from './measure-page.ts';

const runs = 60;

/** The map of a school of 1,500 pupils, 120 runs and a year of their sessions: as tree, and as grid over the whole year. */
export async function provisionMapBench(school: BenchSchool): Promise<Line[]> {
  const sessions = await fillProvision(school);
  const year = /value="(year:[0-9-]+)"[^>]*checked|value="(year:[0-9-]+)"/.exec(
    (await school.ask('/provision/map')).text,
  );
  const period = encodeURIComponent(year?.[1] ?? year?.[2] ?? '');
  const pages = [
    ['half-term, tree', '/provision/map'],
    ['year, tree', `/provision/map?period=${period}`],
    ['year, grid', `/provision/map?view=grid&period=${period}`],
  ] as const;
  const lower = { better: 'lower' as const };
  const lines = [
    line('provision-map: sessions', sessions, { unit: 'sessions', bar: 8000, better: 'higher' }),
  ];
  for (const [name, path] of pages) {
    const page = await measurePage(school, path, runs);
    if (page.status !== 200) throw new Error(`The map answered ${page.status}`);
    lines.push(
      line(`provision-map: ${name}`, page.whole, { unit: 'ms', bar: 25, ...lower }),
      line(`provision-map: ${name}, drawing alone`, page.draw, { unit: 'ms', bar: 25, ...lower }),
      line(`provision-map: ${name}, statements`, page.own.length, { unit: 'statements', bar: 6, ...lower }),
      line(`provision-map: ${name}, compressed`, page.compressedBytes / 1024, {
        unit: 'KB',
        bar: 40,
        ...lower,
      }),
    );
  }
  return lines;
}
