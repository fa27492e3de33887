import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { projectRoot } from '#src/platform/project-root.ts';

/**
 * Compares a printed table with what the code says now. `npm run generate` writes it anew; a difference in a test run is
 * a table that somebody forgot to print.
 */
export function expectGenerated(path: string, text: string): void {
  const file = join(projectRoot, path);
  if (process.env.GENERATE === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file) ? readFileSync(file, 'utf8') : `${path} is missing: npm run generate`).toBe(text);
}

/** A Markdown table. */
export const markdownTable = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
