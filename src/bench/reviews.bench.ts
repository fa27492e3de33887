import pg from 'pg';
import type { BenchSchool } from './bench-school.ts';
import { type Line, line } from './line.ts';
import { measurePage } from './measure-page.ts';

const runs = 60;

/** 400 EHC plans under seven authorities: a third with a meeting behind them, a sixth with a notice of changes. */
const statements = [
  `insert into app.authorities (school_id, authority_id, code, name)
   select $1, gen_random_uuid(), (900 + n)::text, 'Bench authority ' || n from generate_series(1, 7) as n`,
  `insert into app.cases (school_id, case_id, pupil_id, kind, authority_id, opened_on)
   select $1, gen_random_uuid(), p.pupil_id, 'annual-review', a.authority_id, current_date - 700
   from (select pupil_id, row_number() over (order by pupil_id) as n from app.pupil_lines
         where school_id = $1 and is_on_roll limit 400) p
   join (select authority_id, row_number() over (order by name) as n from app.authorities
         where school_id = $1 and name like 'Bench%') a on a.n = 1 + p.n % 7`,
  `insert into app.case_events (school_id, case_event_id, case_id, pupil_id, name, happened_on)
   select school_id, gen_random_uuid(), case_id, pupil_id, e.name, current_date + e.after::int
   from (select *, (row_number() over (order by case_id))::int as n from app.cases
         where school_id = $1 and kind = 'annual-review') c
   cross join lateral (values
     ('planMade', -700 - c.n % 90, true), ('lastDecisionSent', -370 + c.n % 360, true),
     ('meeting', 20 - c.n % 60, c.n % 3 = 0), ('invited', -10 - c.n % 60, c.n % 3 = 0),
     ('noticeSent', 25 - c.n % 60, c.n % 6 = 0 and c.n % 60 > 25)) as e(name, after, is_told)
   where e.is_told`,
];

/** Reviews of a school with 400 EHC plans under seven authorities, laid out in each way. */
export async function reviewsBench(school: BenchSchool): Promise<Line[]> {
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
    ['by week', '/reviews'],
    ['all, by pupil', '/reviews?due=all&by=pupil'],
    ['late, by authority', '/reviews?due=late&by=authority'],
  ] as const) {
    const page = await measurePage(school, path, runs);
    if (page.status !== 200) throw new Error(`Reviews answered ${page.status}`);
    const texts = page.own.map((query) => query.sql);
    lines.push(
      line(`reviews: ${name}`, page.whole, { unit: 'ms', bar: 25, ...lower }),
      line(`reviews: ${name}, statements`, texts.length, { unit: 'statements', bar: 6, ...lower }),
      line(`reviews: ${name}, repeated`, texts.length - new Set(texts).size, {
        unit: 'statements',
        bar: 0,
        ...lower,
      }),
      line(`reviews: ${name}, compressed`, page.compressedBytes / 1024, { unit: 'KB', bar: 40, ...lower }),
    );
  }
  return lines;
}
