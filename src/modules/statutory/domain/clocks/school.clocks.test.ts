import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { clockOf, datesOf, ranClocks } from '#test/given-clocks.ts';
import { compulsorySchoolAgeEndsOn } from './school.clocks.ts';

describe('a reassessment', () => {
  it('is decided in 15 days, refused in 10 weeks and finished in 14', () => {
    expect(
      datesOf('reassessment', {
        events: { requested: '2026-09-14', notified: '2026-09-29', draftServed: '2026-12-01' },
      }),
    ).toEqual({
      'reassessment-decision': '2026-09-29 alert 2026-09-28',
      'reassessment-no-change': '2026-12-08 alert 2026-12-07',
      A8: '2026-12-15',
      'reassessment-final': '2027-01-05 alert 2027-01-04',
    });
  });

  it.each([
    ['reassessment-decision', { requested: '2026-07-14', notified: '2026-07-20' }, '2026-07-20', false],
    ['reassessment-no-change', { notified: '2026-07-14', planDecided: '2026-08-20' }, '2026-08-20', true],
    ['reassessment-final', { notified: '2026-07-14', finalSent: '2026-08-20' }, '2026-08-20', true],
  ])('%s is the authority’s; the closure of a school excuses it: see %s', (id, events, metOn, isExcused) => {
    const clock = clockOf('reassessment', id, {
      events: { ...events, adviceAskedOfHead: '2026-07-20' },
      closures: [['2026-07-22', '2026-09-02']],
    });
    expect(clock).toMatchObject({ owedBy: 'authority', force: 'LAW', metOn });
    expect(clock.exceptions[0]?.available).toBe(isExcused);
  });
});

describe('a move to another authority', () => {
  const moved = '2026-11-02';
  it.each([
    [undefined, moved],
    ['2026-10-12', moved],
    ['2026-10-13', '2026-11-02'],
    ['2026-10-14', '2026-11-03'],
    ['2026-11-09', '2026-11-27'],
    ['2026-11-08', '2026-11-27'],
    ['2026-12-21', '2027-01-13'],
  ])('that the old one knew of on %s hands the plan over by %s', (oldAuthorityAware, dueOn) => {
    const events = { moved, ...(oldAuthorityAware === undefined ? {} : { oldAuthorityAware }) };
    expect(datesOf('la-transfer', { events })).toEqual({ 'la-transfer-plan': dueOn });
  });

  it('tells which days were counted', () => {
    expect(
      clockOf('la-transfer', 'la-transfer-plan', { events: { moved, oldAuthorityAware: '2026-12-21' } }).why,
    ).toBe(
      'The old authority knew on Mon 21 Dec 2026, less than 15 working days before the move of Mon 2 Nov 2026. 15 working days beginning with that day end on Wed 13 Jan 2027. Weekends are left out, and bank holidays: Fri 25 Dec 2026, Mon 28 Dec 2026, Fri 1 Jan 2027.',
    );
    expect(clockOf('la-transfer', 'la-transfer-plan', { events: { moved } }).why).toBe(
      'The plan goes over on the day of the move, Mon 2 Nov 2026.',
    );
  });

  it('is refused where the working days of a year are not known', () => {
    for (const aware of ['2062-01-01', '2030-12-20'])
      expect(
        ranClocks('la-transfer', { events: { moved: aware, oldAuthorityAware: aware } }).warnings,
      ).toHaveLength(1);
  });

  it.each([
    [{}, '2027-02-01', 'may give a later date'],
    [{ planMade: '2026-03-09' }, '2027-03-08', '12 months starting with Mon 9 Mar 2026'],
    [{ planMade: '2025-03-09' }, '2027-02-01', 'end on Sun 8 Mar 2026'],
    [
      { planMade: '2024-03-09', lastReviewed: '2026-04-01' },
      '2027-03-31',
      '12 months starting with Wed 1 Apr 2026',
    ],
  ])('with %j is reviewed by %s', (events, dueOn, words) => {
    const told = { events: { transferred: moved, ...events } };
    expect(datesOf('la-transfer', told)).toEqual({
      'la-transfer-notice': '2026-12-14 alert 2026-12-13',
      'la-transfer-review': dueOn,
    });
    expect(clockOf('la-transfer', 'la-transfer-review', told).why).toContain(words);
    expect(clockOf('la-transfer', 'la-transfer-review', told).why).toMatch(
      /^3 months starting with the transfer of Mon 2 Nov 2026 end on Mon 1 Feb 2027\..*The later is /,
    );
  });

  it.each([
    ['la-transfer-plan', { moved, transferred: '2026-11-03' }, '2026-11-03'],
    ['la-transfer-notice', { transferred: moved, parentTold: '2026-11-20' }, '2026-11-20'],
    ['la-transfer-review', { transferred: moved, reviewed: '2027-01-20' }, '2027-01-20'],
  ])('%s is the authority’s, by law', (id, events, metOn) => {
    expect(clockOf('la-transfer', id, { events })).toMatchObject({
      owedBy: 'authority',
      force: 'LAW',
      metOn,
    });
  });
});

