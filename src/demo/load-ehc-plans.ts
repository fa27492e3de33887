import { sql } from 'kysely';
import { programActor } from '#src/kernel/access.ts';
import { addDays, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { newId, type SchoolId } from '#src/kernel/ids.ts';
import { compareAdvice, type EhcLine, linesFrom, listAuthorities } from '#src/modules/ehcp/index.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import words from './ehc-plan-words.json' with { type: 'json' };
import { insertAll } from './load-demo.ts';

const plansASchool = 5;
const times = ['', 'once', 'twice', 'three times', 'four times', 'five times'];

/** EHC plans with their ledgers in each demo school: of pupils who have one and are in groups. After the groups and the cases. */
export async function loadEhcPlans(
  program: Program,
  schools: Iterable<{ readonly schoolId: SchoolId }>,
): Promise<void> {
  for (const { schoolId } of schools)
    await inScope(scopeOf(program), programActor(schoolId), (tx) => loadOfSchool(tx));
}

type RunOf = {
  readonly runId: string;
  readonly name: string;
  readonly minutes: number;
  readonly times: number;
};
type Pupil = { readonly pupilId: string; readonly from: string; readonly runs: readonly RunOf[] };

async function listPupils(tx: Tx): Promise<readonly Pupil[]> {
  const { schoolId } = tx.scope.actor;
  const { rows } = await sql<Pupil>`
    select s.pupil_id, min(s.from_on)::text as from, coalesce(json_agg(json_build_object('runId', r.run_id, 'name', r.name,
      'minutes', w.minutes, 'times', w.times) order by w.minutes * w.times desc) filter (where r.run_id is not null), '[]') as runs
    from sen_statuses s
    left join run_pupils p on p.school_id = s.school_id and p.pupil_id = s.pupil_id and p.withdrawn_at is null
      and p.from_on > ${addDays(tx.scope.today, -200)}
    left join runs r on r.school_id = p.school_id and r.run_id = p.run_id and r.withdrawn_at is null
    left join lateral (select max(minutes) as minutes, count(*)::int as times from run_slots l
      where l.school_id = r.school_id and l.run_id = r.run_id and l.withdrawn_at is null) w on true
    where s.school_id = ${schoolId} and s.status = 'ehc_plan' and s.until_on is null and s.withdrawn_at is null
    group by s.pupil_id order by coalesce(sum(w.minutes * w.times), 0) desc, s.pupil_id limit ${plansASchool}`.execute(
    tx,
  );
  return rows;
}

async function loadOfSchool(tx: Tx): Promise<void> {
  const pupils = await listPupils(tx);
  const rows: Record<string, Readonly<Record<string, unknown>>[]> = {};
  const add = (table: string, row: Readonly<Record<string, unknown>>) => {
    rows[table] = [...(rows[table] ?? []), row];
  };
  const authorities = (await listAuthorities(tx)).map(({ authorityId }) => authorityId);
  for (const [at, pupil] of pupils.entries())
    writePlan(add, pupil, { at, today: tx.scope.today, authorityId: pick(authorities, at) });
  await insertAll(tx, rows);
}

type Add = (table: string, row: Readonly<Record<string, unknown>>) => void;
type At = { readonly at: number; readonly today: SchoolDate; readonly authorityId: string };

/** What a group gives, as the plan would promise it: some a little more than the week has places for. */
const promiseOf = ({ name, minutes, times: count }: RunOf): string =>
  `${name.split(',')[0]} for ${minutes} minutes ${times[count] ?? 'five times'} a week with a trained teaching assistant.`;

const pick = (from: readonly string[], at: number): string => from[at % from.length] ?? '';

function writePlan(add: Add, { pupilId, from, runs }: Pupil, { at, today, authorityId }: At): void {
  const ehcPlanId = newId();
  const madeOn = earliest(schoolDate(from), addDays(today, -300));
  add('ehcPlans', { ehcPlanId, pupilId, authorityId, madeOn });
  const given = runs.slice(0, 3);
  const texts = [...given.map(promiseOf), pick(words.therapy, at), pick(words.loose, at)];
  const lines = linesFrom(texts, [], { newId });
  const outcomes = words.E.slice(at % 2).map((text) => ({ outcomeKey: newId(), words: text }));
  const amendedOn = addDays(today, -60);
  const kinds: readonly (readonly [string, SchoolDate, readonly EhcLine[]])[] = [
    ['draft', addDays(madeOn, -30), lines.slice(0, -1)],
    ['final', madeOn, lines],
    ...(at % 3 === 0 ? [['amended', amendedOn, lines] as const] : []),
  ];
  for (const [place, [kind, datedOn, some]] of kinds.entries()) {
    const key = { ehcPlanId, number: place + 1, pupilId };
    const sections = sectionsOf(some, kind, at);
    add('ehcPlanVersions', {
      ...key,
      kind,
      datedOn,
      sections: JSON.stringify(sections),
      keptAt: `${today}T08:00:00Z`,
    });
    for (const [position, one] of outcomes.entries())
      add('ehcOutcomes', { ...key, position: position + 1, ...one });
    for (const [position, one] of some.entries()) add('ehcLines', { ...key, position: position + 1, ...one });
  }
  for (const [place, { runId }] of given.entries())
    add('ehcLineRuns', {
      ehcLineRunId: newId(),
      ehcPlanId,
      commitmentId: lines[place]?.commitmentId,
      runId,
      pupilId,
      fromOn: madeOn,
    });
  if (at < 3)
    for (const one of words.advice)
      writeAdvice(add, one, { pupilId, lines, datedOn: addDays(madeOn, -60), today });
}

const earliest = (one: SchoolDate, other: SchoolDate): SchoolDate => (one < other ? one : other);

const sectionsOf = (lines: readonly EhcLine[], kind: string, at: number) => ({
  A: words.A,
  B: words.B,
  ...(at % 2 === 0 ? { C: words.C } : {}),
  E: words.E.slice(at % 2).join('\n'),
  F: lines.map((line) => `• ${line.words}`).join('\n'),
  ...(kind === 'draft' ? {} : { I: words.I }),
  K: words.K,
});

type Advised = {
  readonly pupilId: string;
  readonly lines: readonly EhcLine[];
  readonly datedOn: SchoolDate;
  readonly today: SchoolDate;
};

/** Some of the recommendations are decided as they were proposed, some wait. */
function writeAdvice(
  add: Add,
  given: (typeof words.advice)[number],
  { pupilId, lines, datedOn, today }: Advised,
): void {
  const [author, capacity, texts] = given;
  const adviceId = newId();
  add('advice', { adviceId, pupilId, author, capacity, datedOn });
  for (const [at, text] of (Array.isArray(texts) ? texts : []).entries()) {
    const { verdict, why } = compareAdvice(text, lines);
    const decided = at === 0 ? { verdict, verdictWhy: why, decidedOn: today } : {};
    add('adviceLines', {
      adviceLineId: newId(),
      adviceId,
      pupilId,
      position: at + 1,
      words: text,
      ...decided,
    });
  }
}
