import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { labelOf } from '#src/kernel/codes/codes.ts';
import { ncYearGroup } from '#src/kernel/codes/nc-year-group.codes.ts';
import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { GroupId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { holdsOn } from '../domain/dated.ts';
import { type GroupPlace, groupKinds, type KeptLesson, type StaffedGroup } from '../domain/school-records.ts';
import { findGroup } from '../queries/list-groups.ts';
import { listLessons } from '../queries/list-lessons.ts';

const staffColumns = [
  { key: 'name', label: 'Staff', isRowHead: true },
  { key: 'post', label: 'Post' },
  { key: 'from', label: 'From' },
  { key: 'until', label: 'Until' },
] as const;
const staffWithDeed = [...staffColumns, { key: 'deed', label: 'Change' }] as const;

const mayEnd = (place: GroupPlace, today: SchoolDate) => place.untilOn === null || place.untilOn >= today;

const staffRow = (group: StaffedGroup, today: SchoolDate) => (place: GroupPlace) => ({
  name: <a href={`/school/staff/${place.staffId}`}>{place.name}</a>,
  post: place.post,
  from: middleDate(place.fromOn),
  until: place.untilOn === null ? '–' : middleDate(place.untilOn),
  deed: mayEnd(place, today) && (
    <a href={`/school/groups/${group.groupId}/staff/${place.staffId}/end`}>
      End<span class="govuk-visually-hidden"> for {place.name}</span>
    </a>
  ),
});

const weekdays = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const lessonColumns = [
  { key: 'day', label: 'Day', isRowHead: true },
  { key: 'period', label: 'Period' },
  { key: 'time', label: 'Time' },
  { key: 'room', label: 'Room' },
  { key: 'source', label: 'Source', isQuiet: true },
] as const;

const lessonRow = (lesson: KeptLesson) => ({
  day: `${weekdays[lesson.weekday] ?? ''}${lesson.week === '' ? '' : `, week ${lesson.week}`}`,
  period: lesson.period,
  time: lesson.startsAt === null ? '–' : [lesson.startsAt, lesson.endsAt].filter(Boolean).join(' to '),
  room: lesson.room ?? '–',
  source: lesson.source,
});

const listed = (group: StaffedGroup) => [
  { key: 'Kind', value: groupKinds.find((kind) => kind.value === group.kind)?.label },
  { key: 'Year group', value: group.yearGroup === null ? 'Several' : labelOf(ncYearGroup, group.yearGroup) },
  { key: 'Subject', value: group.subject ?? '–' },
  { key: 'From', value: middleDate(group.fromOn) },
  { key: 'Until', value: group.untilOn === null ? '–' : middleDate(group.untilOn) },
  { key: 'Source', value: group.source },
];

function GroupActions({ group, today }: { group: StaffedGroup; today: SchoolDate }) {
  const address = `/school/groups/${group.groupId}`;
  return (
    <>
      <LinkButton href={`${address}/staff/new`}>Put staff in charge</LinkButton>
      <LinkButton href={`${address}/change`} kind="second">
        Change
      </LinkButton>
      {(group.untilOn === null || group.untilOn >= today) && (
        <LinkButton href={`${address}/end`} kind="second">
          End the group
        </LinkButton>
      )}
    </>
  );
}

/** One class or group: its staff with dates, and its lessons of today's timetable. */
export default page({
  path: '/school/groups/:groupId',
  params: z.object({ groupId: GroupId }),
  may: 'school.read',
  about: { none: 'It shows a group and its staff, no pupil' },
  section: 'School',
  title: ({ group }: { group: StaffedGroup }) => group.name,
  load: async ({ tx, params }) => {
    const group = await findGroup(tx, params.groupId);
    if (group === null) return null;
    const { today } = tx.scope;
    const lessons = await listLessons(tx, params.groupId);
    return { group, today, lessons: lessons.filter((lesson) => holdsOn(lesson, today)) };
  },
  view: ({ subject: { group, lessons, today }, actor }) => {
    const mayChange = may(actor, 'school.manage');
    return (
      <>
        <PageHead
          title={group.name}
          lead={<a href="/school/groups">Classes and groups</a>}
          actions={mayChange && <GroupActions group={group} today={today} />}
        />
        <Columns side={<Card title="Details">{<SummaryList rows={listed(group)} />}</Card>}>
          <Card title="Staff">
            {group.staff.length === 0 ? (
              <p>Nobody is in charge yet. Who is, sees the pupils of the group.</p>
            ) : (
              <DataTable
                caption="Staff of the group"
                isStacked
                columns={mayChange ? staffWithDeed : staffColumns}
                rows={group.staff.map(staffRow(group, today))}
              />
            )}
          </Card>
          {lessons.length > 0 && (
            <Card title="Timetable">
              <DataTable
                caption="Lessons of the group"
                isStacked
                columns={lessonColumns}
                rows={lessons.map(lessonRow)}
              />
            </Card>
          )}
        </Columns>
      </>
    );
  },
});
