import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Written by a tool from the migrations: nobody reads it from top to bottom. */
const generated = ['src/platform/db/schema.ts'];

const files = ['src', 'test', 'bench', 'scripts']
  .flatMap((folder) => filesIn(folder))
  .filter((file) => /\.(tsx?|mjs)$/.test(file) && !generated.includes(file))
  .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }));

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
      join(folder, file).replaceAll('\\', '/'),
    );
  } catch {
    return [];
  }
}

const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith('test/');
const longerThan = (most: number, which: (file: string) => boolean) =>
  files.filter(({ file, lines }) => which(file) && lines > most);
const linesUnder = (folder: string) =>
  files
    .filter(({ file }) => file.startsWith(folder) && !isTest(file))
    .reduce((sum, { lines }) => sum + lines, 0);

describe('sizes', () => {
  it('are measured on the whole house', () => {
    expect(files.length).toBeGreaterThan(200);
  });

  it('keep a file within 300 lines', () => {
    expect(longerThan(300, (file) => !isTest(file))).toEqual([]);
  });

  it('keep a test, and what supports it, within 500 lines', () => {
    expect(longerThan(500, isTest)).toEqual([]);
  });

  it('keep the file of a page within 150 lines', () => {
    expect(longerThan(150, (file) => file.endsWith('.page.tsx'))).toEqual([]);
  });

  it('keep the platform within 3,000 lines', () => {
    expect(linesUnder('src/platform/')).toBeLessThanOrEqual(3000);
  });

  it('keep what knows of HTTP within 600 lines, or it has become a framework', () => {
    expect(linesUnder('src/platform/http/')).toBeLessThanOrEqual(600);
  });
});
