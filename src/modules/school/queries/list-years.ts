import { sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { YearId } from '#src/kernel/ids.ts';
import { NotFound } from '#src/kernel/stops.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type AcademicYear, ClosureId } from '../domain/school-records.ts';

const Days = z.object({ from: SchoolDate, until: SchoolDate });
const Row = z.object({
  yearId: YearId,
  name: z.string(),
  fromOn: SchoolDate,
  untilOn: SchoolDate,
  version: z.number(),
  terms: z.array(
    z.object({ name: z.string(), from: SchoolDate, until: SchoolDate, halfTerm: Days.nullable() }),
  ),
  insetDays: z.array(SchoolDate),
  closures: z.array(
    z.object({ closureId: ClosureId, from: SchoolDate, reopensOn: SchoolDate, reason: z.string() }),
  ),
});

/** The academic years that the school has entered, the newest first, each with what lies in it. One statement. */
export async function listYears(tx: Tx): Promise<AcademicYear[]> {
  const { rows } = await sql`
    select y.year_id, y.name, y.from_on, y.until_on, y.version,
      (select coalesce(json_agg(json_build_object('name', t.name, 'from', t.from_on, 'until', t.until_on, 'halfTerm',
        case when t.half_term_from_on is null then null
          else json_build_object('from', t.half_term_from_on, 'until', t.half_term_until_on) end) order by t.from_on), '[]')
        from terms t where t.school_id = y.school_id and t.year_id = y.year_id) as terms,
      (select coalesce(json_agg(i.on_date order by i.on_date), '[]') from inset_days i
        where i.school_id = y.school_id and i.withdrawn_at is null
          and i.on_date between y.from_on and y.until_on) as inset_days,
      (select coalesce(json_agg(json_build_object('closureId', c.closure_id, 'from', c.from_on,
        'reopensOn', c.reopens_on, 'reason', c.reason) order by c.from_on desc), '[]') from closures c
        where c.school_id = y.school_id and c.withdrawn_at is null
          and c.from_on between y.from_on and y.until_on) as closures
    from academic_years y where y.school_id = ${tx.scope.actor.schoolId}
    order by y.from_on desc`.execute(tx);
  return z.array(Row).parse(rows);
}

/** One academic year, or null. */
export async function findYear(tx: Tx, yearId: YearId): Promise<AcademicYear | null> {
  const years = await listYears(tx);
  return years.find((year) => year.yearId === yearId) ?? null;
}

/** One academic year; throws `NotFound` when the school has none of this id. */
export async function getYear(tx: Tx, yearId: YearId): Promise<AcademicYear> {
  const year = await findYear(tx, yearId);
  if (year === null) throw new NotFound();
  return year;
}
