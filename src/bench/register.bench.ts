import type { BenchSchool } from './bench-school.ts';
import { type Line, line } from './line.ts';
import { measurePage, measureRoundTrip, measureStatements } from './measure-page.ts';

const runs = 200;

/** The register of a school of 1,500: the whole page against its own statements, its own drawing and 12 round trips. */
export async function registerBench(school: BenchSchool): Promise<Line[]> {
  const page = await measurePage(school, '/pupils', runs);
  if (page.status !== 200) throw new Error(`The register answered ${page.status}`);
  const statements = await measureStatements(school, page.own, runs);
  const roundTrip = await measureRoundTrip(school);
  const allowed = statements + page.draw + 12 * roundTrip;
  const lower = { better: 'lower' as const };
  return [
    line('register: whole page ÷ (SQL + view + 12 round trips)', page.whole / allowed, {
      unit: '×',
      bar: 1,
      ...lower,
    }),
    line('register: its SQL alone', statements, { unit: 'ms', bar: 2.5, ...lower }),
    line('register: whole page', page.whole, { unit: 'ms', bar: 8, ...lower }),
    line('register: drawing alone', page.draw, { unit: 'ms', bar: 8, ...lower }),
    line('register: one round trip', roundTrip, { unit: 'ms', bar: 1, ...lower }),
  ];
}
