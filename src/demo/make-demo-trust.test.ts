import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { statusNow } from './demo-faults.ts';
import { allNames } from './demo-names.ts';
import type { DemoPupil, DemoStatusKind } from './demo-pupil.ts';
import { demoSchools } from './demo-schools.ts';
import type { DemoPhase } from './demo-trust.ts';
import words from './demo-words.json' with { type: 'json' };
import { makeDemoTrust } from './make-demo-trust.ts';

const today = schoolDate('2026-11-22');
const trusts = [11, 12, 13, 14, 15, 16].map((seed) => makeDemoTrust({ seed, today }));
const inPhase = (phase: DemoPhase): readonly DemoPupil[] =>
  trusts.flatMap((trust) =>
    trust.schools.filter((school) => school.phase === phase).flatMap((school) => school.pupils),
  );

/** Of 100 pupils, how many are so. */
const share = (of: readonly DemoPupil[], isSo: (pupil: DemoPupil) => boolean): number =>
  (100 * of.filter(isSo).length) / of.length;
const having = (kind: DemoStatusKind) => (pupil: DemoPupil) => statusNow(pupil) === kind;
const primaryNeed = (pupil: DemoPupil) =>
  pupil.needs.find(({ rank, until }) => rank === 1 && until === null)?.type;
const near = (value: number, expected: number, within: number) => {
  expect(value).toBeGreaterThan(expected - within);
  expect(value).toBeLessThan(expected + within);
};

describe('the demo trust', () => {
  it('is the same for the same seed and day, and another for another seed', () => {
    const [one, again, other] = [1, 1, 2].map((seed) =>
      JSON.stringify(makeDemoTrust({ seed, today, pupils: 60 })),
    );
    expect(one).toBe(again);
    expect(one).not.toBe(other);
  });

  it('has a primary, a secondary and an alternative provision of the usual sizes', () => {
    for (const trust of trusts) {
      expect(trust.schools.map((school) => [school.phase, school.pupils.length])).toEqual([
        ['primary', 420],
        ['secondary', 1050],
        ['alternative', 45],
      ]);
    }
  });

  it('can have as many schools and pupils as are asked for, made one at a time', () => {
    const schools = [...demoSchools({ seed: 4, today, schools: 7, pupils: 61 })];
    expect(schools.map(({ phase }) => phase[0]).join('')).toBe('pspspsp');
    expect(schools.map(({ pupils }) => pupils.length)).toEqual(Array.from({ length: 7 }, () => 61));
    for (const part of ['urn', 'laestab', 'name', 'domain'] as const) {
      expect(new Set(schools.map((school) => school[part])).size).toBe(7);
    }
    const upns = schools.flatMap((school) => school.pupils.map(({ upn }) => upn));
    expect(new Set(upns).size).toBe(upns.length);
  });

  it('gives a school the same pupils whatever the other schools are', () => {
    const [three] = [...demoSchools({ seed: 4, today, schools: 3, pupils: 50 })];
    const [one] = [...demoSchools({ seed: 4, today, schools: 1, pupils: 50 })];
    expect(one).toEqual(three);
  });

  it('holds a school of ten thousand', () => {
    const [school] = [...demoSchools({ seed: 4, today, schools: 1, pupils: 10_000 })];
    expect(new Set(school?.pupils.map(({ upn }) => upn)).size).toBe(10_000);
  });

  it.each([{ schools: 0 }, { schools: 2401 }, { schools: 1.5 }, { pupils: 3 }])('refuses %o', (wrong) => {
    expect(() => [...demoSchools({ seed: 1, today, ...wrong })]).toThrow(RangeError);
  });

  it('has names enough for a mixed school', () => {
    const { forenames, surnames } = allNames();
    expect(forenames.size).toBeGreaterThan(250);
    expect(surnames.size).toBeGreaterThan(300);
    expect(new Set(words.strengths).size).toBeGreaterThanOrEqual(60);
    const cohort = inPhase('secondary').slice(0, 1050);
    expect(new Set(cohort.map(({ legalForename }) => legalForename)).size).toBeGreaterThan(300);
    expect(new Set(cohort.map(({ ethnicity }) => ethnicity)).size).toBeGreaterThan(15);
  });

  it('has numbers of schools that are not given out', () => {
    const schools = trusts.flatMap((trust) => trust.schools);
    expect(schools.filter(({ urn }) => !/^9\d{5}$/.test(urn))).toEqual([]);
    expect(
      schools.filter(({ laestab, laCode }) => !/^\d{7}$/.test(laestab) || !laestab.startsWith(laCode)),
    ).toEqual([]);
  });
});