describe('a child who comes into care', () => {
  it('has a plan begun in 10 working days and ready in 20, with the review', () => {
    expect(datesOf('looked-after', { events: { enteredCare: '2026-12-14' } })).toEqual({
      'pep-begun': '2026-12-30',
      'pep-ready': '2027-01-14',
      'care-review': '2027-01-14',
    });
  });

  it.each([
    ['pep-begun', 'school', 'pepBegun'],
    ['pep-ready', 'school', 'pepReady'],
    ['care-review', 'authority', 'careReviewed'],
  ])('%s is owed by the %s, met by %s', (id, owedBy, event) => {
    const events = { enteredCare: '2026-11-02', [event]: '2026-11-10' };
    expect(clockOf('looked-after', id, { events })).toMatchObject({
      owedBy,
      force: 'LAW',
      metOn: '2026-11-10',
    });
  });
});

describe('a pupil who leaves', () => {
  const closures = [['2026-12-19', '2027-01-05']] as const;
  it('has the records sent in 15 school days of the old school', () => {
    expect(datesOf('leaver', { events: { ceased: '2026-11-02' } })).toEqual({
      'pupil-records': '2026-11-23',
    });
    expect(datesOf('leaver', { events: { ceased: '2026-12-14' }, closures, inset: ['2027-01-05'] })).toEqual({
      'pupil-records': '2027-01-20',
    });
    expect(datesOf('leaver', { events: { ceased: '2026-12-14' }, closures })).toEqual({
      'pupil-records': '2027-01-19',
    });
  });

  it.each([
    ['2026-11-02', '2026-11-07 alert 2026-11-06'],
    ['2026-12-18', '2026-12-23 alert 2026-12-22'],
    ['2026-12-19', '2027-01-11'],
    ['2027-01-04', '2027-01-11'],
    ['2027-01-05', '2027-01-10 alert 2027-01-09'],
  ])('on %s has the child-protection file sent by %s', (ceased, date) => {
    expect(
      datesOf('leaver', { events: { ceased }, facts: { childProtection: 'yes' }, closures })[
        'child-protection-file'
      ],
    ).toBe(date);
  });

  it('has no child-protection clock where there is no file, or none is told', () => {
    const none = (facts: Readonly<Record<string, string>>) =>
      Object.keys(datesOf('leaver', { events: { ceased: '2026-11-02' }, facts }));
    expect([none({ childProtection: 'no' }), none({})]).toEqual([['pupil-records'], ['pupil-records']]);
  });

  it('says why, by whom, and when it was done', () => {
    const events = { ceased: '2026-12-21', recordsSent: '2027-01-06', protectionFileSent: '2027-01-07' };
    const told = { events, facts: { childProtection: 'yes' }, closures };
    expect(clockOf('leaver', 'child-protection-file', told)).toMatchObject({
      owedBy: 'school',
      metOn: '2027-01-07',
      why: 'The school is shut until Tue 5 Jan 2027. The fifth school day from then is Mon 11 Jan 2027.',
    });
    expect(clockOf('leaver', 'pupil-records', told)).toMatchObject({ owedBy: 'school', metOn: '2027-01-06' });
    expect(clockOf('leaver', 'pupil-records', told).why).toContain(
      '15 days on which the school opens, after Mon 21 Dec 2026, end on Mon 25 Jan 2027.',
    );
  });

  it('is not reckoned for a school that never opens, nor beyond the known bank holidays', () => {
    const shut = { events: { ceased: '2026-12-21' }, facts: { childProtection: 'yes' } };
    expect(ranClocks('leaver', { ...shut, closures: [['2026-12-19', '2030-12-27']] })).toMatchObject({
      clocks: [],
      warnings: [expect.stringContaining('pupil-records'), expect.stringContaining('child-protection-file')],
    });
    expect(ranClocks('leaver', { events: { ceased: '2062-12-21' } }).clocks).toEqual([]);
  });
});

