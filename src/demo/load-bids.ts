import { programActor } from '#src/kernel/access.ts';
import { addDays, plain, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { PupilId, SchoolId } from '#src/kernel/ids.ts';
import { listAuthorities } from '#src/modules/ehcp/index.ts';
import {
  addBand,
  addWindow,
  answerBid,
  beginBid,
  changeAsk,
  changeTopUpRules,
  decideBid,
  getBid,
  listTopUpSettings,
  payBid,
  queryBid,
  sendBid,
  type TopUpSettings,
  topUpSettingsOf,
  writeBidPart,
} from '#src/modules/funding/index.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { loadWholeBid } from '../pages/top-up/bid-of.ts';
import { dearestPupils } from './dearest-pupils.ts';
import { DEMO_AUTHORITY } from './demo-plans.ts';

type Told<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly words: string };
function must<T>(result: Told<T>): T {
  if (!result.ok) throw new Error(`The demo was refused a step of top-up: ${result.words}`);
  return result.value;
}

const madeUp = 'Made up for the demo: no real authority pays or asks this';

/** What two made-up authorities pay, and what they want to see. */
const ways = [
  {
    name: DEMO_AUTHORITY.name,
    bands: [
      ['Band A', 240_000],
      ['Band B', 420_000],
      ['Band C', 780_000],
    ],
    window: { name: 'High needs panel', opensOn: null, closesOn: null, opensWeek: 2, closesWeek: 14 },
    rules: {
      cycles: 2,
      costs: true,
      adviceMonths: 24,
      results: true,
      pupilViews: true,
      parentViews: true,
      others: ['A timetable of one week'],
      decideWeeks: 6,
      renewWeeks: 8,
      source: madeUp,
    },
  },
  {
    name: 'Foxglove',
    bands: [
      ['Level 1', 310_000],
      ['Level 2', 565_000],
    ],
    window: null,
    rules: { cycles: 3, costs: true, parentViews: true, others: [], decideWeeks: 8, source: madeUp },
  },
] as const;

type Step =
  | { readonly is: 'sent' | 'answered'; readonly daysAgo: number; readonly note: string }
  | { readonly is: 'queried'; readonly daysAgo: number; readonly note: string; readonly inDays: number }
  | {
      readonly is: 'decided';
      readonly daysAgo: number;
      readonly outcome: 'agreed' | 'part' | 'refused';
      readonly share: number;
      readonly note: string | null;
    }
  | { readonly is: 'paid'; readonly daysAgo: number; readonly pence: number; readonly note: string };

type DemoBid = {
  /** Which of the authorities, and which of its bands. */
  readonly of: 0 | 1;
  readonly band: 0 | 1 | 2;
  /** From when it is asked for: days ago, below nought a day to come. */
  readonly from: number;
  readonly use: string;
  readonly steps: readonly Step[];
};

const sent = (daysAgo: number): Step => ({ is: 'sent', daysAgo, note: 'To the panel, by its portal' });

/** Applications in every state: written, sent, asked about, granted and paid, granted in part, refused. */
const demoBids: readonly DemoBid[] = [
  {
    of: 0,
    band: 1,
    from: -40,
    use: 'A key adult in the mornings, and a place in the speech and language group three times a week.',
    steps: [],
  },
  {
    of: 0,
    band: 2,
    from: -30,
    use: 'One to one at the start of each day and in less structured times, with training for the two adults who give it.',
    steps: [sent(24)],
  },
  {
    of: 1,
    band: 1,
    from: -20,
    use: 'Ten hours a week of an adult who knows the sensory plan, and the materials of it.',
    steps: [
      sent(33),
      { is: 'queried', daysAgo: 6, note: 'Which of the hours are in a group, and of how many?', inDays: 5 },
    ],
  },
  {
    of: 0,
    band: 1,
    from: 80,
    use: 'A daily reading programme one to one, and a laptop with speech.',
    steps: [
      sent(130),
      { is: 'queried', daysAgo: 118, note: 'Please add the last results', inDays: -104 },
      { is: 'answered', daysAgo: 110, note: 'Results of the summer added' },
      { is: 'decided', daysAgo: 92, outcome: 'agreed', share: 1, note: null },
      { is: 'paid', daysAgo: 55, pence: 140_000, note: 'First of three, with the autumn payment' },
    ],
  },
  {
    of: 1,
    band: 1,
    from: 270,
    use: 'Support in the playground and at lunch, and a social group twice a week.',
    steps: [
      sent(320),
      { is: 'decided', daysAgo: 276, outcome: 'part', share: 0.6, note: 'Lunch is not paid for' },
      { is: 'paid', daysAgo: 250, pence: 169_500, note: 'Half a year' },
      { is: 'paid', daysAgo: 80, pence: 169_500, note: 'Second half' },
    ],
  },
  {
    of: 0,
    band: 0,
    from: 20,
    use: 'A reading programme in a group of three.',
    steps: [
      sent(60),
      {
        is: 'decided',
        daysAgo: 22,
        outcome: 'refused',
        share: 0,
        note: 'The support does not cost more than the school’s own part',
      },
    ],
  },
];

