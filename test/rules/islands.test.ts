import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { describe, expect, test } from 'vitest';

const folder = 'src/islands';
const entry = 'sendero.ts';
const islands = readdirSync(folder).filter(
  (file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts') && file !== entry,
);

/** What a browser would load for this file, in bytes after gzip. */
async function weightOf(file: string): Promise<number> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: `${folder}/${file}`, formats: ['es'], fileName: 'island' },
      minify: true,
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const code = outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .map((part) => (part.type === 'chunk' ? part.code : ''))
    .join('');
  return gzipSync(code, { level: 9 }).length;
}

describe('the islands', () => {
  test('are eight at most', () => {
    expect(islands.length).toBeGreaterThan(0);
    expect(islands.length).toBeLessThanOrEqual(8);
  });

  test.each(islands)('%s begins by saying what it does that HTML cannot', (file) => {
    const first = readFileSync(`${folder}/${file}`, 'utf8').split('*/')[0] ?? '';
    expect(first).toMatch(/^\/\*\*\s+\* Island: /);
    expect(first).toMatch(/\bHTML\b/);
  });

  test.each(islands)('%s weighs 10 KB at most', async (file) => {
    expect(await weightOf(file)).toBeLessThanOrEqual(10 * 1024);
  });

  test('weigh 12 KB at most on an ordinary page, all together', async () => {
    const weight = await weightOf(entry);
    expect(weight).toBeGreaterThan(500);
    expect(weight).toBeLessThanOrEqual(12 * 1024);
  });

  test.each([
    ['offline.tsx', 16],
    ['before-sign-out.ts', 6],
    ['worker.ts', 1],
  ])('the offline screen has a bundle of its own: %s weighs %i KB at most', async (file, most) => {
    const weight = await weightOf(`offline/${file}`);
    expect(weight).toBeGreaterThan(400);
    expect(weight).toBeLessThanOrEqual(most * 1024);
  });
});
