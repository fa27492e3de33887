import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { newId, PupilId } from '#src/kernel/ids.ts';
import { type Bid, type BidEvent, type BidEventName, bidEventNames, nothingTold } from './bid.ts';
import { againstThreshold, asWords, type BidCosts, type BidParagraph, paragraphsOf } from './bid-content.ts';
import { clocksOfBid } from './bid-deadlines.ts';
import { figuresBy, figuresOf, successWords } from './bid-figures.ts';
import { asksOfBid } from './bid-missing.ts';
import { faultOfDecision, pencePerTime } from './bid-money.ts';
import { isTakenOn, openTimes, type TopUpBand, windowAt, windowFault } from './bid-settings.ts';
import { faultOfBidEvents, nextEvents, stateOfBid } from './bid-state.ts';
import { askedAgain, isRenewable } from './renew-bid.ts';

const today = schoolDate('2026-11-24');
const on = (text: string) => schoolDate(text);

const event = (name: BidEventName, happenedOn: string, more: Partial<BidEvent> = {}): BidEvent => ({
  ...nothingTold,
  bidEventId: newId(),
  name,
  happenedOn: on(happenedOn),
  withdrawnWhy: null,
  ...more,
});

const bid = (given: Partial<Bid> = {}): Bid => ({
  bidId: newId(),
  pupilId: PupilId.parse(newId()),
  authorityId: 'harebell',
  authority: 'Harebell',
  renewsBidId: null,
  renewedBy: null,
  bandId: null,
  askedPence: 420_000,
  fromOn: on('2027-01-01'),
  untilOn: on('2027-12-31'),
  begunOn: on('2026-11-02'),
  version: 1,
  events: [],
  ...given,
});

const granted = {
  outcome: 'agreed',
  pence: 420_000,
  fromOn: on('2026-09-01'),
  untilOn: on('2027-08-31'),
} as const;

describe('the life of an application (rule topup-1)', () => {
  it.each([
    [
      'a decision before it is sent',
      [event('decided', '2026-11-02', granted)],
      '“Decided” cannot follow “Draft”.',
    ],
    ['a day to come', [event('sent', '2026-11-25')], '25 November 2026 has not come yet'],
    ['a slip of the pen', [event('sent', '1926-11-24')], '24 November 1926 is too long ago'],
    [
      'a decision before the day it was sent',
      [event('sent', '2026-11-10'), event('decided', '2026-11-09', granted)],
      'It cannot be before 10 November 2026, the step before it',
    ],
    [
      'money for what was refused',
      [
        event('sent', '2026-11-10'),
        event('decided', '2026-11-12', { outcome: 'refused' }),
        event('paid', '2026-11-13'),
      ],
      '“Paid” cannot follow “Refused”.',
    ],
  ])('refuses %s', (_, events, words) => {
    expect(faultOfBidEvents(events, today)?.words).toBe(words);
  });

  const then = (events: readonly BidEvent[], name: BidEventName): readonly BidEvent[] => [
    ...events,
    event(name, '2026-11-10', name === 'decided' ? granted : {}),
  ];

  it('takes any walk along the steps that are offered, and no step that is not', () => {
    const walk = (events: readonly BidEvent[], at: number): readonly BidEvent[] => {
      const offered = nextEvents(stateOfBid({ events }));
      const taken = bidEventNames.filter((name) => faultOfBidEvents(then(events, name), today) === null);
      expect(taken.toSorted()).toEqual(offered.toSorted());
      const name = offered[at % Math.max(1, offered.length)];
      return name === undefined ? events : then(events, name);
    };
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 12 }), (picks) => {
        picks.reduce(walk, []);
      }),
    );
  });

  it('stands as it did before what was taken back', () => {
    const sent = event('sent', '2026-11-10');
    const wrong = event('decided', '2026-11-12', { ...granted, withdrawnWhy: 'Another pupil' });
    expect(stateOfBid({ events: [sent, wrong] })).toBe('sent');
  });
});

const band = (given: Partial<TopUpBand> = {}): TopUpBand => ({
  bandId: 'b',
  authorityId: 'harebell',
  name: 'Band B',
  pencePerYear: 420_000,
  fromOn: on('2026-04-01'),
  untilOn: null,
  version: 1,
  ...given,
});

