import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { clockOf, datesOf, ranClocks } from '#test/given-clocks.ts';
import { rollForward } from '../periods.ts';

describe('an appeal', () => {
  it.each([
    ['2026-09-14', undefined, '2026-11-16', 'a Saturday rolls to Monday'],
    ['2026-09-15', undefined, '2026-11-16', 'a Sunday rolls to Monday'],
    ['2026-10-26', undefined, '2027-01-04', 'Christmas rolls to January'],
    ['2026-06-08', undefined, '2026-09-01', 'August rolls to September'],
    ['2026-09-14', '2026-11-10', '2026-12-10', 'the certificate gives the later date'],
    ['2026-09-14', '2026-09-20', '2026-11-16', 'the certificate gives the earlier date'],
    ['2026-12-31', undefined, '2027-03-01', 'a month without the day ends on its last'],
  ])(
    'of a decision of %s, certificate %s, ends on %s: %s',
    (decisionSent, certificateIssued, dueOn, _why) => {
      const events = { decisionSent, ...(certificateIssued === undefined ? {} : { certificateIssued }) };
      expect(datesOf('appeal', { events }).T9).toBe(dueOn);
    },
  );

  it('does not roll the two months for the mediation adviser', () => {
    expect(datesOf('appeal', { events: { decisionSent: '2026-09-14' } }).T1).toBe('2026-11-14');
  });

  it('tells both sums and the roll', () => {
    expect(
      clockOf('appeal', 'T9', { events: { decisionSent: '2026-09-14', certificateIssued: '2026-09-20' } })
        .why,
    ).toBe(
      '2 months after the decision of Mon 14 Sep 2026 is Sat 14 Nov 2026. 1 month after the certificate of Sun 20 Sep 2026 is Tue 20 Oct 2026. Sat 14 Nov 2026 rolls forward to Mon 16 Nov 2026 (T10).',
    );
    expect(clockOf('appeal', 'T9', { events: { decisionSent: '2026-09-16' } }).why).toBe(
      '2 months after the decision of Wed 16 Sep 2026 is Mon 16 Nov 2026. No mediation certificate was told; one may give a later date.',
    );
  });

  it('is the parent’s, by law, and is met by what they did', () => {
    const events = {
      decisionSent: '2026-09-14',
      adviserContacted: '2026-10-01',
      appealRegistered: '2026-11-01',
    };
    expect(clockOf('appeal', 'T1', { events })).toMatchObject({
      owedBy: 'parent',
      force: 'LAW',
      metOn: '2026-10-01',
    });
    expect(clockOf('appeal', 'T9', { events })).toMatchObject({
      owedBy: 'parent',
      force: 'LAW',
      metOn: '2026-11-01',
    });
  });

  it('is not reckoned for a year whose bank holidays are not known, and says so', () => {
    const ran = ranClocks('appeal', { events: { decisionSent: '2062-05-01' } });
    expect(ran.clocks.map(({ id }) => id)).toEqual(['T1']);
    expect(ran.warnings).toEqual(['T9: the school days or bank holidays that it would count are not known.']);
  });
});

describe('the roll-forward', () => {
  it.each([
    ['2026-11-16', '2026-11-16'],
    ['2026-11-14', '2026-11-16'],
    ['2026-12-24', '2026-12-24'],
    ['2026-12-25', '2027-01-04'],
    ['2026-12-31', '2027-01-04'],
    ['2027-01-01', '2027-01-04'],
    ['2026-08-01', '2026-09-01'],
    ['2026-08-31', '2026-09-01'],
    ['2026-09-01', '2026-09-01'],
    ['2027-07-31', '2027-09-01'],
    ['2022-12-24', '2023-01-03'],
    ['2027-03-26', '2027-03-30'],
    ['2026-07-31', '2026-07-31'],
    ['2025-08-30', '2025-09-01'],
    ['2024-08-31', '2024-09-02'],
    ['2026-01-02', '2026-01-02'],
  ])('of %s is %s', (date, rolled) => {
    expect(rollForward(schoolDate(date))).toEqual({ ok: true, value: rolled });
  });

  it('refuses a year that is not known', () => {
    expect(rollForward(schoolDate('2030-12-31'))).toEqual({ ok: false, refusal: 'calendar_unknown' });
    expect(rollForward(schoolDate('2031-05-05'))).toEqual({ ok: false, refusal: 'calendar_unknown' });
    expect(rollForward(schoolDate('2030-12-24'))).toEqual({ ok: true, value: '2030-12-24' });
  });
});

