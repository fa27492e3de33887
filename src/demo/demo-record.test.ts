import { describe, expect, it } from 'vitest';
import { addDays, schoolDate } from '#src/kernel/dates.ts';
import { readPostcode } from '#src/modules/pupils/domain/postcode.ts';
import { readUpn } from '#src/modules/pupils/domain/upn.ts';
import { isYearGroup } from '#src/modules/school/domain/year-group-order.ts';
import { yearProblems } from '#src/modules/school/domain/year-problems.ts';
import type { DemoPupil, Held } from './demo-pupil.ts';
import { demoSchools } from './demo-schools.ts';
import { makeDemoTrust } from './make-demo-trust.ts';

const today = schoolDate('2026-11-22');
const trusts = [1, 2, 3].map((seed) => makeDemoTrust({ seed, today }));
const schools = trusts.flatMap((trust) => trust.schools);
const pupils = schools.flatMap((school) => school.pupils);

const sorted = (spans: readonly Held[]) => spans.toSorted((one, other) => (one.from < other.from ? -1 : 1));
/** Whether one of the spans begins before the one before it has ended. */
const overlap = (spans: readonly Held[]): boolean =>
  sorted(spans).some((span, index, all) => {
    const before = all[index - 1];
    return before !== undefined && (before.until === null || span.from <= before.until);
  });
const keysOf = (found: readonly DemoPupil[]) => found.map(({ key }) => key);

