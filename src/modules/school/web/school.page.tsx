import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { labelOf } from '#src/kernel/codes/codes.ts';
import { laCode } from '#src/kernel/codes/la-code.codes.ts';
import { longDate, type SchoolDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { type Action, ActionList } from '#src/ui/action-list.tsx';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { phases } from '../domain/school.form.ts';
import { isDayKnown, type SchoolCalendar, weekInWords } from '../domain/school-calendar.ts';
import type { School } from '../domain/school-records.ts';
import { countOverview } from '../queries/count-overview.ts';
import { calendarOf } from '../queries/get-calendar.ts';
import { getSchool } from '../queries/get-school.ts';
import { listYears } from '../queries/list-years.ts';
import { accessParts } from './access-parts.ts';
import { planParts, schoolParts } from './school-parts.ts';

const todayInWords = (calendar: SchoolCalendar, today: SchoolDate): string =>
  isDayKnown(calendar, today)
    ? `${weekInWords(calendar, today)} · ${longDate(today)}`
    : `No term dates are entered for ${longDate(today)}`;

const offers = (school: School): string =>
  [school.hasSenUnit ? 'SEN unit' : '', school.hasResourcedProvision ? 'Resourced provision' : '']
    .filter(Boolean)
    .join(', ') || 'None';

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

type Overview = { readonly years: number; readonly counts: Awaited<ReturnType<typeof countOverview>> };

const ownParts = ({ years, counts }: Overview): readonly Action[] => [
  {
    label: 'Academic years and terms',
    href: '/school/years',
    why: `${counted(years, 'year', 'years')} entered`,
  },
  { label: 'Closures', href: '/school/closures', why: 'Days on which the school is shut out of turn' },
  {
    label: 'Calendar',
    href: '/school/calendar',
    why: 'Which days are school days and working days, and a date worked out',
  },
  {
    label: 'Classes and teaching groups',
    href: '/school/groups',
    why: `${counted(counts.classes, 'class', 'classes')}, ${counted(counts.teachingGroups, 'teaching group', 'teaching groups')}`,
  },
  { label: 'Staff', href: '/school/staff', why: `${counts.staff} at the school today` },
  { label: 'Sites', href: '/school/sites', why: counted(counts.sites, 'site', 'sites') },
];

const listed = (school: School) => [
  { key: 'URN', value: school.urn },
  { key: 'LAESTAB', value: `${school.laestab.slice(0, 3)}/${school.laestab.slice(3)}` },
  { key: 'Phase', value: phases.find((phase) => phase.value === school.phase)?.label },
  { key: 'Local authority', value: school.authorityName ?? labelOf(laCode, school.laCode) },
  { key: 'Trust', value: school.trustName ?? 'None' },
  { key: 'Special provision', value: offers(school) },
];

/** The school in one page: who it is, where in the year it stands, and its parts. */
export default page({
  path: '/school',
  params: z.object({}),
  may: 'school.read',
  about: { none: 'It shows the school, no pupil' },
  section: 'School',
  title: 'School',
  load: async ({ tx }) => {
    const { today } = tx.scope;
    const school = await getSchool(tx);
    const years = await listYears(tx);
    const counts = await countOverview(tx, today);
    return { school, years: years.length, counts, todayIs: todayInWords(calendarOf(years), today) };
  },
  view: ({ subject, actor }) => {
    const access = accessParts(actor);
    const plans = planParts(actor, subject.school);
    return (
      <>
        <PageHead title={subject.school.name} lead={subject.todayIs} />
        <Columns
          side={
            <Card title="Details">
              <SummaryList rows={listed(subject.school)} />
              {may(actor, 'school.manage') && (
                <p>
                  <a href="/school/details">Change the details</a>
                </p>
              )}
            </Card>
          }
        >
          <Card title="The school">
            <ActionList
              items={[
                ...schoolParts(actor, ['import.run']),
                ...ownParts(subject),
                ...schoolParts(actor, ['document.read', 'published.prepare', 'school.manage']),
              ]}
            />
          </Card>
          {plans.length > 0 && (
            <Card title="Plans and provision">
              <ActionList items={plans} />
            </Card>
          )}
          {access.length > 0 && (
            <Card title="Who may see what">
              <ActionList items={access} />
            </Card>
          )}
        </Columns>
      </>
    );
  },
});
