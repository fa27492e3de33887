import { newId } from '#src/kernel/ids.ts';
import type { DemoAddress, DemoSchool } from './demo-trust.ts';
import type { Rows } from './rows.ts';

const source = 'Demo';
export const oneLine = (address: DemoAddress): string =>
  `${address.house} ${address.street}, ${address.town}, ${address.postcode}`;

/** The school's own rows: sites, years, groups, staff and what they cost. Groups get ids that pupils point at. */
export function schoolRows(
  school: DemoSchool,
  staffIds: ReadonlyMap<string, string>,
): { rows: Rows; groupIds: ReadonlyMap<string, string> } {
  const years = school.academicYears.map((year) => ({ ...year, yearId: newId() }));
  const groupIds = new Map(school.groups.map((group) => [group.key, newId()]));
  const staffId = (code: string) => staffIds.get(code) ?? '';
  const rows: Rows = {
    sites: school.sites.map((site) => ({
      siteId: newId(),
      name: site.name,
      address: oneLine(site.address),
      isMain: site.isMain,
    })),
    academicYears: years.map((year) => ({
      yearId: year.yearId,
      name: year.name,
      fromOn: year.from,
      untilOn: year.until,
    })),
    terms: years.flatMap((year) =>
      year.terms.map((term) => ({
        termId: newId(),
        yearId: year.yearId,
        name: term.name,
        fromOn: term.from,
        untilOn: term.until,
        halfTermFromOn: term.halfTerm?.from ?? null,
        halfTermUntilOn: term.halfTerm?.until ?? null,
      })),
    ),
    insetDays: years.flatMap((year) => year.insetDays.map((onDate) => ({ onDate }))),
    closures: years.flatMap((year) =>
      year.closures.map((closure) => ({
        closureId: newId(),
        fromOn: closure.from,
        reopensOn: closure.reopensOn,
        reason: closure.reason,
      })),
    ),
    groups: school.groups.map((group) => ({
      groupId: groupIds.get(group.key) ?? '',
      kind: group.kind,
      name: group.name,
      yearGroup: group.yearGroup,
      subject: group.subject,
      fromOn: group.from,
      untilOn: group.until,
      source,
    })),
    staff: school.staff.map((member) => ({
      staffId: staffId(member.code),
      code: member.code,
      title: member.title,
      forename: member.forename,
      surname: member.surname,
      post: member.jobTitle,
      email: member.email,
      source,
    })),
    contracts: school.staff.flatMap((member) =>
      member.contracts.map((contract) => ({
        contractId: newId(),
        staffId: staffId(member.code),
        minutesPerWeek: contract.minutesPerWeek,
        weeksPerYear: contract.weeksPerYear,
        fromOn: contract.from,
        untilOn: contract.until,
      })),
    ),
    costRates: school.staff.flatMap((member) =>
      member.rates.map((rate) => ({
        costRateId: newId(),
        staffId: staffId(member.code),
        pencePerHour: rate.pencePerHour,
        fromOn: rate.from,
        untilOn: rate.until,
      })),
    ),
    groupStaff: school.groupStaff.map((link) => ({
      groupStaffId: newId(),
      groupId: groupIds.get(link.groupKey) ?? '',
      staffId: staffId(link.staffCode),
      fromOn: link.from,
      untilOn: link.until,
      source,
    })),
  };
  return { rows, groupIds };
}
