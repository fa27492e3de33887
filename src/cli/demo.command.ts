import { parseArgs } from 'node:util';
import { loadDemoDocuments } from '#src/demo/demo-documents.ts';
import type { DemoTrust } from '#src/demo/demo-trust.ts';
import { loadAnnualReviews } from '#src/demo/load-annual-reviews.ts';
import { loadBids } from '#src/demo/load-bids.ts';
import { loadBudgets } from '#src/demo/load-budget.ts';
import { loadCases } from '#src/demo/load-cases.ts';
import { loadDailyWork } from '#src/demo/load-daily.ts';
import { type LoadedSchool, loadPeople, loadSchool, loadTrust } from '#src/demo/load-demo.ts';
import { loadEhcPlans } from '#src/demo/load-ehc-plans.ts';
import { loadForms } from '#src/demo/load-forms.ts';
import { loadImpact } from '#src/demo/load-impact.ts';
import { loadPlans } from '#src/demo/load-plans.ts';
import { loadPrograms } from '#src/demo/load-programs.ts';
import { loadProvision } from '#src/demo/load-provision.ts';
import { loadPublished } from '#src/demo/load-published.ts';
import { loadReviews } from '#src/demo/load-reviews.ts';
import { loadSuggestion } from '#src/demo/load-suggestion.ts';
import { loadTeam } from '#src/demo/load-team.ts';
import { loadWeek } from '#src/demo/load-week.ts';
import { makeDemoTrust } from '#src/demo/make-demo-trust.ts';
import { hasAnyAccount } from '#src/platform/auth/accounts.ts';
import type { Program } from '#src/platform/program.ts';
import { type Command, doneWith, type Ended, refusedWith, usage } from './command.ts';
import { withProgram } from './with-program.ts';

const typed = 'demo [--schools N] [--pupils N] [--seed S] [--serve] [--json]';
/** Printed for everybody to read: a demo holds nobody's data. */
export const demoPassword = 'bright path larkfield';

const whole = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);
const isWhole = (value: number | undefined) => value === undefined || (Number.isInteger(value) && value > 0);

/** `sendero demo`: fills an empty database with a trust that does not exist. `--serve` then answers pages. */
export const demoCommand: Command = {
  usage: typed,
  says: 'load a made-up trust into an empty database',
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        schools: { type: 'string' },
        pupils: { type: 'string' },
        seed: { type: 'string', default: '1' },
        serve: { type: 'boolean' },
      },
    });
    const [schools, pupils, seed] = [whole(values.schools), whole(values.pupils), whole(values.seed)];
    if (![schools, pupils, seed].every(isWhole)) return usage(typed);
    const loaded = await withProgram((program) => load(program, { schools, pupils, seed: seed ?? 1 }), {
      keepServer: values.serve === true,
    });
    if (!values.serve) return loaded;
    const { serve } = await import('../main.ts');
    await serve((words) => {
      process.stdout.write(`${words}\n${demoPeople()}\n`);
    });
    return null;
  },
};

const demoPeople = (): string =>
  [
    '',
    `Sign in with the password "${demoPassword}" as one of:`,
    ...signIns.map(([email, who]) => `  ${email.padEnd(34)} ${who}`),
  ].join('\n');

let signIns: readonly (readonly [string, string])[] = [];

type Wanted = { schools: number | undefined; pupils: number | undefined; seed: number };

async function load(program: Program, wanted: Wanted): Promise<Ended> {
  const trust = makeDemoTrust({
    seed: wanted.seed,
    today: program.clock.today(),
    ...(wanted.schools === undefined ? {} : { schools: wanted.schools }),
    ...(wanted.pupils === undefined ? {} : { pupils: wanted.pupils }),
  });
  signIns = oneOfEachRole(trust);
  if (await hasAnyAccount(program.database.auth))
    return refusedWith('The database is not empty: the demo was not loaded again.');
  const trustId = await loadTrust(program, trust);
  const loaded = new Map<string, LoadedSchool>();
  for (const school of trust.schools) loaded.set(school.urn, await loadSchool(program, school, trustId));
  await loadPeople(program, trust.people, { schools: loaded, trustId, password: demoPassword });
  await loadPrograms(program, loaded.values());
  await loadPlans(program, loaded.values());
  await loadDailyWork(program, loaded.values());
  await loadProvision(program, loaded.values());
  await loadCases(program, loaded.values());
  await loadEhcPlans(program, loaded.values());
  await loadWeek(program, loaded.values());
  await loadSuggestion(program, loaded.values());
  await loadTeam(program, loaded.values());
  await loadImpact(program, loaded.values());
  await loadReviews(program, loaded.values());
  await loadPublished(program, loaded.values());
  await loadBids(program, loaded.values());
  await loadAnnualReviews(program, loaded.values());
  await loadBudgets(program, loaded.values());
  await loadForms(program, loaded.values());
  await loadDemoDocuments(
    program,
    [...loaded.values()].map(({ schoolId }) => schoolId),
  );
  const count = trust.schools.reduce((sum, school) => sum + school.pupils.length, 0);
  return doneWith(
    {
      trust: trust.name,
      schools: trust.schools.map(({ urn, name }) => ({ urn, name })),
      pupils: count,
      signIns,
      password: demoPassword,
    },
    `Loaded ${trust.name}: ${trust.schools.length} schools, ${count} pupils.\n${demoPeople()}`,
  );
}

/** One person for each role, the first school's where there is a choice. */
function oneOfEachRole(trust: DemoTrust): [string, string][] {
  const seen = new Map<string, [string, string]>();
  for (const person of trust.people) {
    for (const { role, schoolUrn, until } of person.memberships) {
      if (seen.has(role) || until !== null) continue;
      const place = trust.schools.find((school) => school.urn === schoolUrn)?.name ?? trust.name;
      seen.set(role, [person.email, `${role.replaceAll('_', ' ')}, ${place}`]);
    }
  }
  return [...seen.values()];
}