describe('a decision (rule topup-2)', () => {
  const all = { ...granted, note: null, band: null };
  it.each([
    ['all that was asked', all, null],
    ['a refusal without its reason', { ...all, outcome: 'refused' }, 'note'],
    ['a refusal with its reason', { ...all, outcome: 'refused', note: 'Need not shown' }, null],
    ['less, called all', { ...all, pence: 419_999 }, 'pence'],
    ['all, called a part', { ...all, outcome: 'part' }, 'pence'],
    ['no amount', { ...all, pence: null }, 'pence'],
    ['no end', { ...all, untilOn: null }, 'untilOn'],
    ['an end before the start', { ...all, untilOn: on('2026-08-31') }, 'untilOn'],
    ['a band that has ended', { ...all, band: band({ untilOn: on('2026-08-31') }) }, 'bandId'],
    ['a band to come', { ...all, band: band({ fromOn: on('2027-04-01') }) }, 'bandId'],
    ['a band on its last day', { ...all, band: band({ untilOn: on('2026-09-01') }) }, null],
  ] as const)('of %s', (_, given, field) => {
    expect(faultOfDecision(given, 420_000)?.field ?? null).toBe(field);
  });
});

describe('what an amount a year comes to (rule topup-3)', () => {
  it.each([
    [365_000, '2027-01-01', '2027-01-31', 31_000],
    [420_000, '2026-09-01', '2027-08-31', 420_000],
    [420_000, '2027-09-01', '2028-08-31', 420_000],
    [420_000, '2026-09-01', '2028-08-31', 840_000],
    [420_000, '2028-02-29', '2028-02-29', 1_151],
  ])('%d pence from %s to %s: %d', (pence, from, until, whole) => {
    expect(pencePerTime(pence, on(from), on(until))).toBe(whole);
  });

  it('is whole pence, more for more days, and a year is a year wherever it begins', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(on('2024-01-01'), days));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        day,
        fc.integer({ min: 0, max: 900 }),
        (pence, from, days) => {
          const until = addDays(from, days);
          const part = pencePerTime(pence, from, until);
          expect(Number.isInteger(part)).toBe(true);
          expect(pencePerTime(pence, from, addDays(until, 1))).toBeGreaterThanOrEqual(part);
          if (from.endsWith('-02-29')) return;
          const sameDay = schoolDate(`${Number(from.slice(0, 4)) + 1}${from.slice(4)}`);
          expect(pencePerTime(pence, from, addDays(sameDay, -1))).toBe(pence);
        },
      ),
    );
  });
});

const window = (given: object) => ({
  windowId: 'w',
  authorityId: 'harebell',
  name: 'Panel',
  opensOn: null,
  closesOn: null,
  opensWeek: null,
  closesWeek: null,
  version: 1,
  ...given,
});

describe('windows (rule topup-4)', () => {
  const terms = [
    { name: 'Autumn', from: on('2026-09-02') },
    { name: 'Spring', from: on('2027-01-05') },
  ];
  const each = [window({ opensWeek: 2, closesWeek: 3 })];
  const days = [window({ opensOn: on('2026-11-02'), closesOn: on('2026-12-04') })];

  it('of each term open on a Monday and close on a Friday', () => {
    expect(openTimes(each, terms)).toEqual([
      { name: 'Panel, autumn term', opensOn: '2026-09-07', closesOn: '2026-09-18' },
      { name: 'Panel, spring term', opensOn: '2027-01-11', closesOn: '2027-01-22' },
    ]);
  });

  it.each([
    [days, '2026-11-01', false],
    [days, '2026-11-02', true],
    [days, '2026-12-04', true],
    [days, '2026-12-05', false],
    [each, '2026-09-18', true],
    [[], '2026-12-05', true],
  ])('take on the day', (windows, day, is) => {
    expect(isTakenOn(windows, openTimes(windows, terms), on(day))).toBe(is);
  });

  it('are told as the one that is open, or the next', () => {
    expect(windowAt(openTimes([...each, ...days], terms), today)?.closesOn).toBe('2026-12-04');
    expect(windowAt(openTimes(days, terms), on('2026-12-05'))).toBeNull();
  });

  it.each([
    [{ opensOn: on('2025-11-02'), closesOn: on('2025-12-04') }, 'closesOn'],
    [{ opensOn: on('2026-12-04'), closesOn: on('2026-12-01') }, 'closesOn'],
    [{ opensOn: on('2026-12-04') }, 'closesOn'],
    [{}, 'opensOn'],
    [{ opensWeek: 3, closesWeek: 2 }, 'closesWeek'],
    [{ opensWeek: 3, closesWeek: 4, opensOn: on('2026-12-04') }, 'opensWeek'],
    [{ opensWeek: 3, closesWeek: 3 }, null],
  ])('are not kept where they cannot be: %o', (given, field) => {
    expect(windowFault(window(given), today)?.field ?? null).toBe(field);
  });
});

