import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { yearsToAdd } from '../domain/academic-year.ts';
import type { Term } from '../domain/school-calendar.ts';
import type { AcademicYear } from '../domain/school-records.ts';
import { listYears } from '../queries/list-years.ts';

const columns = [
  { key: 'term', label: 'Term', isRowHead: true },
  { key: 'from', label: 'First day' },
  { key: 'half', label: 'Half term' },
  { key: 'until', label: 'Last day' },
] as const;

const row = (term: Term) => ({
  term: term.name,
  from: middleDate(term.from),
  half:
    term.halfTerm === null ? '–' : `${middleDate(term.halfTerm.from)} to ${middleDate(term.halfTerm.until)}`,
  until: middleDate(term.until),
});

const insetWords = (days: readonly SchoolDate[]) =>
  days.length === 0 ? 'No INSET days are entered.' : `INSET days: ${days.map(middleDate).join(', ')}.`;

function Year({ year, mayChange }: { year: AcademicYear; mayChange: boolean }) {
  return (
    <Card title={year.name}>
      <DataTable caption={`Terms of ${year.name}`} isStacked columns={columns} rows={year.terms.map(row)} />
      <p>{insetWords(year.insetDays)}</p>
      {mayChange && (
        <p>
          <a href={`/school/years/${year.yearId}`}>
            Change terms<span class="govuk-visually-hidden"> of {year.name}</span>
          </a>{' '}
          ·{' '}
          <a href={`/school/inset-days/${year.yearId}`}>
            Change INSET days<span class="govuk-visually-hidden"> of {year.name}</span>
          </a>
        </p>
      )}
    </Card>
  );
}

export default page({
  path: '/school/years',
  params: z.object({}),
  may: 'school.read',
  about: { none: 'It shows the school, no pupil' },
  section: 'School',
  title: 'Academic years',
  load: async ({ tx }) => {
    const years = await listYears(tx);
    const [next] = yearsToAdd(
      years.map((year) => year.name),
      tx.scope.today,
    );
    return { years, next };
  },
  view: ({ subject, actor }) => {
    const mayChange = may(actor, 'school.manage');
    return (
      <>
        <PageHead
          title="Academic years"
          lead={<a href="/school">School</a>}
          actions={
            mayChange &&
            subject.next !== undefined && (
              <LinkButton href={`/school/years/new?year=${subject.next}`}>Add {subject.next}</LinkButton>
            )
          }
        />
        {subject.years.length === 0 && (
          <EmptyState title="No academic year is entered">
            <p>Term dates tell how many school days a deadline has left. Sendero proposes typical dates.</p>
          </EmptyState>
        )}
        {subject.years.map((year) => (
          <Year key={year.yearId} year={year} mayChange={mayChange} />
        ))}
      </>
    );
  },
});