describe('rates of need', () => {
  it.each([
    ['primary', 'sen_support', 15.4],
    ['primary', 'ehc_plan', 3.95],
    ['secondary', 'sen_support', 13.4],
    ['secondary', 'ehc_plan', 3.35],
  ] as const)('in a %s: %s about %d in 100', (phase, kind, expected) => {
    const outsideBase = inPhase(phase).filter(({ unitPlace }) => unitPlace === null);
    near(share(outsideBase, having(kind)), expected, kind === 'ehc_plan' ? 0.8 : 1.8);
  });

  it('in alternative provision: 85 in 100 have SEN', () => {
    const found = inPhase('alternative');
    near(share(found, having('sen_support')) + share(found, having('ehc_plan')), 85, 5);
  });

  it('are higher for boys, more so for plans', () => {
    const mainstream = [...inPhase('primary'), ...inPhase('secondary')].filter(
      ({ unitPlace }) => unitPlace === null,
    );
    const boys = (pupil: DemoPupil) => pupil.sex === 'M';
    near(share(mainstream.filter(having('sen_support')), boys), 61, 5);
    near(share(mainstream.filter(having('ehc_plan')), boys), 71, 7);
  });

  it('keep those who have left the register', () => {
    const ever = (pupil: DemoPupil) =>
      pupil.statuses.some(({ status }) => status === 'sen_support' || status === 'ehc_plan');
    const yearSeven = inPhase('secondary').filter(({ yearGroups }) => yearGroups.at(-1)?.yearGroup === '7');
    near(share(yearSeven, ever), 29, 5);
  });

  it('on support differ by phase as nationally', () => {
    const types = (phase: DemoPhase) =>
      inPhase(phase).filter((pupil) => having('sen_support')(pupil) && pupil.faults.length === 0);
    const [primary, secondary] = [types('primary'), types('secondary')];
    near(
      share(primary, (pupil) => primaryNeed(pupil) === 'SLCN'),
      35,
      8,
    );
    near(
      share(primary, (pupil) => primaryNeed(pupil) === 'SEMH'),
      18,
      7,
    );
    near(
      share(secondary, (pupil) => primaryNeed(pupil) === 'SEMH'),
      30,
      6,
    );
    near(
      share(secondary, (pupil) => primaryNeed(pupil) === 'SPLD'),
      22,
      6,
    );
  });

  it('in plans: a second need for 55 in 100, on support for 30', () => {
    const mainstream = [...inPhase('primary'), ...inPhase('secondary')].filter(
      ({ faults }) => faults.length === 0,
    );
    const second = (pupil: DemoPupil) => pupil.needs.some(({ rank, until }) => rank === 2 && until === null);
    near(share(mainstream.filter(having('ehc_plan')), second), 53, 9);
    near(share(mainstream.filter(having('sen_support')), second), 29, 6);
  });

  it('go with free school meals and absence', () => {
    const mainstream = [...inPhase('primary'), ...inPhase('secondary')];
    const hasMeals = (pupil: DemoPupil) =>
      pupil.fsm.some(({ until, category }) => until === null && category === 'TFSM');
    near(share(mainstream.filter(having('none')), hasMeals), 21.5, 4);
    near(share(mainstream.filter(having('sen_support')), hasMeals), 39.3, 6);
    const missed = (of: readonly DemoPupil[]) => {
      const sums = of.flatMap(({ attendance }) => attendance);
      const total = (part: 'possible' | 'attended') => sums.reduce((sum, each) => sum + each[part], 0);
      return 100 - (100 * total('attended')) / total('possible');
    };
    near(missed(mainstream.filter(having('none'))), 6.5, 1);
    near(missed(mainstream.filter(having('sen_support'))), 10, 2);
  });

  it('spread widely over the schools of a large trust', () => {
    const rates = [...demoSchools({ seed: 8, today, schools: 40, pupils: 200 })].map((school) =>
      share(school.pupils, having('sen_support')),
    );
    expect(Math.max(...rates) - Math.min(...rates)).toBeGreaterThan(10);
    near(rates.reduce((sum, rate) => sum + rate, 0) / rates.length, 14.4, 3);
  });
});

