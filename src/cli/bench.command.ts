import { parseArgs } from 'node:util';
import type { BenchSchool } from '#src/bench/bench-school.ts';
import type { Line } from '#src/bench/line.ts';
import { type Command, doneWith, usage } from './command.ts';

const names = [
  'register',
  'today',
  'pages',
  'provision-map',
  'reviews',
  'budget',
  'import',
  'plans-pdf',
  'form-fill',
  'start',
  'cores',
  'scale',
  'deployment',
  'beside-solve',
] as const;
type Name = (typeof names)[number];
const typed = `bench [--only ${names.join('|')}] [--json]`;
const isName = (text: string): text is Name => names.some((name) => name === text);

/** `sendero bench`: the figures to reach, measured here and now, beside their bars. */
export const benchCommand: Command = {
  usage: typed,
  says: 'measure against the bars, in a database of its own',
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options: { only: { type: 'string' } } });
    if (values.only !== undefined && !isName(values.only)) return usage(typed);
    const wanted = values.only === undefined ? names : names.filter((name) => name === values.only);
    const lines: Line[] = [];
    for (const name of wanted) lines.push(...(await runOne(name)));
    const words = lines.map(
      ({ name, value, unit, bar, better, ok }) =>
        `${ok ? 'ok    ' : 'SHORT '} ${name}: ${value} ${unit} (bar ${better === 'lower' ? '≤' : '≥'} ${bar})`,
    );
    return doneWith({ lines }, words.join('\n'));
  },
};

/** So many that 300 of them have an issued plan. */
const pupilsForPlans = 3500;

async function runOne(name: Name): Promise<Line[]> {
  if (name === 'import') return (await import('#src/bench/import.bench.ts')).importBench();
  if (name === 'form-fill') return (await import('#src/bench/form-fill.bench.ts')).formFillBench();
  if (name === 'start') return (await import('#src/bench/start.bench.ts')).startBench();
  if (name === 'cores') return (await import('#src/bench/cores.bench.ts')).coresBench();
  if (name === 'deployment') return (await import('#src/bench/deployment.bench.ts')).deploymentBench();
  const { openBenchSchool } = await import('#src/bench/bench-school.ts');
  const school = await openBenchSchool(name === 'plans-pdf' ? pupilsForPlans : undefined);
  try {
    return await measure(name, school);
  } finally {
    await school.close();
  }
}

async function measure(
  name: Exclude<Name, 'import' | 'form-fill' | 'start' | 'cores' | 'deployment'>,
  school: BenchSchool,
): Promise<Line[]> {
  if (name === 'register') return (await import('#src/bench/register.bench.ts')).registerBench(school);
  if (name === 'today') return (await import('#src/bench/today.bench.ts')).todayBench(school);
  if (name === 'provision-map')
    return (await import('#src/bench/provision-map.bench.ts')).provisionMapBench(school);
  if (name === 'reviews') return (await import('#src/bench/reviews.bench.ts')).reviewsBench(school);
  if (name === 'budget') return (await import('#src/bench/budget.bench.ts')).budgetBench(school);
  if (name === 'scale') return (await import('#src/bench/scale.bench.ts')).scaleBench(school);
  if (name === 'beside-solve')
    return (await import('#src/bench/beside-solve.bench.ts')).besideSolveBench(school);
  if (name === 'plans-pdf') return (await import('#src/bench/plans-pdf.bench.ts')).plansPdfBench(school);
  return (await import('#src/bench/pages.bench.ts')).pagesBench(school);
}
