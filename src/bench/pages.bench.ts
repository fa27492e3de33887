import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { routes } from '#src/app.ts';
import { projectRoot } from '#src/platform/project-root.ts';
import type { BenchSchool } from './bench-school.ts';
import { findAddress } from './find-address.ts';
import { type Line, line } from './line.ts';
import { measurePage } from './measure-page.ts';

const runs = 15;
const slowBar = 25;
const mostStatements = 6;

/** Every page that the SENCO can look at: time, statements, none of them repeated, and weight; each that is over a bar. */
export async function pagesBench(school: BenchSchool): Promise<Line[]> {
  const paths = routes
    .filter((route) => route.methods.includes('GET') && route.file.includes('.page.'))
    .map((route) => route.path);
  const figures: { path: string; whole: number; own: number; repeated: number; bytes: number }[] = [];
  for (const path of paths) {
    const address = await findAddress(school, path);
    if (address === null) continue;
    const page = await measurePage(school, address, runs);
    if (page.status !== 200) continue;
    const texts = page.own.map((query) => query.sql);
    figures.push({
      path,
      whole: page.whole,
      own: texts.length,
      repeated: texts.length - new Set(texts).size,
      bytes: page.compressedBytes,
    });
  }
  const worst = (of: (figure: (typeof figures)[number]) => number) =>
    figures.reduce(
      (most, figure) => (of(figure) > of(most) ? figure : most),
      figures[0] ?? { path: '-', whole: 0, own: 0, repeated: 0, bytes: 0 },
    );
  const weight = assetBytes();
  const slow = worst((figure) => figure.whole);
  const asking = worst((figure) => figure.own);
  const repeating = worst((figure) => figure.repeated);
  const heavy = worst((figure) => figure.bytes);
  const lower = { better: 'lower' as const };
  return [
    line('pages: how many were measured', figures.length, { unit: 'pages', bar: 10, better: 'higher' }),
    line(`pages: slowest (${slow.path})`, slow.whole, { unit: 'ms', bar: slowBar, ...lower }),
    line(`pages: most statements (${asking.path})`, asking.own, {
      unit: 'statements',
      bar: mostStatements,
      ...lower,
    }),
    line(`pages: most repeated statements (${repeating.path})`, repeating.repeated, {
      unit: 'statements',
      bar: 0,
      ...lower,
    }),
    line(`pages: heaviest, with styles and script (${heavy.path})`, (heavy.bytes + weight.all) / 1024, {
      unit: 'KB',
      bar: 60,
      ...lower,
    }),
    line('pages: script', weight.script / 1024, { unit: 'KB', bar: 12, ...lower }),
    ...figures
      .filter((one) => one.whole > slowBar && one !== slow)
      .map(({ path, whole }) => line(`pages: ${path}`, whole, { unit: 'ms', bar: slowBar, ...lower })),
    ...figures
      .filter(
        (one) => (one.own > mostStatements && one !== asking) || (one.repeated > 0 && one !== repeating),
      )
      .map(({ path, own, repeated }) =>
        line(`pages: ${path}, ${repeated} repeated`, own, {
          unit: 'statements',
          bar: mostStatements,
          ...lower,
        }),
      ),
  ];
}

/** Compressed styles and script, without the typeface, which is asked for once. */
function assetBytes(): { all: number; script: number } {
  const folder = join(projectRoot, 'dist', 'client', 'assets');
  if (!existsSync(folder)) throw new Error('Nothing is built: npm run bench builds first');
  const size = (ending: string) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
  const script = size('.js');
  return { all: script + size('.css'), script };
}