/** What two authorities pay, and about six applications in each school of the demo. */
export async function loadBids(program: Program, schools: Iterable<{ schoolId: SchoolId }>): Promise<void> {
  for (const { schoolId } of schools)
    await inScope(scopeOf(program), programActor(schoolId), async (tx) => {
      const settings = [await loadWay(tx, 0), await loadWay(tx, 1)];
      const asked = { statuses: ['sen_support', 'ehc_plan'], most: 3 * demoBids.length };
      const pupils = await dearestPupils(tx, asked);
      for (const [at, of] of demoBids.entries()) {
        // Whoever is refused costs no more than the school's own part.
        const isRefused = of.steps.some((step) => step.is === 'decided' && step.outcome === 'refused');
        const pupilId = isRefused ? pupils.at(-1) : pupils[at];
        const its = settings[of.of];
        if (pupilId !== undefined && its !== undefined) await loadBid(tx, pupilId, of, its);
      }
    });
}

async function loadWay(tx: Tx, at: 0 | 1): Promise<TopUpSettings> {
  const { name, bands, window, rules } = ways[at];
  const authority = (await listAuthorities(tx)).find((one) => one.name === name);
  if (authority === undefined) throw new Error(`The demo has no authority ${name}`);
  const { authorityId } = authority;
  const none = topUpSettingsOf(new Map(), authorityId);
  must(await changeTopUpRules(tx, none, { ...rules, others: [...rules.others] }));
  const fromOn = schoolDate(`${plain(tx.scope.today).year - 1}-04-01`);
  for (const [band, pencePerYear] of bands)
    must(await addBand(tx, none, { name: band, pencePerYear, fromOn }));
  if (window !== null) must(await addWindow(tx, authorityId, window));
  return topUpSettingsOf(await listTopUpSettings(tx), authorityId);
}

/** The day so many days ago; a Saturday or Sunday gives the Friday before. */
function workday(today: SchoolDate, daysAgo: number): SchoolDate {
  const day = addDays(today, -daysAgo);
  return addDays(day, Math.min(0, 5 - plain(day).dayOfWeek));
}

async function loadBid(tx: Tx, pupilId: PupilId, of: DemoBid, settings: TopUpSettings): Promise<void> {
  const { today } = tx.scope;
  const bidId = must(await beginBid(tx, { pupilId, authorityId: settings.authorityId }));
  const now = () => getBid(tx, bidId);
  must(
    await writeBidPart(tx, await now(), { part: 'use', words: of.use, held: { words: null, version: 0 } }),
  );
  const band = settings.bands[of.band] ?? null;
  const fromOn = workday(today, of.from);
  const untilOn = addDays(fromOn, 364);
  must(await changeAsk(tx, await now(), { band, pence: null, fromOn, untilOn }));
  for (const step of of.steps) must(await take(tx, bidId, step, { settings, fromOn, untilOn }));
  await tx
    .updateTable('bids')
    .set({ begunOn: workday(today, (of.steps[0]?.daysAgo ?? 3) + 9) })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('bidId', '=', bidId)
    .execute();
}

type Asked = {
  readonly settings: TopUpSettings;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate;
};

async function take(
  tx: Tx,
  bidId: string,
  step: Step,
  { settings, fromOn, untilOn }: Asked,
): Promise<Told<null>> {
  const bid = await getBid(tx, bidId);
  const happenedOn = workday(tx.scope.today, step.daysAgo);
  switch (step.is) {
    case 'sent':
    case 'answered': {
      const whole = await loadWholeBid(tx, bidId, { schoolName: await schoolName(tx) });
      if (whole === null) throw new Error('An application that was begun is there');
      const told = { happenedOn, note: step.note, content: whole.content };
      return step.is === 'sent' ? sendBid(tx, bid, { ...told, settings }) : answerBid(tx, bid, told);
    }
    case 'queried':
      return queryBid(tx, bid, {
        happenedOn,
        note: step.note,
        answerBy: addDays(tx.scope.today, step.inDays),
      });
    case 'decided': {
      const pence = step.outcome === 'refused' ? null : Math.round((bid.askedPence ?? 0) * step.share);
      const { outcome, note } = step;
      return decideBid(tx, bid, { outcome, happenedOn, note, pence, fromOn, untilOn, band: null });
    }
    case 'paid':
      return payBid(tx, bid, { happenedOn, pence: step.pence, note: step.note });
  }
}

async function schoolName(tx: Tx): Promise<string> {
  const { name } = await tx
    .selectFrom('schools')
    .select('name')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .executeTakeFirstOrThrow();
  return name;
}
