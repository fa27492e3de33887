import { describe, expect, it } from 'vitest';
import { clockOf, datesOf, ranClocks } from '#test/given-clocks.ts';

describe('a request for a needs assessment', () => {
  it('runs 6, 16 and 20 weeks from the request, as the worked example', () => {
    expect(datesOf('needs-assessment', { events: { requested: '2026-09-14' } })).toEqual({
      A2: '2026-10-26 alert 2026-10-25',
      A6: '2027-01-04 alert 2027-01-03',
      A7: '2027-01-04 alert 2027-01-03',
      A11: '2027-02-01 alert 2027-01-31',
    });
  });

  it('runs from the day the authority became responsible, where it did', () => {
    expect(
      datesOf('needs-assessment', { events: { requested: '2026-09-14', becameResponsible: '2026-10-05' } }),
    ).toMatchObject({ A2: '2026-11-16 alert 2026-11-15', A11: '2027-02-22 alert 2027-02-21' });
    expect(datesOf('needs-assessment', { events: { becameResponsible: '2026-10-05' } })).toMatchObject({
      A6: '2027-01-25 alert 2027-01-24',
    });
  });

  it('runs the advice from the day each request for it came, never from the request itself', () => {
    expect(
      datesOf('needs-assessment', {
        events: { requested: '2026-09-14', adviceRequestReceived: '2026-10-01' },
      }),
    ).toMatchObject({ A5: '2026-11-12 alert 2026-11-11' });
  });

  it('gives the parent fifteen days of which the first is the day of service', () => {
    expect(clockOf('needs-assessment', 'A8', { events: { draftServed: '2027-01-04' } })).toMatchObject({
      dueOn: '2027-01-18',
      alertOn: '2027-01-18',
      owedBy: 'parent',
      rule: 'B',
      limit: '15 days beginning with the day itself',
      force: 'LAW',
      source: 'SEND Regulations 2014 reg 13(1)(a)',
      why: 'Mon 4 Jan 2027 is the first of 15 days, so the last is Mon 18 Jan 2027.',
    });
  });

  it('asks a consulted school for its answer in fifteen days, by the Code', () => {
    expect(clockOf('needs-assessment', 'A9', { events: { schoolConsulted: '2026-12-18' } })).toMatchObject({
      dueOn: '2027-01-02',
      alertOn: '2027-01-01',
      owedBy: 'school',
      force: 'CoP',
    });
  });

  it('runs 2, 10 and 14 weeks from the day a refusal is given up, and no longer 16 and 20', () => {
    expect(
      datesOf('needs-assessment', {
        events: { requested: '2026-09-14', agreedAfterRefusal: '2027-01-11' },
      }),
    ).toEqual({
      A2: '2026-10-26 alert 2026-10-25',
      'agreed-after-refusal-notify': '2027-01-25 alert 2027-01-24',
      'agreed-after-refusal-no-plan': '2027-03-22 alert 2027-03-21',
      'agreed-after-refusal-final': '2027-04-19 alert 2027-04-18',
    });
  });

  it('takes the week of the draft from the authority', () => {
    expect(
      datesOf('needs-assessment', { events: { requested: '2026-09-14' }, local: { draftWeek: 14 } }),
    ).toMatchObject({ A7: '2026-12-21 alert 2026-12-20' });
  });

  it('says how each date was reckoned, by whom it is owed and by what law', () => {
    expect(clockOf('needs-assessment', 'A2', { events: { requested: '2026-09-14' } })).toMatchObject({
      owedBy: 'authority',
      force: 'LAW',
      rule: 'W',
      limit: '6 weeks',
      startedOn: '2026-09-14',
      metOn: null,
      why: '6 weeks (42 days) after Mon 14 Sep 2026, that day not counted, is Mon 26 Oct 2026. Some count the day of the event as day 1, which ends a day earlier (one decision of the Ombudsman does). Safe on every reading: Sun 25 Oct 2026.',
    });
    expect(clockOf('needs-assessment', 'A7', { events: { requested: '2026-09-14' } }).force).toBe('LOCAL');
  });

  it('knows no clock before the Regulations began, and says so', () => {
    expect(ranClocks('needs-assessment', { events: { requested: '2014-08-31' } })).toMatchObject({
      clocks: [],
      warnings: expect.arrayContaining([
        'A2: SEND Regulations 2014 reg 5(1) was not in force on Sun 31 Aug 2014.',
      ]),
    });
    expect(ranClocks('needs-assessment', { events: { requested: '2014-09-01' } }).clocks).toHaveLength(4);
  });

  it.each([
    ['assessmentDecided', 'A2'],
    ['planDecided', 'A6'],
    ['draftServed', 'A7'],
    ['finalSent', 'A11'],
  ])('is met for %s by %s', (event, id) => {
    const events = { requested: '2026-09-14', [event]: '2026-10-20' };
    expect(clockOf('needs-assessment', id, { events }).metOn).toBe('2026-10-20');
  });

  it.each([
    ['A5', { adviceRequestReceived: '2026-10-01', adviceReturned: '2026-10-20' }],
    ['A8', { draftServed: '2026-10-01', parentReplied: '2026-10-20' }],
    ['A9', { schoolConsulted: '2026-10-01', schoolReplied: '2026-10-20' }],
    ['agreed-after-refusal-notify', { agreedAfterRefusal: '2026-10-01', assessmentNotified: '2026-10-20' }],
    ['agreed-after-refusal-no-plan', { agreedAfterRefusal: '2026-10-01', planDecided: '2026-10-20' }],
    ['agreed-after-refusal-final', { agreedAfterRefusal: '2026-10-01', finalSent: '2026-10-20' }],
  ])('%s is met by the step that ends it', (id, events) => {
    expect(clockOf('needs-assessment', id, { events }).metOn).toBe('2026-10-20');
  });
});