const costs = (...planned: number[]): BidCosts => ({
  year: 'Year 2026/27',
  thresholdPence: 600_000,
  lines: planned.map((pence, at) => ({ name: `Run ${at}`, adults: '', planned: pence, toDate: 0 })),
});

describe('the school’s own part (rule topup-5)', () => {
  it('and what is beyond it hold every penny of the lines', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(900_000), { maxLength: 9 }), (planned) => {
        const { within, beyond } = againstThreshold(costs(...planned));
        expect(within + beyond).toBe(planned.reduce((sum, one) => sum + one, 0));
        expect(within).toBeLessThanOrEqual(600_000);
        expect(beyond > 0).toBe(within + beyond > 600_000);
      }),
    );
  });
});

describe('what an authority wants to see (rule topup-6)', () => {
  const rules = { cycles: 2, costs: true, adviceMonths: 12, pupilViews: true, others: ['Its form'] };
  const facts = { parts: {}, costs: costs(600_000), appendices: [], cycleCount: 2 };
  const stateOf = (key: string, given: object = {}) =>
    asksOfBid(rules, { ...facts, ...given }, today).find((ask) => ask.key === key)?.state;
  const report = (day: SchoolDate | null) => ({ appendices: [{ label: 'Report', on: day, href: '/' }] });

  it.each([
    ['cycles', {}, 'there'],
    ['cycles', { cycleCount: 1 }, 'not there'],
    ['costs', {}, 'not there'],
    ['costs', { costs: costs(600_001) }, 'there'],
    ['costs', { costs: costs() }, 'not there'],
    ['advice', {}, 'not there'],
    ['advice', report(on('2025-11-24')), 'there'],
    ['advice', report(on('2025-11-23')), 'not there'],
    ['advice', report(null), 'look'],
    ['pupilViews', { parts: { pupilViews: [{ words: 'I like maths', source: null }] } }, 'there'],
    ['other-1', {}, 'look'],
    ['results', {}, undefined],
  ])('%s of %o is %s', (key, given, state) => {
    expect(stateOf(key, given)).toBe(state);
  });
});

describe('the paragraphs of a part (rule topup-7)', () => {
  const filled: readonly BidParagraph[] = [
    { words: 'Reads slowly.', source: { label: 'Needs', on: null, href: '/' } },
    { words: 'Tires soon.', source: { label: 'Plan', on: null, href: '/' } },
  ];
  it('are those of the records while nobody wrote', () => {
    expect(paragraphsOf(null, filled)).toBe(filled);
  });
  it('keep the source of what was left, and are the school’s own where it was changed', () => {
    const own = paragraphsOf(`${asWords(filled)}\n\nNeeds a key adult.`, filled);
    expect(own.map(({ source }) => source?.label ?? null)).toEqual(['Needs', 'Plan', null]);
  });
});

