import { describe, expect, it } from 'vitest';
import { clocksCommand } from './clocks.command.ts';

type Example = {
  /** Where the reference of the law works it out. */
  readonly told: string;
  readonly typed: string;
  readonly due: Readonly<Record<string, string>>;
};

/** Every sum that the reference works out with dates, typed into the shell. */
const examples: readonly Example[] = [
  {
    told: '0.1, P: twelve months starting with 9 March end on 8 March',
    typed: 'annual-review planMade=2026-03-09',
    due: { V1: '2027-03-08' },
  },
  {
    told: '0.1, P: from 29 February they end on 28 February',
    typed: 'annual-review planMade=2024-02-29',
    due: { V1: '2025-02-28' },
  },
  {
    told: '0.1: asked on Monday 14 September, the draft served on 4 January',
    typed: 'needs-assessment requested=2026-09-14 draftServed=2027-01-04',
    due: { A2: '2026-10-26', A6: '2027-01-04', A8: '2027-01-18', A11: '2027-02-01' },
  },
  {
    told: '0.1: a date that falls on 25 December stays there',
    typed: 'annual-review meeting=2026-11-27',
    due: { V8: '2026-12-25' },
  },
  {
    told: '1.2, A5: advice runs from the day the request for it came',
    typed: 'needs-assessment requested=2026-09-14 adviceRequestReceived=2026-10-05',
    due: { A2: '2026-10-26', A5: '2026-11-16' },
  },
  {
    told: '1.2, A9: a consultation is answered in fifteen days',
    typed: 'needs-assessment requested=2026-09-14 schoolConsulted=2027-01-11',
    due: { A9: '2027-01-26' },
  },
  {
    told: '1.5: a request of a child who moved in runs from the day the authority became responsible',
    typed: 'needs-assessment requested=2026-09-14 becameResponsible=2026-10-12',
    due: { A2: '2026-11-23', A6: '2027-02-01', A11: '2027-03-01' },
  },
  {
    told: '1.5: a refusal given up runs 2, 10 and 14 weeks',
    typed: 'needs-assessment requested=2026-09-14 agreedAfterRefusal=2027-01-11',
    due: {
      'agreed-after-refusal-notify': '2027-01-25',
      'agreed-after-refusal-no-plan': '2027-03-22',
      'agreed-after-refusal-final': '2027-04-19',
    },
  },
  {
    told: '1.7, T9: the later of two months and one, by the number of the day',
    typed: 'appeal decisionSent=2026-09-14 certificateIssued=2026-11-02',
    due: { T1: '2026-11-14', T9: '2026-12-02' },
  },
  {
    told: '1.7, T10: a last day in August goes to the first working day of September',
    typed: 'appeal decisionSent=2026-06-15',
    due: { T1: '2026-08-15', T9: '2026-09-01' },
  },
  {
    told: '1.7, T10: a last day from 25 December to 1 January goes to the next working day of January',
    typed: 'appeal decisionSent=2026-10-28',
    due: { T1: '2026-12-28', T9: '2027-01-04' },
  },
  {
    told: '1.7: certificates and notices of working days leave out Christmas',
    typed: 'mediation requested=2026-12-22 declined=2026-12-22',
    due: { T2: '2026-12-29', T3: '2027-01-21', T4: '2026-12-29' },
  },
  {
    told: '1.7: an order to make a plan, 5 and 11 weeks',
    typed: 'tribunal-order ordered=2026-11-18 kind=make-plan',
    due: { 'order-draft': '2026-12-23', 'order-final': '2027-02-03' },
  },
  {
    told: '1.8: a reassessment, 15 days, 10 and 14 weeks',
    typed: 'reassessment requested=2026-11-02 notified=2026-11-16',
    due: {
      'reassessment-decision': '2026-11-17',
      'reassessment-no-change': '2027-01-25',
      'reassessment-final': '2027-02-22',
    },
  },
  {
    told: '1.9: the old authority knew in time, and hands over on the day of the move',
    typed: 'la-transfer oldAuthorityAware=2026-10-01 moved=2026-11-02 transferred=2026-11-02',
    due: {
      'la-transfer-plan': '2026-11-02',
      'la-transfer-notice': '2026-12-14',
      'la-transfer-review': '2027-02-01',
    },
  },
  {
    told: '1.9: it knew on the day, and has fifteen working days beginning with it',
    typed: 'la-transfer oldAuthorityAware=2026-11-02 moved=2026-11-02',
    due: { 'la-transfer-plan': '2026-11-20' },
  },
  {
    told: '2.2: a meeting of 18 November with its notice on 9 December',
    typed:
      'annual-review meeting=2026-11-18 decisionSent=2026-12-09 noticeSent=2026-12-09 draftServed=2026-12-09',
    due: {
      V5: '2026-11-04',
      V6: '2026-11-04',
      V7: '2026-12-02',
      V8: '2026-12-16',
      V10: '2026-12-23',
      V12: '2027-02-03',
      V2: '2027-12-08',
    },
  },
  {
    told: '2.2: a meeting on 1 July, whether the school closes or not',
    typed: 'annual-review meeting=2026-07-01 --closure 2026-07-22..2026-09-02',
    due: { V7: '2026-07-15', V8: '2026-07-29' },
  },
  {
    told: '2.3: for 15 February the meeting is on 23 November',
    typed: 'phase-transfer transfer=2027-09-01 kind=primary-secondary',
    due: { 'phase-transfer-meeting': '2026-11-23', 'phase-transfer-plan': '2027-02-15' },
  },
  {
    told: '2.3: for 31 March it is on 6 January',
    typed: 'phase-transfer transfer=2027-09-01 kind=secondary-post16',
    due: { 'phase-transfer-meeting': '2027-01-06', 'phase-transfer-plan': '2027-03-31' },
  },
  {
    told: '3.7: a SENCO is qualified within three years',
    typed: 'senco appointed=2026-09-01',
    due: { 'senco-qualification': '2029-09-01' },
  },
  {
    told: '5.1: the SEN file is kept for 31 years from birth, a pupil record for 25',
    typed: 'pupil born=2012-04-05',
    due: {
      'retention-sen-file': '2043-04-05',
      'retention-pupil-record': '2037-04-05',
      'compulsory-school-age': '2028-06-30',
    },
  },
];

