import type { BenchSchool } from './bench-school.ts';
import { fillSchools } from './fill-schools.ts';
import { type Line, line } from './line.ts';
import { measurePage } from './measure-page.ts';

const schools = 1000;
const runs = 200;

/** The same pages of the same school, alone in the database and beside 999 others. */
export async function scaleBench(school: BenchSchool): Promise<Line[]> {
  const alone = await measure(school);
  const from = performance.now();
  await fillSchools(school, school.ownerUrl, schools);
  const seconds = (performance.now() - from) / 1000;
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
    line('scale: making 999 schools', seconds, { unit: 's', bar: 180, ...lower }),
  ];
}

async function measure(school: BenchSchool): Promise<{ register: number; today: number }> {
  const register = await measurePage(school, '/pupils', runs);
  const today = await measurePage(school, '/today', runs);
  if (register.status !== 200 || today.status !== 200) throw new Error('A page of the bench did not answer');
  return { register: register.whole, today: today.whole };
}