describe('the exceptions of an authority', () => {
  const closure = ['2026-07-22', '2026-09-02'] as const;
  const available = (asked: string | null, closures: readonly (readonly [string, string])[] = [closure]) =>
    clockOf('needs-assessment', 'A2', {
      events: { requested: '2026-06-29', ...(asked === null ? {} : { adviceAskedOfHead: asked }) },
      closures,
    }).exceptions[0];

  it.each([
    ['2026-07-14', false],
    ['2026-07-15', true],
    ['2026-08-01', true],
    ['2026-08-26', true],
    ['2026-08-27', false],
  ])('asked of the head on %s around a summer of six weeks: %s', (asked, expected) => {
    expect(available(asked)).toMatchObject({ id: 'school-closure', available: expected });
  });

  it.each([
    ['2026-07-22', '2026-08-18', false],
    ['2026-07-22', '2026-08-19', true],
    ['2026-12-19', '2027-01-04', false],
  ])('a closure from %s to %s counts: %s', (from, reopens, expected) => {
    expect(available(from, [[from, reopens]])?.available).toBe(expected);
  });

  it('say what is missing, what was outside, and what must still be shown', () => {
    expect(available(null)?.why).toBe(
      'It needs the day on which advice was asked of the head: Wed 15 Jul 2026 to Wed 26 Aug 2026.',
    );
    expect(available('2026-09-01')?.why).toBe(
      'Advice was asked of the head on Tue 1 Sep 2026, outside Wed 15 Jul 2026 to Wed 26 Aug 2026.',
    );
    expect(available('2026-07-20')?.why).toContain('shut for 42 days');
    expect(available('2026-07-20')?.why).toContain('the date does not move');
    expect(available('2026-07-20', [])?.why).toContain('shorter holidays never count');
  });

  it('find the closure that fits among several', () => {
    const several = [['2026-12-19', '2027-01-04'], ['2025-07-22', '2025-09-02'], closure] as const;
    expect(available('2026-07-20', several)?.available).toBe(true);
    expect(available('2026-07-01', several)?.why).toContain(
      'Tue 15 Jul 2025 to Tue 26 Aug 2025, or Wed 15 Jul 2026 to Wed 26 Aug 2026',
    );
  });

  it('never move a date', () => {
    const events = { requested: '2026-06-29', adviceAskedOfHead: '2026-07-20' };
    expect(datesOf('needs-assessment', { events, closures: [closure] })).toEqual(
      datesOf('needs-assessment', { events }),
    );
  });

  const of = (id: string, events: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      clockOf('needs-assessment', id, { events }).exceptions.map((one) => [one.id, one.available]),
    );

  it('hold for circumstances and absences within the period alone', () => {
    const requested = '2026-09-14';
    expect(of('A2', { requested })).toEqual({
      'school-closure': false,
      'exceptional-circumstances': false,
      'absent-from-area': false,
    });
    const told = (on: string) =>
      of('A2', { requested, exceptionalCircumstances: on })['exceptional-circumstances'];
    expect(['2026-09-13', '2026-09-14', '2026-10-26', '2026-10-27'].map(told)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const away = (absentFrom: string, absentUntil: string) =>
      of('A2', { requested, absentFrom, absentUntil })['absent-from-area'];
    expect(away('2026-09-20', '2026-10-17')).toBe(true);
    expect(away('2026-09-20', '2026-10-16')).toBe(false);
    expect(away('2026-08-01', '2026-10-10')).toBe(false);
    expect(away('2026-08-01', '2026-10-11')).toBe(true);
    expect(away('2026-09-29', '2026-12-11')).toBe(true);
    expect(away('2026-09-30', '2026-12-11')).toBe(false);
    expect(of('A2', { requested, absentFrom: '2026-09-20' })['absent-from-area']).toBe(false);
    expect(of('A2', { requested, absentUntil: '2026-10-20' })['absent-from-area']).toBe(false);
  });

  it('say for how long somebody was away', () => {
    const why = (absentFrom: string, absentUntil: string) =>
      clockOf('needs-assessment', 'A2', { events: { requested: '2026-09-14', absentFrom, absentUntil } })
        .exceptions[2]?.why;
    expect(why('2026-09-20', '2026-10-17')).toContain('Away for 28 days of the period');
    expect(why('2026-01-01', '2026-02-01')).toContain('Away for 0 days of the period');
  });

  it('hold for each of the three limits of the authority and for those after a refusal', () => {
    const events = {
      requested: '2026-06-29',
      agreedAfterRefusal: '2026-07-10',
      adviceAskedOfHead: '2026-07-20',
    };
    for (const id of [
      'A2',
      'agreed-after-refusal-notify',
      'agreed-after-refusal-no-plan',
      'agreed-after-refusal-final',
    ])
      expect(clockOf('needs-assessment', id, { events, closures: [closure] }).exceptions[0]?.available).toBe(
        true,
      );
    for (const id of ['A6', 'A11'])
      expect(
        clockOf('needs-assessment', id, {
          events: { requested: '2026-06-29', adviceAskedOfHead: '2026-07-20' },
          closures: [closure],
        }).exceptions[0]?.available,
      ).toBe(true);
  });

  it('of advice are a list of their own, without closures', () => {
    const adviceRequestReceived = '2026-07-20';
    const advice = (events: Readonly<Record<string, string>>) =>
      of('A5', { adviceRequestReceived, ...events });
    expect(advice({})).toEqual({
      'exceptional-circumstances': false,
      'absent-from-area': false,
      'missed-appointment': false,
      'school-closure': false,
    });
    expect(advice({ missedAppointment: '2026-08-01' })['missed-appointment']).toBe(true);
    expect(advice({ missedAppointment: '2026-09-01' })['missed-appointment']).toBe(false);
    expect(
      clockOf('needs-assessment', 'A5', {
        events: { adviceRequestReceived, adviceAskedOfHead: '2026-07-20' },
        closures: [closure],
      }).exceptions.find((one) => one.id === 'school-closure')?.available,
    ).toBe(false);
  });

  it('do not exist for the parent and for a school that is consulted', () => {
    for (const [id, event] of [
      ['A8', 'draftServed'],
      ['A9', 'schoolConsulted'],
    ] as const) {
      const { exceptions } = clockOf('needs-assessment', id, {
        events: { [event]: '2026-07-20', adviceAskedOfHead: '2026-07-20' },
        closures: [closure],
      });
      expect(exceptions.map((one) => one.available)).toEqual([false]);
    }
  });
});
