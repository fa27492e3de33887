import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';

const Versions = z.record(z.string(), z.string());
const Package = z.object({
  dependencies: Versions,
  devDependencies: Versions,
  optionalDependencies: Versions,
});
const declared = Package.parse(JSON.parse(readFileSync('package.json', 'utf8')));
const names = Object.values(declared).flatMap((some) => Object.keys(some));

/** The rows of the tables: each begins with the package in backticks, and gives its reason in the next cell. */
const lines = [
  ...readFileSync('docs/adr/0011-dependencies.md', 'utf8').matchAll(/^\| `([^`]+)` \| (.*) \|$/gm),
].map(([, name = '', reason = '']) => ({ name, reason }));

it('gives every dependency one line, and every line its dependency', () => {
  expect(lines.map(({ name }) => name).sort()).toEqual(names.toSorted());
});

it('gives every dependency a reason', () => {
  expect(lines.filter(({ reason }) => reason.trim().length < 10)).toEqual([]);
});

it('names exact versions, so that a build today is the build of tomorrow', () => {
  const loose = Object.entries({ ...declared.dependencies, ...declared.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});