describe('a pupil of the demo', () => {
  it('has a UPN that passes the check and that nobody else in the trust has', () => {
    for (const trust of trusts) {
      const all = trust.schools.flatMap((school) => school.pupils);
      const upns = all.flatMap(({ upn, formerUpns }) => [upn, ...formerUpns.map((former) => former.upn)]);
      expect(new Set(upns).size).toBe(upns.length);
      expect(upns.filter((upn) => !readUpn(upn).ok)).toEqual([]);
    }
  });

  it('says of a UPN that it is temporary when it is', () => {
    const wrong = pupils.filter(({ upn, isUpnTemporary }) => {
      const read = readUpn(upn);
      return !read.ok || read.value.isTemporary !== isUpnTemporary || !read.value.isLaKnown;
    });
    expect(keysOf(wrong)).toEqual([]);
    expect(pupils.some(({ isUpnTemporary }) => isUpnTemporary)).toBe(true);
    expect(pupils.some(({ formerUpns }) => formerUpns.length > 0)).toBe(true);
  });

  it('never has two statuses at once, nor two needs of one rank or one type', () => {
    const wrong = pupils.filter(
      ({ statuses, needs }) =>
        overlap(statuses) ||
        [...Map.groupBy(needs, ({ rank }) => rank).values()].some(overlap) ||
        [...Map.groupBy(needs, ({ type }) => type).values()].some(overlap),
    );
    expect(keysOf(wrong)).toEqual([]);
  });

  it('has year groups, one at a time, the last of them now', () => {
    const wrong = pupils.filter(
      ({ yearGroups, enrolment }) =>
        overlap(yearGroups) ||
        yearGroups[0]?.from !== enrolment.from ||
        yearGroups.at(-1)?.until !== null ||
        yearGroups.some(({ yearGroup }) => !isYearGroup(yearGroup)),
    );
    expect(keysOf(wrong)).toEqual([]);
  });

  it('has no span that ends before it begins', () => {
    const spansOf = (pupil: DemoPupil): readonly Held[] => [
      ...pupil.statuses,
      ...pupil.needs,
      ...pupil.yearGroups,
      ...pupil.groups,
      ...pupil.fsm,
      ...pupil.alerts,
    ];
    const wrong = pupils.filter((pupil) =>
      spansOf(pupil).some(({ from, until }) => until !== null && until < from),
    );
    expect(keysOf(wrong)).toEqual([]);
  });

  it('has nothing dated before birth, nor after today but the ends of groups', () => {
    const datesIn = (value: unknown): readonly string[] =>
      JSON.stringify(value)
        .match(/"\d{4}-\d{2}-\d{2}"/g)
        ?.map((text) => text.slice(1, -1)) ?? [];
    const wrong = pupils.filter(({ groups, ...pupil }) => {
      const dates = [...datesIn(pupil), ...groups.map(({ from }) => from)];
      return dates.some((date) => date < pupil.bornOn || date > today);
    });
    expect(keysOf(wrong)).toEqual([]);
  });

  it('has Down syndrome as a need from 2025 only, and mental health from the reform of 2014', () => {
    const many = [...demoSchools({ seed: 9, today, schools: 30, pupils: 300 })];
    const needs = many.flatMap((school) => school.pupils.flatMap((pupil) => pupil.needs));
    const down = needs.filter(({ type }) => type === 'DS');
    expect(down.length).toBeGreaterThan(0);
    expect(down.filter(({ from }) => from < '2025-01-01')).toEqual([]);
    expect(needs.filter(({ from }) => from < '2014-08-01')).toEqual([]);
    expect(new Set(needs.map(({ type }) => type)).has('BESD')).toBe(false);
  });

  it('adds up its sessions', () => {
    const sums = pupils.flatMap(({ attendance }) => attendance);
    expect(sums.length).toBeGreaterThan(pupils.length);
    expect(sums.filter((sum) => sum.attended + sum.authorised + sum.unauthorised !== sum.possible)).toEqual(
      [],
    );
    expect(sums.filter((sum) => sum.late > sum.attended || sum.attended < 0)).toEqual([]);
  });

  it('is suspended at most once a day', () => {
    const wrong = pupils.filter(
      ({ suspensions }) => new Set(suspensions.map(({ from }) => from)).size !== suspensions.length,
    );
    expect(keysOf(wrong)).toEqual([]);
  });

  it('says of safeguarding only that a file is held', () => {
    const flags = pupils.flatMap(({ alerts }) => alerts.filter(({ kind }) => kind === 'safeguarding'));
    expect(new Set(flags.map(({ text }) => text))).toEqual(new Set(['The safeguarding lead holds a file']));
  });

  it('in alternative provision has a school that sent it, and is subsidiary only where that keeps it', () => {
    const sent = schools.filter(({ phase }) => phase === 'alternative').flatMap((school) => school.pupils);
    const others = schools.filter(({ phase }) => phase !== 'alternative').flatMap((school) => school.pupils);
    expect(sent.filter(({ referringSchool }) => referringSchool === null)).toEqual([]);
    expect(others.filter(({ referringSchool }) => referringSchool !== null)).toEqual([]);
    const dual = sent.filter(({ enrolment }) => enrolment.status !== 'C');
    expect(dual.length).toBeGreaterThan(0);
    expect(dual.filter(({ referringSchool }) => referringSchool?.isStillOnRoll !== true)).toEqual([]);
  });
});

describe('a carer of the demo', () => {
  it('is shared by brothers and sisters, but where the adult was entered twice', () => {
    for (const school of schools) {
      const carers = new Map(school.carers.map((carer) => [carer.key, carer]));
      expect(carers.size).toBe(school.carers.length);
      const linked = school.pupils.flatMap((pupil) => pupil.carers.map(({ carerKey }) => carerKey));
      expect(linked.filter((key) => !carers.has(key))).toEqual([]);
      const withChildren = Map.groupBy(linked, (key) => key);
      const shared = [...withChildren.values()].filter((links) => links.length > 1);
      if (school.phase !== 'alternative') expect(shared.length).toBeGreaterThan(school.pupils.length / 10);
      const twice = school.pupils.filter(({ faults }) => faults.includes('same_adult_entered_twice'));
      expect(school.carers.filter(({ key }) => key.endsWith('2') && key.includes('a2')).length).toBe(
        twice.length,
      );
    }
  });

  it('never gets letters against a restriction, and then the child has an alert', () => {
    const restricted = pupils.filter((pupil) => pupil.carers.some((link) => link.courtRestriction !== null));
    expect(restricted.length).toBeGreaterThan(0);
    const links = restricted.flatMap((pupil) =>
      pupil.carers.filter((link) => link.courtRestriction !== null),
    );
    expect(links.filter((link) => link.getsLetters || link.livesWith)).toEqual([]);
    expect(restricted.filter((pupil) => !pupil.alerts.some(({ kind }) => kind === 'court'))).toEqual([]);
  });

  it('can be reached by nobody: numbers kept for drama, addresses that do not exist', () => {
    const carers = schools.flatMap((school) => school.carers);
    expect(carers.filter(({ phone }) => phone !== null && !/^07700 900\d{3}$/.test(phone))).toEqual([]);
    expect(
      carers.filter(({ email }) => email !== null && !/^[a-z0-9.-]+@[a-z]+\.example$/.test(email)),
    ).toEqual([]);
    const postcodes = carers.flatMap(({ address }) => address?.postcode ?? []);
    expect(postcodes.filter((text) => !text.startsWith('ZA') || !readPostcode(text).ok)).toEqual([]);
  });
});

