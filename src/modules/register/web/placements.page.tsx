import { z } from 'zod';
import { addDays, longDate, type SchoolDate } from '#src/kernel/dates.ts';
import { enrolmentWords } from '#src/modules/pupils/index.ts';
import { getCalendar, schoolDaysBetween } from '#src/modules/school/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { yearLabel } from '../domain/register-lines.ts';
import { statusLabel } from '../domain/sen-status.ts';
import { listPlacements, type Placement } from '../queries/list-placements.ts';
import { Printed } from './printed.view.tsx';

const columns = [
  { key: 'pupil', label: 'Pupil', isRowHead: true },
  { key: 'year', label: 'Year' },
  { key: 'status', label: 'Status' },
  { key: 'referring', label: 'Referring school' },
  { key: 'enrolment', label: 'Enrolment' },
  { key: 'from', label: 'From' },
  { key: 'days', label: 'School days so far', isNumber: true },
  { key: 'return', label: 'Return expected' },
] as const;

/** A placement with the school days since it began, the first one included; null where the terms are not entered. */
type Counted = Placement & { readonly schoolDays: number | null };

const row = (today: SchoolDate) => (one: Counted) => ({
  pupil: <a href={`/pupils/${one.pupilId}`}>{`${one.surname}, ${one.forename}`}</a>,
  year: yearLabel(one.yearGroup),
  status: statusLabel[one.status],
  referring: one.referringSchool ?? '–',
  enrolment: enrolmentWords(one.enrolment),
  from: longDate(one.fromOn),
  days: one.schoolDays ?? 'terms not entered',
  return: <Return on={one.returnExpectedOn} today={today} />,
});

function Return({ on, today }: { on: SchoolDate | null; today: SchoolDate }) {
  if (on === null) return <>–</>;
  if (on >= today) return <>{longDate(on)}</>;
  return (
    <>
      {longDate(on)} <Tag kind="late">Past</Tag>
    </>
  );
}

/** Pupils whom other schools sent, or who belong to two: since when, how many school days, and when they go back. */
export default page({
  path: '/placements',
  params: z.object({}),
  may: 'register.read',
  section: 'Pupils',
  title: 'Placements',
  load: async ({ tx }) => {
    const placements = await listPlacements(tx);
    const calendar = await getCalendar(tx);
    const { today, clock } = tx.scope;
    const counted = placements.map((one): Counted => {
      const days = schoolDaysBetween(calendar, addDays(one.fromOn, -1), today);
      return { ...one, schoolDays: days.ok ? days.value : null };
    });
    return { counted, today, at: timeWords(clock.now()) };
  },
  about: ({ counted }) => counted.map((one) => one.pupilId),
  view: ({ subject: { counted, today, at }, actor }) => (
    <div class="landscape">
      <BackLink href="/pupils">Back to the register</BackLink>
      <PageHead title="Placements" lead="Pupils whom another school sent, or who belong to two schools" />
      <Printed by={actor.knownAs} at={at} what="placements" />
      {counted.length === 0 ? (
        <EmptyState title="No placement today">
          <p>They come with an import that names the referring school or a dual registration.</p>
        </EmptyState>
      ) : (
        <Sheet label="Placements">
          <DataTable caption="Placements" columns={columns} rows={counted.map(row(today))} />
        </Sheet>
      )}
    </div>
  ),
});