describe('the dates of an application (rule topup-8)', () => {
  const world = (rules: object = {}) => ({ rules: { others: [], ...rules }, windows: [], times: [], today });
  const window4Dec = { name: 'Panel', opensOn: on('2026-11-02'), closesOn: on('2026-12-04') };
  const due = (of: Bid, given: object = {}) =>
    clocksOfBid(of, { ...world(), ...given }).map(({ id, dueOn, owedBy }) => [id, dueOn, owedBy]);

  it('are the close of the window for a draft, and none without a window', () => {
    expect(due(bid(), { times: [window4Dec] })).toEqual([['top-up-send', '2026-12-04', 'school']]);
    expect(due(bid())).toEqual([]);
  });
  it('are late once the only window closed on a draft that was begun before', () => {
    const shut = { ...window4Dec, closesOn: on('2026-11-20') };
    expect(due(bid(), { times: [shut] })).toEqual([['top-up-send', '2026-11-20', 'school']]);
    expect(due(bid({ begunOn: on('2026-11-21') }), { times: [shut] })).toEqual([]);
  });
  it('are the authority’s once it is sent, from the last time it got something', () => {
    const events = [event('sent', '2026-10-05')];
    expect(due(bid({ events }), world({ decideWeeks: 6 }))).toEqual([
      ['top-up-decide', '2026-11-16', 'authority'],
    ]);
    expect(due(bid({ events }))).toEqual([]);
    const asked = [...events, event('queried', '2026-11-01', { answerBy: on('2026-11-30') })];
    expect(due(bid({ events: asked }), world({ decideWeeks: 6 }))).toEqual([
      ['top-up-answer', '2026-11-30', 'school'],
    ]);
    const answered = [...asked, event('answered', '2026-11-09')];
    expect(due(bid({ events: answered }), world({ decideWeeks: 6 }))).toEqual([
      ['top-up-decide', '2026-12-21', 'authority'],
    ]);
  });
  it('are to ask again before the money ends, until that is done', () => {
    const events = [event('sent', '2026-10-05'), event('decided', '2026-10-30', granted)];
    expect(due(bid({ events }), world({ renewWeeks: 10 }))).toEqual([
      ['top-up-renew', '2027-06-22', 'school'],
    ]);
    expect(due(bid({ events, renewedBy: newId() }))).toEqual([]);
  });
});

describe('what came of applications (rule topup-9)', () => {
  const sent = event('sent', '2026-10-05');
  const decided = (more: Partial<BidEvent>) => bid({ events: [sent, event('decided', '2026-10-30', more)] });
  const some = [
    bid(),
    bid({ events: [sent] }),
    decided(granted),
    decided({ ...granted, outcome: 'part', pence: 300_000 }),
    decided({ outcome: 'refused', note: 'Need not shown' }),
  ];
  it('counts what was sent, and sets asked beside given of what was decided alone', () => {
    expect(figuresOf(some)).toEqual({
      sent: 4,
      decided: 3,
      agreed: 1,
      part: 1,
      refused: 1,
      askedPence: 1_260_000,
      givenPence: 720_000,
      paidPence: 0,
    });
  });
  it.each([
    [0, 0, 'None decided yet'],
    [2, 1, '1 of 2: too few for a share'],
    [4, 4, '4 of 4: too few for a share'],
    [6, 4, '4 of 6 (67 %)'],
  ])('of %d decided, %d with something: %s', (count, agreed, words) => {
    const none = figuresOf([]);
    expect(successWords({ ...none, decided: count, agreed })).toBe(words);
  });
  it('makes the whole of its lines, whatever they are told by', () => {
    const one = fc.record({ at: fc.constantFrom('a', 'b', 'c'), of: fc.constantFrom(...some) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), (told) => {
        const bids = told.map(({ at, of }) => ({ ...of, authorityId: at }));
        const lines = figuresBy(bids, ({ authorityId }) => ({ key: authorityId, label: authorityId }));
        const whole = figuresOf(bids);
        for (const key of [
          'sent',
          'decided',
          'agreed',
          'part',
          'refused',
          'askedPence',
          'givenPence',
        ] as const)
          expect(lines.reduce((sum, line) => sum + line[key], 0)).toBe(whole[key]);
      }),
    );
  });
});

describe('asking again (rule topup-10)', () => {
  const events = [event('sent', '2026-10-05'), event('decided', '2026-10-30', { ...granted, bandId: 'b' })];
  it('asks for the year after, in the same band', () => {
    expect(askedAgain(bid({ events }), [band()], today)).toEqual({
      bandId: 'b',
      askedPence: 420_000,
      fromOn: '2027-09-01',
      untilOn: '2028-08-31',
    });
  });
  it('leaves out a band that has ended, and its amount', () => {
    const ended = band({ untilOn: on('2027-03-31') });
    expect(askedAgain(bid({ events }), [ended], today)).toMatchObject({ bandId: null, askedPence: null });
  });
  it('is for what was given, once', () => {
    expect(isRenewable(bid({ events }))).toBe(true);
    expect(isRenewable(bid({ events, renewedBy: newId() }))).toBe(false);
    expect(isRenewable(bid({ events: events.slice(0, 1) }))).toBe(false);
  });
});