describe('a school of the demo', () => {
  it('has a year in order, and the lists point at what is there', () => {
    for (const school of schools) {
      for (const year of school.academicYears) {
        const found = yearProblems({ ...year, academicYear: year.name, bankHolidays: [] });
        expect(found).toEqual([]);
        expect(new Set(year.insetDays).size).toBe(5);
      }
      const codes = new Set(school.staff.map(({ code }) => code));
      const groups = new Set(school.groups.map(({ key }) => key));
      expect(codes.size).toBe(school.staff.length);
      expect(groups.size).toBe(school.groups.length);
      expect(
        school.groupStaff.filter((row) => !codes.has(row.staffCode) || !groups.has(row.groupKey)),
      ).toEqual([]);
      const workers = school.pupils.flatMap(({ keyWorkerStaffCode }) => keyWorkerStaffCode ?? []);
      expect(workers.filter((code) => !codes.has(code))).toEqual([]);
      const joined = school.pupils.flatMap((pupil) => pupil.groups.map(({ groupKey }) => groupKey));
      expect(joined.filter((key) => !groups.has(key))).toEqual([]);
    }
  });

  it('pays everybody at a dated rate, one after another', () => {
    for (const { staff } of schools) {
      expect(staff.filter(({ rates, contracts }) => overlap(rates) || overlap(contracts))).toEqual([]);
      expect(
        staff.filter(({ rates }) => !rates.some(({ from, until }) => from <= today && until === null)),
      ).toEqual([]);
    }
  });

  it('names each class once a year', () => {
    for (const { groups } of schools) {
      const names = groups.map(({ kind, name, academicYear }) => `${kind} ${name} ${academicYear}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('keeps the base for autism to pupils with a plan for it', () => {
    const placed = pupils.filter(({ unitPlace }) => unitPlace !== null);
    expect(placed.length).toBe(18 * trusts.length);
    const wrong = placed.filter(
      ({ needs, faults, statuses }) =>
        faults.length === 0 &&
        !(
          statuses.at(-1)?.status === 'ehc_plan' &&
          needs.some(({ type, rank, until }) => type === 'ASD' && rank === 1 && until === null)
        ),
    );
    expect(keysOf(wrong)).toEqual([]);
  });
});

describe('another day', () => {
  it.each(['2025-09-01', '2026-08-31', '2027-01-04', '2028-02-29'])('%s has no dates after it', (date) => {
    const day = schoolDate(date);
    const trust = makeDemoTrust({ seed: 5, today: day, pupils: 60 });
    const spans = trust.schools.flatMap((school) =>
      school.pupils.flatMap((pupil) => [...pupil.statuses, ...pupil.needs, ...pupil.yearGroups]),
    );
    expect(spans.length).toBeGreaterThan(100);
    expect(spans.filter(({ from }) => from > day)).toEqual([]);
    expect(spans.filter(({ until }) => until !== null && until > addDays(day, 0))).toEqual([]);
  });
});