/** As somebody types it: words with a `=` are events. */
const run = async (typed: string) => {
  const [process = '', ...words] = typed.split(' ');
  const args = words.flatMap((word) => (word.includes('=') ? ['--event', word] : [word]));
  const ended = await clocksCommand.run(['--process', process, ...args]);
  if (ended?.exit !== 0) throw new Error(JSON.stringify(ended));
  return ended.json as {
    clocks: readonly {
      id: string;
      dueOn: string;
      alertOn: string;
      why: string;
      exceptions: readonly { id: string; available: boolean }[];
    }[];
  };
};

describe('the worked examples of the reference', () => {
  it.each(examples)('$told', async ({ typed, due }) => {
    const { clocks } = await run(typed);
    expect(Object.fromEntries(clocks.map(({ id, dueOn }) => [id, dueOn]))).toMatchObject(due);
    expect(clocks.filter(({ alertOn, dueOn }) => alertOn > dueOn)).toEqual([]);
  });

  it.each([
    ['2026-07-14', false],
    ['2026-07-15', true],
    ['2026-08-26', true],
    ['2026-08-27', false],
  ])('1.4: shut from 22 July to 1 September, advice asked of the head on %s', async (asked, isOpen) => {
    const { clocks } = await run(
      `needs-assessment requested=2026-06-29 adviceAskedOfHead=${asked} --closure 2026-07-22..2026-09-02`,
    );
    const final = clocks.find(({ id }) => id === 'A11');
    expect(final?.exceptions.find(({ id }) => id === 'school-closure')?.available).toBe(isOpen);
    expect(final?.dueOn).toBe('2026-11-16');
  });

  it('0.1: safe is a day earlier wherever the day of an event could be counted', async () => {
    const { clocks } = await run('needs-assessment requested=2026-09-14 draftServed=2027-01-04');
    const alerts = Object.fromEntries(clocks.map(({ id, alertOn }) => [id, alertOn]));
    expect(alerts).toMatchObject({
      A2: '2026-10-25',
      A6: '2027-01-03',
      A8: '2027-01-18',
      A11: '2027-01-31',
    });
  });
});
