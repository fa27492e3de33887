import { describe, expect, it } from 'vitest';
import { clockOf, datesOf } from '#test/given-clocks.ts';

const meeting = '2026-11-18';

describe('an annual review', () => {
  it('is reckoned as in the worked example', () => {
    expect(
      datesOf('annual-review', { events: { meeting, noticeSent: '2026-12-09', draftServed: '2026-12-09' } }),
    ).toEqual({
      V6a: '2026-10-07 alert 2026-10-06',
      V5: '2026-11-04 alert 2026-11-03',
      V6: '2026-11-04 alert 2026-11-03',
      V7: '2026-12-02 alert 2026-12-01',
      V8: '2026-12-16 alert 2026-12-15',
      V9: '2026-12-16 alert 2026-12-15',
      V10: '2026-12-23',
      V12: '2027-02-03 alert 2027-02-02',
      V13: '2027-02-03 alert 2027-02-02',
      V14: '2027-02-10 alert 2027-02-09',
      V2: '2027-12-08',
    });
  });

  it('counts the first year from the day the plan was made, up to the day before its anniversary', () => {
    expect(datesOf('annual-review', { events: { planMade: '2026-03-09' } })).toEqual({
      V4: '2027-02-08 alert 2027-02-07',
      V1: '2027-03-08',
    });
    expect(datesOf('annual-review', { events: { planMade: '2024-02-29' } }).V1).toBe('2025-02-28');
    expect(datesOf('annual-review', { events: { planMade: '2023-03-01' } }).V1).toBe('2024-02-29');
  });

  it('counts later years from the decision, not from the meeting', () => {
    expect(
      datesOf('annual-review', { events: { planMade: '2024-03-09', lastDecisionSent: '2025-12-01' } }),
    ).toEqual({
      V1: '2025-03-08',
      V4: '2026-11-02 alert 2026-11-01',
      V2: '2026-11-30',
    });
  });

  it('keeps the review that was owed beside the next one', () => {
    expect(
      datesOf('annual-review', {
        events: { lastDecisionSent: '2025-12-01', meeting, noticeSent: '2026-12-09' },
      }),
    ).toMatchObject({ V2: '2026-11-30', 'next-review': '2027-12-08' });
  });

  it('never sends the amended plan later than twelve weeks after the meeting', () => {
    const amended = (noticeSent: string) =>
      clockOf('annual-review', 'V12', { events: { meeting, noticeSent } });
    expect(amended('2026-12-15').dueOn).toBe('2027-02-09');
    expect(amended('2026-12-16').dueOn).toBe('2027-02-10');
    expect(amended('2026-12-17')).toMatchObject({ dueOn: '2027-02-10', alertOn: '2027-02-09' });
    expect(amended('2026-12-17').why).toMatch(
      /^8 weeks after the notice would be Thu 11 Feb 2027\. 12 weeks \(84 days\) after Wed 18 Nov 2026/,
    );
    expect(datesOf('annual-review', { events: { noticeSent: '2026-12-30' } }).V12).toBe(
      '2027-02-24 alert 2027-02-23',
    );
  });

  it('knows no holiday: a meeting on 1 July gives a report by the 15th and a decision by the 29th', () => {
    expect(
      datesOf('annual-review', {
        events: { meeting: '2026-07-01' },
        closures: [['2026-07-22', '2026-09-02']],
      }),
    ).toMatchObject({ V7: '2026-07-15 alert 2026-07-14', V8: '2026-07-29 alert 2026-07-28' });
    const { exceptions } = clockOf('annual-review', 'V8', { events: { meeting: '2026-07-01' } });
    expect(exceptions).toEqual([
      { id: 'school-closure', available: false, why: 'School holidays do not stop or move this clock.' },
    ]);
  });

  it('asks for advice as early as the school says', () => {
    expect(datesOf('annual-review', { events: { meeting }, local: { askAdviceDays: 56 } }).V6a).toBe(
      '2026-09-23 alert 2026-09-22',
    );
  });

  it('asks the authority for its list two weeks before a term, and a school for its answer in fifteen days', () => {
    expect(datesOf('annual-review', { events: { termStarts: '2027-01-05' } }).V3).toBe(
      '2026-12-22 alert 2026-12-21',
    );
    expect(datesOf('annual-review', { events: { schoolConsulted: '2026-12-09' } })).toEqual({
      V11: '2026-12-24 alert 2026-12-23',
    });
  });

  it.each([
    ['V1', 'authority', 'LAW'],
    ['V3', 'authority', 'CoP'],
    ['V4', 'school', 'PRACTICE'],
    ['V5', 'school', 'LAW'],
    ['V6', 'school', 'LAW'],
    ['V6a', 'school', 'PRACTICE'],
    ['V7', 'school', 'LAW'],
    ['V8', 'authority', 'LAW'],
    ['V9', 'authority', 'LAW'],
    ['V10', 'parent', 'LAW'],
    ['V11', 'school', 'CoP'],
    ['V12', 'authority', 'LAW'],
    ['V13', 'authority', 'LAW'],
    ['V14', 'authority', 'LAW'],
  ])('%s is owed by the %s, with the force of %s', (id, owedBy, force) => {
    const events = {
      planMade: '2025-11-20',
      termStarts: '2027-01-05',
      meeting,
      noticeSent: '2026-12-09',
      draftServed: '2026-12-09',
      schoolConsulted: '2026-12-09',
    };
    expect(clockOf('annual-review', id, { events })).toMatchObject({ owedBy, force });
  });

  it.each([
    ['V1', { planMade: '2025-11-20', lastDecisionSent: '2026-11-01' }, '2026-11-01'],
    ['V4', { planMade: '2025-11-20', meeting }, meeting],
    ['V5', { meeting, invited: '2026-10-20' }, '2026-10-20'],
    ['V6', { meeting, adviceCirculated: '2026-11-01' }, '2026-11-01'],
    ['V6a', { meeting, adviceAsked: '2026-10-01' }, '2026-10-01'],
    ['V7', { meeting, reportSent: '2026-11-30' }, '2026-11-30'],
    ['V8', { meeting, decisionSent: '2026-12-09' }, '2026-12-09'],
    ['V9', { meeting, noticeSent: '2026-12-09' }, '2026-12-09'],
    ['V10', { draftServed: '2026-12-09', parentReplied: '2026-12-20' }, '2026-12-20'],
    ['V11', { schoolConsulted: '2026-12-09', schoolReplied: '2026-12-20' }, '2026-12-20'],
    ['V12', { noticeSent: '2026-12-09', amendedPlanSent: '2027-01-20' }, '2027-01-20'],
    ['V13', { noticeSent: '2026-12-09', amendedPlanSent: '2027-01-20' }, '2027-01-20'],
    ['V14', { meeting, amendedPlanSent: '2027-01-20' }, '2027-01-20'],
  ])('%s is met by the step that ends it', (id, events, metOn) => {
    expect(clockOf('annual-review', id, { events }).metOn).toBe(metOn);
  });

  it('says why the meeting is early enough', () => {
    expect(clockOf('annual-review', 'V4', { events: { planMade: '2026-03-09' } }).why).toBe(
      'The review must be complete by Mon 8 Mar 2027, and the authority has four weeks after the meeting. 28 days before is Mon 8 Feb 2027; a day earlier is safe on every count.',
    );
  });
});