describe('an order of the Tribunal', () => {
  it.each([
    [
      'assess',
      {
        'order-assess-notify': '2026-09-28 alert 2026-09-27',
        'order-assess-no-plan': '2026-11-23 alert 2026-11-22',
        'order-assess-final': '2026-12-21 alert 2026-12-20',
      },
    ],
    [
      'reassess',
      {
        'order-assess-notify': '2026-09-28 alert 2026-09-27',
        'order-assess-no-plan': '2026-11-23 alert 2026-11-22',
        'order-assess-final': '2026-12-21 alert 2026-12-20',
      },
    ],
    [
      'make-plan',
      { 'order-draft': '2026-10-19 alert 2026-10-18', 'order-final': '2026-11-30 alert 2026-11-29' },
    ],
    ['reconsider', { 'order-reconsider': '2026-09-28 alert 2026-09-27' }],
    ['amend', { 'order-amend': '2026-10-19 alert 2026-10-18' }],
    ['section-i', { 'order-section-i': '2026-09-28 alert 2026-09-27' }],
    ['continue', { 'order-at-once': '2026-09-14' }],
    ['cease', { 'order-at-once': '2026-09-14' }],
  ])('to %s runs its own limits', (kind, dates) => {
    expect(datesOf('tribunal-order', { events: { ordered: '2026-09-14' }, facts: { kind } })).toEqual(dates);
  });

  it('of no kind runs none', () => {
    expect(datesOf('tribunal-order', { events: { ordered: '2026-09-14' } })).toEqual({});
  });

  it.each([
    ['make-plan', 'order-draft', 'draftServed'],
    ['make-plan', 'order-final', 'finalSent'],
    ['reconsider', 'order-reconsider', 'complied'],
    ['amend', 'order-amend', 'complied'],
    ['section-i', 'order-section-i', 'complied'],
    ['cease', 'order-at-once', 'complied'],
    ['assess', 'order-assess-notify', 'assessmentNotified'],
  ])('to %s: %s is the authority’s, met by %s, with the exceptions of reg 44(3)', (kind, id, event) => {
    const clock = clockOf('tribunal-order', id, {
      events: { ordered: '2026-07-14', [event]: '2026-08-01', adviceAskedOfHead: '2026-07-20' },
      facts: { kind },
      closures: [['2026-07-22', '2026-09-02']],
    });
    expect(clock).toMatchObject({ owedBy: 'authority', force: 'LAW', metOn: '2026-08-01' });
    expect(clock.exceptions[0]).toMatchObject({ id: 'school-closure', available: true });
  });
});

describe('mediation', () => {
  it('counts 30 days to arrange it and working days for certificates', () => {
    expect(datesOf('mediation', { events: { requested: '2026-12-21' } })).toEqual({
      T4: '2026-12-24',
      T3: '2027-01-20 alert 2027-01-19',
    });
    expect(datesOf('mediation', { events: { declined: '2026-12-23' } })).toEqual({ T2: '2026-12-30' });
    expect(datesOf('mediation', { events: { couldNotArrange: '2026-12-23' } })).toEqual({ T5: '2026-12-30' });
    expect(datesOf('mediation', { events: { held: '2026-12-23' } })).toEqual({ T6: '2026-12-30' });
  });

  it('tells which days a count of working days left out', () => {
    expect(clockOf('mediation', 'T2', { events: { declined: '2026-12-23' } }).why).toBe(
      '3 working days after Wed 23 Dec 2026, that day not counted, end on Wed 30 Dec 2026. Weekends are left out, and bank holidays: Fri 25 Dec 2026, Mon 28 Dec 2026.',
    );
    expect(clockOf('mediation', 'T2', { events: { declined: '2026-11-23' } }).why).toContain(
      'no bank holiday falls between',
    );
  });

  it.each([
    ['no', undefined, { T8: '2026-09-28 alert 2026-09-27' }],
    ['yes', undefined, { T7: '2026-09-28 alert 2026-09-27' }],
    [undefined, undefined, { T7: '2026-09-28 alert 2026-09-27' }],
    ['yes', 'make-plan', { T7: '2026-10-19 alert 2026-10-18' }],
    ['yes', 'amend', { T7: '2026-10-19 alert 2026-10-18' }],
    ['yes', 'assess', { T7: '2026-09-28 alert 2026-09-27' }],
    ['yes', 'reassess', { T7: '2026-09-28 alert 2026-09-27' }],
    ['yes', 'reconsider', { T7: '2026-09-28 alert 2026-09-27' }],
    ['yes', 'section-i', { T7: '2026-09-28 alert 2026-09-27' }],
  ])('agreed on a matter that can be appealed (%s) of kind %s', (appealable, kind, dates) => {
    const facts = {
      ...(appealable === undefined ? {} : { appealable }),
      ...(kind === undefined ? {} : { kind }),
    };
    expect(datesOf('mediation', { events: { agreed: '2026-09-14' }, facts })).toEqual(dates);
  });

  it('says when the kind of agreement is not known', () => {
    const why = (facts: Readonly<Record<string, string>>) =>
      clockOf('mediation', 'T7', { events: { agreed: '2026-09-14' }, facts }).why;
    expect(why({})).toContain('this is the shortest of reg 44');
    expect(why({ kind: 'amend' })).not.toContain('shortest');
  });

  it.each([
    ['T2', 'mediation adviser', { declined: '2026-09-14', certificateIssued: '2026-09-16' }, {}],
    ['T3', 'authority', { requested: '2026-09-14', held: '2026-09-16' }, {}],
    ['T4', 'authority', { requested: '2026-09-14', icbTold: '2026-09-16' }, {}],
    ['T5', 'mediation adviser', { couldNotArrange: '2026-09-14', certificateIssued: '2026-09-16' }, {}],
    ['T6', 'mediation adviser', { held: '2026-09-14', certificateIssued: '2026-09-16' }, {}],
    ['T7', 'authority', { agreed: '2026-09-14', complied: '2026-09-16' }, {}],
    ['T8', 'authority', { agreed: '2026-09-14', complied: '2026-09-16' }, { appealable: 'no' }],
  ])('%s is owed by the %s and met by the step that ends it', (id, owedBy, events, facts) => {
    expect(clockOf('mediation', id, { events, facts })).toMatchObject({
      owedBy,
      force: 'LAW',
      metOn: '2026-09-16',
    });
  });
});
