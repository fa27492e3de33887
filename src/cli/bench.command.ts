import { parseArgs } from 'node:util';
import type { BenchSchool } from '#src/bench/bench-school.ts';
import type { Line } from '#src/bench/line.ts';
import { type Command, doneWith, usage } from './command.ts';

const names = ['register', 'pages', 'import', 'start'] as const;
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

async function runOne(name: Name): Promise<Line[]> {
  if (name === 'import') return (await import('#src/bench/import.bench.ts')).importBench();
  if (name === 'start') return (await import('#src/bench/start.bench.ts')).startBench();
  const { openBenchSchool } = await import('#src/bench/bench-school.ts');
  const school = await openBenchSchool();
  try {
    return await measure(name, school);
  } finally {
    await school.close();
  }
}

const measure = async (name: 'register' | 'pages', school: BenchSchool): Promise<Line[]> =>
  name === 'register'
    ? (await import('#src/bench/register.bench.ts')).registerBench(school)
    : (await import('#src/bench/pages.bench.ts')).pagesBench(school);
