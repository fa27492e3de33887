import pg from 'pg';
import type { BenchSchool } from './bench-school.ts';
import { type Line, line } from './line.ts';
import { measurePage } from './measure-page.ts';

const runs = 60;

/** A financial year of 2,000 lines, half of them top-up for a pupil, with three amounts each. */
const statements = [
  `insert into app.budget_lines (school_id, budget_line_id, year_kind, first_year, side, kind, name, code)
   select $1, gen_random_uuid(), case when n % 5 = 0 then 'academic' else 'financial' end, 2026,
     case when n % 4 < 2 then 'income' else 'spending' end,
     (array['top_up', 'notional_sen', 'staff', 'resources'])[1 + n % 4], 'Bench line ' || n, 'B' || n
   from generate_series(1, 2000) as n`,
  `insert into app.budget_line_pupils (school_id, budget_line_id, pupil_id, band)
   select l.school_id, l.budget_line_id, p.pupil_id, 'E3'
   from (select *, row_number() over (order by name) as n from app.budget_lines where school_id = $1 and kind = 'top_up') l
   join (select pupil_id, row_number() over (order by pupil_id) as n from app.pupil_lines where school_id = $1) p on p.n = l.n`,
  `insert into app.budget_entries (school_id, budget_entry_id, budget_line_id, kind, pence, on_date, origin)
   select school_id, gen_random_uuid(), budget_line_id, k, 12345 + length(k), '2026-10-01', 'by_hand'
   from app.budget_lines cross join unnest(array['plan', 'commitment', 'actual']) as k where school_id = $1`,
];

/** The year's budget: closed, with one source open, and as the other kind of year sees it. */
export async function budgetBench(school: BenchSchool): Promise<Line[]> {
  const owner = new pg.Client({ connectionString: school.ownerUrl });
  await owner.connect();
  try {
    for (const statement of statements) await owner.query(statement, [school.schoolId]);
    await owner.query('vacuum analyze');
  } finally {
    await owner.end();
  }
  const lower = { better: 'lower' as const };
  const lines: Line[] = [];
  for (const [name, path] of [
    ['2,000 lines', '/budget?year=financial-2026'],
    ['2,000 lines, top-up open', '/budget?year=financial-2026&open=income-top_up'],
    ['2,000 lines, by academic year', '/budget?year=academic-2026'],
  ] as const) {
    const page = await measurePage(school, path, runs);
    if (page.status !== 200) throw new Error(`The budget answered ${page.status}`);
    const count = page.own.length;
    lines.push(
      line(`budget: ${name}`, page.whole, { unit: 'ms', bar: 25, ...lower }),
      line(`budget: ${name}, statements`, count, { unit: 'statements', bar: 6, ...lower }),
      line(`budget: ${name}, compressed`, page.compressedBytes / 1024, { unit: 'KB', bar: 40, ...lower }),
    );
  }
  return lines;
}
