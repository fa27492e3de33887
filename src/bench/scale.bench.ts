import type { BenchSchool } from './bench-school.ts';
import { fillSchools } from './fill-schools.ts';
import { type Line, line } from './line.ts';
import { measurePage } from './measure-page.ts';

const schools = 1000;
const runs = 100;
const series = 4;

/** The same pages of the same school, alone in the database and beside 999 others. */
export async function scaleBench(school: BenchSchool): Promise<Line[]> {
  const alone = await measure(school);
  await fillSchools(school, school.ownerUrl, schools);
  const among = await measure(school);
  const lower = { better: 'lower' as const };
  return [
    line('scale: register, 1,000 schools ÷ 1 school', among.register / alone.register, {
      unit: '×',
      bar: 1.3,
      ...lower,
    }),
    line('scale: Today, 1,000 schools ÷ 1 school', among.today / alone.today, {
      unit: '×',
      bar: 1.3,
      ...lower,
    }),
  ];
}

const measure = async (school: BenchSchool) => ({
  register: await quickest(school, '/pupils'),
  today: await quickest(school, '/today'),
});

/** The best median of some series: what else runs on the machine comes and goes between the two times measured. */
async function quickest(school: BenchSchool, path: string): Promise<number> {
  const medians: number[] = [];
  for (let i = 0; i < series; i++) {
    const page = await measurePage(school, path, runs);
    if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
    medians.push(page.whole);
  }
  return Math.min(...medians);
}
