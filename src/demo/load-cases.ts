import { programActor } from '#src/kernel/access.ts';
import { addDays, plain, type SchoolDate } from '#src/kernel/dates.ts';
import { PupilId, type SchoolId } from '#src/kernel/ids.ts';
import {
  addAuthority,
  type CaseKind,
  claimException,
  listCaseClocks,
  listRequests,
  openCase,
  writeRequestPart,
} from '#src/modules/ehcp/index.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { DEMO_AUTHORITY } from './demo-plans.ts';

type DemoCase = {
  readonly kind: CaseKind;
  readonly status: 'sen_support' | 'ehc_plan';
  /** Which of the school's authorities: 0 is its own. */
  readonly authority: 0 | 1;
  /** What happened, and how many days ago; a day to come is below nought. */
  readonly events: readonly (readonly [name: string, daysAgo: number])[];
  readonly facts?: Readonly<Record<string, string>>;
  readonly note?: string;
};

/** Cases in every state: begun, waiting for us, waiting for them, late, refused, ended. */
const demoCases: readonly DemoCase[] = [
  {
    kind: 'needs-assessment',
    status: 'sen_support',
    authority: 0,
    events: [['requested', 71]],
    facts: { askedBy: 'school' },
    note: 'Sent with two reviewed plans and the costed provision',
  },
  {
    kind: 'needs-assessment',
    status: 'sen_support',
    authority: 1,
    events: [
      ['requested', 62],
      ['assessmentAgreed', 24],
      ['adviceAskedOfHead', 23],
      ['adviceRequestReceived', 21],
    ],
    facts: { askedBy: 'parent' },
  },
  {
    kind: 'needs-assessment',
    status: 'sen_support',
    authority: 0,
    events: [
      ['requested', 132],
      ['assessmentAgreed', 95],
      ['adviceRequestReceived', 92],
      ['adviceReturned', 55],
      ['draftServed', 9],
      ['schoolConsulted', 6],
    ],
    facts: { askedBy: 'school' },
  },
  {
    kind: 'needs-assessment',
    status: 'sen_support',
    authority: 0,
    events: [
      ['requested', 58],
      ['assessmentRefused', 18],
    ],
    facts: { askedBy: 'other' },
  },
  {
    kind: 'consultation',
    status: 'sen_support',
    authority: 1,
    events: [['schoolConsulted', 12]],
    note: 'A pupil who moves in at Easter',
  },
  { kind: 'annual-review', status: 'ehc_plan', authority: 0, events: [['lastDecisionSent', 340]] },
  {
    kind: 'annual-review',
    status: 'ehc_plan',
    authority: 0,
    events: [
      ['lastDecisionSent', 352],
      ['adviceAsked', 92],
      ['invited', 76],
      ['adviceCirculated', 64],
      ['meeting', 48],
      ['reportSent', 37],
    ],
  },
  {
    kind: 'phase-transfer',
    status: 'ehc_plan',
    authority: 0,
    events: [['transfer', -281]],
    facts: { kind: 'primary-secondary' },
  },
  { kind: 'reassessment', status: 'ehc_plan', authority: 1, events: [['requested', 10]] },
  {
    kind: 'la-transfer',
    status: 'ehc_plan',
    authority: 1,
    events: [
      ['oldAuthorityAware', 40],
      ['moved', 26],
      ['transferred', 25],
    ],
  },
];

/** The day so many days ago; a Saturday or Sunday gives the Friday before. */
function workday(today: SchoolDate, daysAgo: number): SchoolDate {
  const day = addDays(today, -daysAgo);
  return addDays(day, Math.min(0, 5 - plain(day).dayOfWeek));
}

