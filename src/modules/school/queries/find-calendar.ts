import { sql } from 'kysely';
import { addDays, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { bankHolidaysBetween } from '#src/modules/statutory/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { SchoolCalendar } from '../domain/school-calendar.ts';

/** A term is never longer: what began or is to end within it is all that the week of a day asks. */
const AROUND_DAYS = 200;

type Row = {
  readonly terms: readonly {
    name: string;
    from: string;
    until: string;
    half: [string | null, string | null];
  }[];
  readonly insets: readonly string[];
  readonly closures: readonly { from: string; reopens: string; reason: string }[];
};

/**
 * When the school is open between two days, and what is told of the days between: the terms on either side are read too.
 * One statement; without any terms, one that is never open.
 */
export async function findCalendarAround(
  tx: Tx,
  days: { readonly from: SchoolDate; readonly until: SchoolDate },
): Promise<SchoolCalendar> {
  const { actor } = tx.scope;
  const [from, until] = [addDays(days.from, -AROUND_DAYS), addDays(days.until, AROUND_DAYS)];
  const { rows } = await sql<Row>`select
    (select coalesce(json_agg(json_build_object('name', name, 'from', from_on, 'until', until_on,
        'half', json_build_array(half_term_from_on, half_term_until_on)) order by from_on), '[]')
      from terms where school_id = ${actor.schoolId} and from_on <= ${until} and until_on >= ${from}) as terms,
    (select coalesce(json_agg(on_date), '[]') from inset_days
      where school_id = ${actor.schoolId} and withdrawn_at is null and on_date between ${from} and ${until}) as insets,
    (select coalesce(json_agg(json_build_object('from', from_on, 'reopens', reopens_on, 'reason', reason)), '[]')
      from closures where school_id = ${actor.schoolId} and withdrawn_at is null and from_on <= ${until}
        and reopens_on >= ${from}) as closures`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('A statement of figures has one row');
  return {
    terms: row.terms.map(({ name, from: first, until: last, half: [halfFrom, halfUntil] }) => ({
      name,
      from: schoolDate(first),
      until: schoolDate(last),
      halfTerm:
        halfFrom === null || halfUntil === null
          ? null
          : { from: schoolDate(halfFrom), until: schoolDate(halfUntil) },
    })),
    insetDays: row.insets.map(schoolDate),
    closures: row.closures.map((one) => ({
      from: schoolDate(one.from),
      reopensOn: schoolDate(one.reopens),
      reason: one.reason,
    })),
    bankHolidays: bankHolidaysBetween(from, until).map((day) => day.on),
  };
}