describe('somebody asks what is held', () => {
  it.each([
    ['2026-09-03', '2026-10-03'],
    ['2027-01-31', '2027-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2026-11-30', '2026-12-30'],
  ])('on %s: answered by %s', (received, dueOn) => {
    expect(datesOf('subject-access', { events: { received }, facts: { school: 'academy' } })).toEqual({
      'subject-access': dueOn,
    });
  });

  it('has two months more where that was told within the first, and no more where it was told later', () => {
    const told = (extended: string) =>
      datesOf('subject-access', {
        events: { received: '2026-09-03', extended },
        facts: { school: 'academy' },
      });
    expect(told('2026-10-03')).toEqual({ 'subject-access-extended': '2026-12-03' });
    expect(told('2026-10-04')).toEqual({ 'subject-access-late-extension': '2026-10-03' });
  });

  it.each([
    [{}, true],
    [{ school: 'maintained' }, true],
    [{ school: 'academy' }, false],
    [{ school: 'independent' }, false],
  ])('of a school %j: the educational record in 15 school days: %s', (facts, isOwed) => {
    const dates = datesOf('subject-access', { events: { received: '2026-11-02' }, facts });
    expect(dates['educational-record']).toBe(isOwed ? '2026-11-23' : undefined);
  });

  it.each(['subject-access', 'educational-record'])('%s is the school’s, by law', (id) => {
    const events = { received: '2026-11-02', answered: '2026-11-10' };
    expect(clockOf('subject-access', id, { events })).toMatchObject({
      owedBy: 'school',
      force: 'LAW',
      metOn: '2026-11-10',
    });
  });

  it('says that it is not moved for a weekend', () => {
    expect(clockOf('subject-access', 'subject-access', { events: { received: '2026-09-03' } }).why).toBe(
      '1 month after Thu 3 Sep 2026, by the date in the month, is Sat 3 Oct 2026. The corresponding date, or the last day of a month without it; it is not moved for a weekend here.',
    );
  });
});

describe('other clocks of the school', () => {
  it('end an access arrangement after 26 months, or as set', () => {
    const events = { approved: '2024-12-31' };
    expect(datesOf('access-arrangement', { events })).toEqual({ 'access-arrangement': '2027-02-28' });
    expect(datesOf('access-arrangement', { events, local: { accessArrangementMonths: 12 } })).toEqual({
      'access-arrangement': '2025-12-31',
    });
    expect(
      clockOf('access-arrangement', 'access-arrangement', {
        events: { ...events, appliedAgain: '2026-01-01' },
      }),
    ).toMatchObject({ owedBy: 'school', force: 'PRACTICE', metOn: '2026-01-01' });
  });

  it('want a SENCO qualified within three years', () => {
    expect(
      clockOf('senco', 'senco-qualification', {
        events: { appointed: '2025-09-01', qualified: '2027-07-01' },
      }),
    ).toMatchObject({ dueOn: '2028-09-01', owedBy: 'school', force: 'LAW', metOn: '2027-07-01' });
  });

  it.each([
    ['2010-08-31', '2026-06-26'],
    ['2010-09-01', '2027-06-25'],
    ['2011-01-15', '2027-06-25'],
    ['2007-12-31', '2024-06-28'],
    ['2012-06-30', '2028-06-30'],
    ['2008-02-29', '2024-06-28'],
  ])('a child born on %s leaves compulsory school age on %s', (born, on) => {
    expect(compulsorySchoolAgeEndsOn(schoolDate(born))).toBe(on);
  });

  it('keep the SEN file 31 years after birth and a pupil record 25, as the school sets', () => {
    const born = '2012-02-29';
    expect(datesOf('pupil', { events: { born }, facts: { ehcp: 'yes' } })).toEqual({
      'compulsory-school-age': '2028-06-30',
      'retention-sen-file': '2043-02-28',
    });
    expect(datesOf('pupil', { events: { born }, facts: { ehcp: 'no' } })).toEqual({
      'compulsory-school-age': '2028-06-30',
      'retention-pupil-record': '2037-02-28',
      'retention-sen-file': '2043-02-28',
    });
    expect(
      datesOf('pupil', { events: { born }, local: { senFileYears: 35, pupilRecordYears: 30 } }),
    ).toMatchObject({ 'retention-sen-file': '2047-02-28', 'retention-pupil-record': '2042-02-28' });
    expect(clockOf('pupil', 'retention-sen-file', { events: { born } })).toMatchObject({
      owedBy: 'school',
      force: 'PRACTICE',
    });
    expect(clockOf('pupil', 'compulsory-school-age', { events: { born: '2010-09-01' } })).toMatchObject({
      force: 'LAW',
      why: '16 on Tue 1 Sep 2026; the last Friday in June of that school year is Fri 25 Jun 2027. From the day after, the rights are the young person’s own, with capacity.',
    });
  });
});
