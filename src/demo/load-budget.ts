import { programActor } from '#src/kernel/access.ts';
import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import type { SchoolId } from '#src/kernel/ids.ts';
import {
  addBudgetLine,
  budgetYear,
  budgetYearOf,
  effectOf,
  enterAmount,
  findBudgetLine,
  incomeSources,
  makeProposal,
  moveMoney,
  spendingHeads,
} from '#src/modules/funding/index.ts';
import { getSchool } from '#src/modules/school/index.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import lines from './budget-lines.json' with { type: 'json' };
import { peopleOf } from './daily-cast.ts';
import { dearestPupils } from './dearest-pupils.ts';
import { granted } from './granted.ts';

type Planned = (typeof lines)['mainstream'][number] & { readonly committed?: number };
const size = { primary: 1, secondary: 3, alternative: 1 } as const;
const bands = [
  ['E3', 412_000],
  ['E4', 655_000],
  ['E2', 238_000],
] as const;

/** A believable year of money in each demo school with the people for it: lines, amounts, money that was moved, a proposal. */
export async function loadBudgets(
  program: Program,
  schools: Iterable<{ schoolId: SchoolId }>,
): Promise<void> {
  for (const { schoolId } of schools) {
    const people = await inScope(scopeOf(program), programActor(schoolId), peopleOf);
    if (people === null) continue;
    const actor = { ...programActor(schoolId), personId: people.senco, roles: ['senco'] };
    await inScope({ ...scopeOf(program), reactions: [] }, actor, (tx) => loadBudgetOf(tx));
  }
}

async function loadBudgetOf(tx: Tx): Promise<void> {
  const { phase } = await getSchool(tx);
  const isAlternative = phase === 'alternative';
  const times = phase === 'secondary' ? size.secondary : size.primary;
  const made = new Map<string, string>();
  for (const line of isAlternative ? lines.alternative : lines.mainstream)
    made.set(line.name, await loadLine(tx, line, times));
  if (isAlternative) return;
  await loadTopUps(tx);
  const [from, to] = ['Interventions bought in', 'Books and equipment'].map((name) => made.get(name) ?? '');
  const [one, other] = [await findBudgetLine(tx, from ?? ''), await findBudgetLine(tx, to ?? '')];
  if (one === null || other === null) return;
  const onDate = addDays(tx.scope.today, -20);
  const why = 'Phonics is taught from books this year, and no longer by the visiting teacher';
  granted(await moveMoney(tx, { from: one.line, to: other.line, pence: 180_00, onDate, why }));
  await loadProposal(tx);
}

async function loadLine(tx: Tx, of: Planned, times: number): Promise<string> {
  const kind = [...incomeSources, ...spendingHeads].find((known) => known === of.kind);
  if (kind === undefined) throw new Error(`Unknown ${of.kind}`);
  const year = budgetYearOf(of.year === 'academic' ? 'academic' : 'financial', tx.scope.today);
  const planned = of.each * 100 * times;
  const side = of.side === 'income' ? 'income' : 'spending';
  const { name, code } = of;
  const lineId = granted(
    await addBudgetLine(tx, { year, side, kind, name, code, planned, pupilId: null, band: null }),
  );
  const opened = await findBudgetLine(tx, lineId);
  if (opened === null) throw new Error('A line was made');
  const amounts = [
    {
      kind: 'actual',
      percent: of.actual,
      reference: of.reference,
      onDate: dayIn(year.from, tx.scope.today, 3),
    },
    { kind: 'commitment', percent: of.committed ?? 0, reference: null, onDate: tx.scope.today },
  ] as const;
  for (const { kind: what, percent, reference, onDate } of amounts) {
    const pence = Math.floor((planned * percent) / 100);
    if (pence === 0) continue;
    const amount = { kind: what, pence, onDate, reference, words: null, origin: 'by_hand' } as const;
    granted(await enterAmount(tx, opened.line, amount));
  }
  return lineId;
}

/** A few weeks ago, and not before the year began. */
const dayIn = (from: SchoolDate, today: SchoolDate, weeks: number): SchoolDate => {
  const day = addDays(today, -7 * weeks);
  return day < from ? from : day;
};

/** Top-up for the pupils with an EHC plan whose provision is dearest. */
async function loadTopUps(tx: Tx): Promise<void> {
  const pupils = await dearestPupils(tx, { statuses: ['ehc_plan'], most: bands.length });
  const year = budgetYearOf('academic', tx.scope.today);
  for (const [at, pupilId] of pupils.entries()) {
    const [band, planned] = bands[at] ?? bands[0];
    const line = { year, side: 'income', kind: 'top_up', name: 'Top-up', code: null, band, planned } as const;
    const lineId = granted(await addBudgetLine(tx, { ...line, pupilId }));
    const opened = await findBudgetLine(tx, lineId);
    const amount = { kind: 'actual', pence: Math.floor(planned / 3), reference: `LA-TU-${at + 1}` } as const;
    const onDate = dayIn(year.from, tx.scope.today, 2);
    if (opened !== null)
      granted(
        await enterAmount(tx, opened.line, { ...amount, onDate, words: 'First term', origin: 'by_hand' }),
      );
  }
}

async function loadProposal(tx: Tx): Promise<void> {
  const { firstYear } = budgetYearOf('academic', tx.scope.today);
  const change = {
    what: 'hours',
    words: 'A teaching assistant: 150 minutes a week less, 26 weeks to come',
  } as const;
  const effect = effectOf({ income: 41_870_00, spending: 6_214_40 }, [
    { ...change, income: 0, spending: -1_118_00 },
  ]);
  const words = `The reading group could be run by the new mentor from January. ${budgetYear('academic', firstYear).label}.`;
  granted(
    await makeProposal(tx, {
      title: 'Fewer hours for the reading group',
      words,
      firstYear,
      effect,
      pupilId: null,
    }),
  );
}
