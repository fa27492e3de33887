import { sql } from 'kysely';
import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import { GroupId, PupilId } from '#src/kernel/ids.ts';
import {
  academicYearBounds,
  academicYearFrom,
  academicYearOf,
  getSchool,
  listStaffedGroupsOn,
  previewRollover,
  type School,
} from '#src/modules/school/index.ts';
import { packed, unpack } from '#src/platform/db/packed.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import {
  classesToMoveInto,
  planRollover,
  type RollingPupil,
  type RolloverPlan,
} from '../domain/rollover-plan.ts';

/** The academic year after today's: on 24 Nov 2026 and on 31 Aug 2027 it is 2027/28. */
export const comingYear = (today: SchoolDate): string =>
  academicYearFrom(Number(academicYearOf(today).slice(0, 4)) + 1);

/** After which year group pupils leave, when nobody says otherwise. */
const usualLast: Record<School['phase'], readonly string[]> = {
  nursery: ['N2'],
  infant: ['2'],
  junior: ['6'],
  primary: ['6'],
  middle: ['8'],
  secondary: ['11', '13'],
  'all-through': ['11', '13'],
  special: ['11', '14'],
  alternative: ['11'],
};
const sixthForm = ['12', '13', '14'];

function lastYearGroupOf(school: School, pupils: readonly RollingPupil[]): string {
  const [shorter = '11', longer = shorter] = usualLast[school.phase];
  return pupils.some((pupil) => sixthForm.includes(pupil.yearGroup)) ? longer : shorter;
}

/**
 * What the turn to the coming academic year would do, as things will stand on 31 August. `lastYearGroup`: after
 * which pupils leave; by the school's phase when it is not given.
 */
export async function getRollover(tx: Tx, lastYearGroup?: string): Promise<RolloverPlan> {
  const year = comingYear(tx.scope.today);
  const { from: startsOn } = academicYearBounds(year);
  const lastOn = addDays(startsOn, -1);
  const rows = await listRollingPupils(tx, lastOn);
  const pupils = rows.filter((row) => !row.isPlanned).map(withoutMark);
  const staffed = await listStaffedGroupsOn(tx, { first: lastOn, last: startsOn });
  const present = staffed.first;
  const made = staffed.last.filter((group) => group.fromOn === startsOn);
  const last = lastYearGroup ?? lastYearGroupOf(await getSchool(tx), pupils);
  const groups = classesToMoveInto(present, made);
  return planRollover({
    year,
    lastOn,
    startsOn,
    lastYearGroup: last,
    isDone: await isRolledOver(tx, year),
    planned: rows.filter((row) => row.isPlanned).map(withoutMark),
    pupils,
    present,
    made,
    preview: previewRollover({ pupils, groups, lastYearGroup: last }),
  });
}

const withoutMark = ({ isPlanned: _, ...pupil }: RollingRow): RollingPupil => pupil;

/** Whether the school has moved on to this academic year already. */
export async function isRolledOver(tx: Tx, year: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from events
    where school_id = ${tx.scope.actor.schoolId} and pupil_id is null and type = 'YearRolledOver'
      and changes -> 'year' ->> 'after' = ${year}
    limit 1`.execute(tx);
  return rows.length > 0;
}

type RollingRow = RollingPupil & { readonly isPlanned: boolean };

/** Everybody on roll who stays beyond a day, with the year group and class of that day. */
async function listRollingPupils(tx: Tx, on: SchoolDate): Promise<RollingRow[]> {
  const { schoolId } = tx.scope.actor;
  const order = sql`order by l.year_rank, l.class_name, l.surname, l.forename, l.pupil_id`;
  const { rows } = await sql<{ pupils: string }>`
    select ${packed(['l.pupil_id', 'c.group_id', 'y.is_planned'], ['y.year_group', 'c.name', 'l.surname', 'l.forename'], order)} as pupils
    from (
      select distinct pupil_id from enrolments
      where school_id = ${schoolId} and from_on <= ${on}::date
        and (until_on is null or until_on > ${on}::date)) e
    join pupil_lines l on l.school_id = ${schoolId} and l.pupil_id = e.pupil_id
    left join (
      select pupil_id,
        max(value) filter (where from_on <= ${on}::date and (until_on is null or until_on >= ${on}::date)) as year_group,
        bool_or(from_on > ${on}::date) as is_planned
      from pupil_facts
      where school_id = ${schoolId} and kind = 'year_group' and withdrawn_at is null
      group by pupil_id) y on y.pupil_id = e.pupil_id
    left join (
      select distinct on (m.pupil_id) m.pupil_id, m.group_id, g.name
      from group_pupils m
      join groups g on g.school_id = m.school_id and g.group_id = m.group_id and g.kind = 'class'
      where m.school_id = ${schoolId} and m.from_on <= ${on}::date
        and (m.until_on is null or m.until_on >= ${on}::date)
      order by m.pupil_id, m.from_on desc) c on c.pupil_id = e.pupil_id`.execute(tx);
  return unpack(rows[0]?.pupils ?? '').map(
    ([pupilId, groupId, isPlanned, yearGroup = '', className = '', surname = '', forename = '']) => ({
      pupilId: PupilId.parse(pupilId),
      groupId: groupId === '' ? null : GroupId.parse(groupId),
      isPlanned: isPlanned === 'true',
      yearGroup,
      className: className || null,
      name: `${surname}, ${forename}`,
    }),
  );
}
