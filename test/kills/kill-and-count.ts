import { type Acknowledged, startLoad } from './load.ts';
import { openVictim, pause, type Target, targets, type Victim } from './victim.ts';

export type Outcome = {
  readonly kills: number;
  readonly strengths: number;
  readonly imports: number;
  readonly importedPupils: number;
  readonly lost: readonly string[];
  readonly slowestReturnSeconds: number;
};

/**
 * Kills the program or its database `kills` times at random moments under load, and looks for each acknowledged write:
 * each edit with its event, each file that was read, and each import that was begun, which must end by itself and whole.
 */
export async function killAndCount(kills: number, say: (words: string) => void = () => {}): Promise<Outcome> {
  const victim = await openVictim();
  try {
    const cookie = await victim.signIn();
    const done: Acknowledged = { strengths: [], kept: [], taken: [] };
    const stop = startLoad(victim, cookie, done);
    let slowest = 0;
    let killed = 0;
    try {
      while (killed < kills) {
        const target: Target = targets[killed % targets.length] ?? 'everything';
        await pause(300 + Math.random() * 3000);
        if (victim.kill(target) === 0) continue;
        killed += 1;
        const returned = await victim.recover();
        slowest = Math.max(slowest, returned);
        say(
          `${killed} ${target}: back after ${Math.round(returned)} ms; ${done.strengths.length} edits, ${done.taken.length} imports`,
        );
      }
    } finally {
      await stop();
    }
    await victim.recover();
    return {
      kills: killed,
      strengths: done.strengths.length,
      imports: done.taken.length,
      importedPupils: done.taken.flatMap(({ upns }) => upns).length,
      lost: await findLost(victim, done),
      slowestReturnSeconds: Math.round(slowest / 100) / 10,
    };
  } finally {
    await victim.close();
  }
}

const patienceMilliseconds = 120_000;

async function findLost(victim: Victim, done: Acknowledged): Promise<string[]> {
  const lost = await missing(victim, done.strengths, {
    what: 'strength',
    from: `select words as one from app.strengths s
      where exists (select from app.events e where e.school_id = s.school_id and e.subject_id = s.strength_id)`,
    values: [],
  });
  lost.push(
    ...(await missing(victim, done.kept, {
      what: 'file',
      from: 'select import_id::text as one from app.imports',
      values: [],
    })),
  );
  const ids = done.taken.map(({ importId }) => importId);
  await waitForImports(victim, ids);
  lost.push(
    ...(await missing(victim, ids, {
      what: 'import',
      from: `select import_id::text as one from app.imports i where state = 'committed' and not exists (
        select from app.import_rows r where r.import_id = i.import_id and r.state = 'new' and r.outcome is distinct from 'taken')`,
      values: [],
    })),
    ...(await missing(
      victim,
      done.taken.flatMap(({ upns }) => upns),
      { what: 'imported pupil', from: `select value as one from app.pupil_identifiers`, values: [] },
    )),
  );
  const twice = await victim.ask<{ value: string }>(
    'select value from app.pupil_identifiers group by school_id, value having count(*) > 1',
  );
  return [...lost, ...twice.map(({ value }) => `twice: ${value}`)];
}

/** An import that was begun goes on by itself; it is given the time that its queue allows. */
async function waitForImports(victim: Victim, ids: readonly string[]): Promise<void> {
  const from = performance.now();
  while (performance.now() - from < patienceMilliseconds) {
    const [row] = await victim.ask<{ open: number }>(
      `select count(*)::int as open from app.imports where import_id = any ($1::uuid[]) and state <> 'committed'`,
      [ids],
    );
    if (row?.open === 0) return;
    await pause(500);
  }
}

type Kept = { readonly what: string; readonly from: string; readonly values: readonly unknown[] };

async function missing(
  victim: Victim,
  due: readonly string[],
  { what, from, values }: Kept,
): Promise<string[]> {
  const rows = await victim.ask<{ one: string }>(
    `select one from unnest($1::text[]) as due (one) except (${from})`,
    [due, ...values],
  );
  return rows.map(({ one }) => `${what}: ${one}`);
}