describe('a phase transfer', () => {
  const of = (kind: string, transfer = '2027-09-01') =>
    datesOf('phase-transfer', { events: { transfer }, facts: { kind } });

  it.each(['early-years-school', 'infant-junior', 'primary-middle', 'primary-secondary', 'middle-secondary'])(
    '%s wants the plan before 15 February and the meeting twelve weeks earlier',
    (kind) => {
      expect(of(kind)).toEqual({
        'phase-transfer-meeting': '2026-11-23 alert 2026-11-22',
        'phase-transfer-plan': '2027-02-15 alert 2027-02-14',
      });
    },
  );

  it('after Year 11 wants it before 31 March', () => {
    expect(of('secondary-post16')).toEqual({
      'phase-transfer-meeting': '2027-01-06 alert 2027-01-05',
      'phase-transfer-plan': '2027-03-31 alert 2027-03-30',
    });
  });

  it('after 16 wants it five months before the move', () => {
    expect(of('post16-post16')).toEqual({
      'phase-transfer-meeting': '2027-01-07 alert 2027-01-06',
      'phase-transfer-plan': '2027-04-01 alert 2027-03-31',
    });
    expect(of('post16-post16', '2027-07-31')['phase-transfer-plan']).toBe('2027-02-28 alert 2027-02-27');
  });

  it('tells who owes what, and how it was reckoned', () => {
    const told = { events: { transfer: '2027-09-01' }, facts: { kind: 'primary-secondary' } };
    expect(clockOf('phase-transfer', 'phase-transfer-plan', told)).toMatchObject({
      owedBy: 'authority',
      force: 'LAW',
      rule: 'X',
      why: 'The law names Mon 15 Feb 2027 in the year of the transfer. The regulation says “before”; in practice people say “by”. Safe on every reading: Sun 14 Feb 2027.',
    });
    expect(clockOf('phase-transfer', 'phase-transfer-meeting', told)).toMatchObject({
      owedBy: 'school',
      force: 'PRACTICE',
      why: 'The amended plan is due Mon 15 Feb 2027. 4 weeks to decide and 8 to amend: 84 days before is Mon 23 Nov 2026.',
    });
    const after16 = clockOf('phase-transfer', 'phase-transfer-plan', {
      ...told,
      facts: { kind: 'post16-post16' },
    });
    expect(after16.why).toBe(
      '5 months before Wed 1 Sep 2027 is Thu 1 Apr 2027. “At least” often means clear days, which asks for one day more. Safe on every reading: Wed 31 Mar 2027.',
    );
  });

  it('is met by the meeting and by the amended plan', () => {
    const told = {
      events: { transfer: '2027-09-01', meeting: '2026-10-01', amendedPlanSent: '2027-01-20' },
      facts: { kind: 'primary-secondary' },
    };
    expect(clockOf('phase-transfer', 'phase-transfer-meeting', told).metOn).toBe('2026-10-01');
    expect(clockOf('phase-transfer', 'phase-transfer-plan', told).metOn).toBe('2027-01-20');
  });
});
