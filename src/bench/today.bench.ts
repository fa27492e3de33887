import type { BenchSchool } from './bench-school.ts';
import { type Line, line } from './line.ts';
import { measurePage } from './measure-page.ts';

const runs = 200;

/** The page that the SENCO opens every morning. */
export async function todayBench(school: BenchSchool): Promise<Line[]> {
  const page = await measurePage(school, '/today', runs);
  if (page.status !== 200) throw new Error(`Today answered ${page.status}`);
  const texts = page.own.map((query) => query.sql);
  const lower = { better: 'lower' as const };
  return [
    line('today: whole page', page.whole, { unit: 'ms', bar: 25, ...lower }),
    line('today: statements', texts.length, { unit: 'statements', bar: 6, ...lower }),
    line('today: repeated statements', texts.length - new Set(texts).size, {
      unit: 'statements',
      bar: 0,
      ...lower,
    }),
  ];
}