describe('mistakes in the register', () => {
  const all = trusts.flatMap((trust) => trust.schools.flatMap(({ pupils }) => pupils));

  it.each([
    'sen_support_without_need',
    'nsa_with_plan',
    'plan_without_need',
    'parents_not_told',
    'need_open_after_leaving_register',
    'no_key_worker',
    'same_adult_entered_twice',
    'no_contact_number',
    'status_before_entry_date',
  ] as const)('include "%s", in small numbers', (fault) => {
    const found = share(all, ({ faults }) => faults.includes(fault));
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(2);
  });

  it('stand in no record that is said to be right', () => {
    const right = all.filter(({ faults }) => faults.length === 0);
    const hasNeed = (pupil: DemoPupil) => primaryNeed(pupil) !== undefined;
    const isOn = (pupil: DemoPupil) => having('sen_support')(pupil) || having('ehc_plan')(pupil);
    expect(right.filter((pupil) => isOn(pupil) && !hasNeed(pupil))).toEqual([]);
    expect(right.filter((pupil) => having('none')(pupil) && hasNeed(pupil))).toEqual([]);
    expect(right.filter((pupil) => having('ehc_plan')(pupil) && primaryNeed(pupil) === 'NSA')).toEqual([]);
    expect(right.filter((pupil) => isOn(pupil) && pupil.keyWorkerStaffCode === null)).toEqual([]);
  });
});

describe('the people who sign in', () => {
  it('have one address each, in a domain that does not exist', () => {
    for (const { people } of trusts) {
      const emails = people.map(({ email }) => email);
      expect(new Set(emails).size).toBe(emails.length);
      expect(emails.filter((email) => !/^[a-z-]+@[a-z]+\.example$/.test(email))).toEqual([]);
    }
  });

  it('cover every role, some in several schools, one no longer', () => {
    const people = trusts[0]?.people ?? [];
    const roles = new Set(people.flatMap(({ memberships }) => memberships.map(({ role }) => role)));
    expect(roles.size).toBe(14);
    const inTwo = people.filter(
      ({ memberships }) => new Set(memberships.map(({ schoolUrn }) => schoolUrn)).size > 1,
    );
    expect(inTwo.map(({ email }) => email)).toEqual(['two-schools@harebell.example']);
    const ended = people.filter(({ memberships }) => memberships.every(({ until }) => until !== null));
    expect(ended.map(({ email }) => email)).toEqual(['former-senco@larkfield.example']);
  });

  it('are on the lists of staff that they say', () => {
    for (const { people, schools } of trusts) {
      const known = new Set(schools.flatMap(({ urn, staff }) => staff.map(({ code }) => `${urn} ${code}`)));
      const claimed = people.flatMap(({ staffAs }) =>
        staffAs.map((row) => `${row.schoolUrn} ${row.staffCode}`),
      );
      expect(claimed.filter((row) => !known.has(row))).toEqual([]);
    }
  });
});
