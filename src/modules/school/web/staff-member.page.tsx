import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { longDate, middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { StaffId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { type Contract, type CostRate, type StaffMember, staffName } from '../domain/school-records.ts';
import { hoursOfMinutes, pounds } from '../domain/staff.form.ts';
import { findStaffMember } from '../queries/list-staff.ts';

const contractColumns = [
  { key: 'from', label: 'From', isRowHead: true },
  { key: 'until', label: 'Until' },
  { key: 'hours', label: 'Hours a week', isNumber: true },
  { key: 'weeks', label: 'Weeks a year', isNumber: true },
] as const;
const rateColumns = [
  { key: 'from', label: 'From', isRowHead: true },
  { key: 'until', label: 'Until' },
  { key: 'rate', label: 'An hour', isNumber: true },
] as const;

const days = (of: { fromOn: SchoolDate; untilOn: SchoolDate | null }) => ({
  from: middleDate(of.fromOn),
  until: of.untilOn === null ? '–' : middleDate(of.untilOn),
});

const listed = (one: StaffMember) => [
  { key: 'Name', value: [one.title, one.forename, one.surname].filter(Boolean).join(' ') },
  { key: 'Post', value: one.post },
  { key: 'Short name', value: one.code ?? '–' },
  { key: 'Email address', value: one.email ?? '–' },
  { key: 'First day', value: one.startedOn === null ? '–' : longDate(one.startedOn) },
  { key: 'Last day', value: one.leftOn === null ? '–' : longDate(one.leftOn) },
  { key: 'Signs in', value: one.personId === null ? 'No' : 'Yes' },
  { key: 'Source', value: one.source },
];

function Contracts({ contracts }: { contracts: readonly Contract[] }) {
  if (contracts.length === 0) return <p>No contract is entered.</p>;
  const rows = contracts.map((contract) => ({
    ...days(contract),
    hours: hoursOfMinutes(contract.minutesPerWeek),
    weeks: contract.weeksPerYear,
  }));
  return <DataTable caption="Contracts, the newest first" isStacked columns={contractColumns} rows={rows} />;
}

function Rates({ rates }: { rates: readonly CostRate[] }) {
  if (rates.length === 0) return <p>No rate is entered.</p>;
  const rows = rates.map((rate) => ({ ...days(rate), rate: pounds(rate.pencePerHour) }));
  return (
    <DataTable caption="Cost of an hour, the newest first" isStacked columns={rateColumns} rows={rows} />
  );
}

/** Somebody who works at the school; hours and cost for those who may see them. */
export default page({
  path: '/school/staff/:staffId',
  params: z.object({ staffId: StaffId }),
  may: 'school.read',
  about: { none: 'It shows staff, no pupil' },
  section: 'School',
  title: (one: StaffMember) => staffName(one),
  load: ({ tx, params }) => findStaffMember(tx, params.staffId),
  view: ({ subject, actor }) => {
    const address = `/school/staff/${subject.staffId}`;
    const seesContract = may(actor, 'staff.manage') || may(actor, 'cost.read');
    return (
      <>
        <PageHead
          title={staffName(subject)}
          lead={<a href="/school/staff">Staff</a>}
          actions={may(actor, 'staff.manage') && <LinkButton href={`${address}/change`}>Change</LinkButton>}
        />
        <Card>
          <SummaryList rows={listed(subject)} />
        </Card>
        {seesContract && (
          <Card title="Contracted hours">
            <Contracts contracts={subject.contracts} />
            {may(actor, 'staff.manage') && (
              <p>
                <a href={`${address}/contract`}>Agree new hours</a>
              </p>
            )}
          </Card>
        )}
        {may(actor, 'cost.read') && (
          <Card title="Cost of an hour">
            <Rates rates={subject.rates} />
            {may(actor, 'cost.manage') && (
              <p>
                <a href={`${address}/rate`}>Set a new rate</a>
              </p>
            )}
          </Card>
        )}
      </>
    );
  },
});