/** Two authorities and about ten cases in each school of the demo. */
export async function loadCases(program: Program, schools: Iterable<{ schoolId: SchoolId }>): Promise<void> {
  for (const { schoolId } of schools)
    await inScope(scopeOf(program), programActor(schoolId), async (tx) => {
      const authorities = [await authority(tx, 0), await authority(tx, 1)];
      const pupils = {
        sen_support: await pupilsOf(tx, 'sen_support'),
        ehc_plan: await pupilsOf(tx, 'ehc_plan'),
      };
      for (const of of demoCases) {
        const pupilId = pupils[of.status].shift();
        if (pupilId !== undefined)
          await open(tx, of, { pupilId, authorityId: authorities[of.authority] ?? null });
      }
      const [next] = pupils.sen_support;
      if (next !== undefined) await beginRequest(tx, next);
      await claimOne(tx);
    });
}

/** A request that somebody is writing: a part done, one half done, one that nobody needs. */
async function beginRequest(tx: Tx, pupilId: PupilId): Promise<void> {
  const parts = [
    { part: 'pupil', state: 'complete', own: null },
    {
      part: 'needs',
      state: 'in_progress',
      own: 'In whole-class talk most of what is said is lost after two sentences. A picture beside the words brings it back.',
    },
    { part: 'results', state: 'not_needed', own: null },
  ] as const;
  for (const part of parts) {
    const request = (await listRequests(tx, pupilId))[0] ?? null;
    const written = { ...part, paragraphs: [], version: 0 };
    const done = await writeRequestPart(tx, { pupilId, request }, written);
    if (!done.ok) throw new Error(done.words);
  }
}

async function open(
  tx: Tx,
  { kind, events, facts = {}, note }: DemoCase,
  of: { pupilId: PupilId; authorityId: string | null },
): Promise<void> {
  const opened = await openCase(tx, {
    ...of,
    kind,
    facts,
    events: events.map(([name, daysAgo], at) => ({
      name,
      happenedOn: workday(tx.scope.today, daysAgo),
      note: at === 0 ? (note ?? null) : null,
    })),
  });
  if (!opened.ok) throw new Error(`A demo case was refused: ${opened.words}`);
}

/** Of one late step the authority has said that circumstances let it off. */
async function claimOne(tx: Tx): Promise<void> {
  const { today } = tx.scope;
  const late = await listCaseClocks(tx, { today, kind: 'needs-assessment' });
  const one = late.findLast(
    ({ clock, state }) => clock.owedBy === 'authority' && state.is === 'late' && state.endedOn === null,
  );
  if (one === undefined) return;
  await claimException(tx, {
    caseId: one.caseId,
    clockId: one.clock.id,
    exceptionId: 'exceptional-circumstances',
    claimedOn: workday(today, 8),
    claimedBy: 'The SEND team, by email',
    words: 'The family asked for the visits to wait after a bereavement',
  });
}

const names = [
  {
    code: DEMO_AUTHORITY.code,
    name: DEMO_AUTHORITY.name,
    teamContact: 'SEND casework team',
    teamEmail: 'send.casework@northshire.example',
    teamPhone: '01632 960 210',
    teamPost: 'Northshire Council, Civic Way, Northwick',
    rules: {
      draftWeek: 14,
      asks: [
        { kind: 'cycles', words: 'Two plans that were reviewed' },
        { kind: 'costs', words: 'A costed provision map' },
        { kind: 'views', words: 'The views of the pupil, not older than a term' },
      ],
    },
  },
  {
    code: null,
    name: 'Foxglove',
    teamContact: 'Statutory SEND service',
    teamEmail: 'send@foxglove.example',
    teamPhone: '01632 960 480',
    teamPost: null,
    rules: { askAdviceDays: 56, asks: [{ kind: 'form', words: 'Its own request form, signed by the head' }] },
  },
] as const;

async function authority(tx: Tx, at: 0 | 1): Promise<string> {
  const added = await addAuthority(tx, names[at]);
  if (!added.ok) throw new Error('An authority of the demo was there already');
  return added.value;
}

async function pupilsOf(tx: Tx, status: DemoCase['status']): Promise<PupilId[]> {
  const rows = await tx
    .selectFrom('registerLines')
    .select('pupilId')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('isOnRoll', '=', true)
    .where('status', '=', status)
    .orderBy('surname')
    .orderBy('pupilId')
    .limit(12)
    .execute();
  return rows.map(({ pupilId }) => PupilId.parse(pupilId));
}
