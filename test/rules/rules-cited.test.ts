import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = 'docs/rules';
const forces = ['LAW', 'CoP', 'DATA', 'GRANT', 'LOCAL', 'PRACTICE'];

/** One rule as the documents tell it: what stands under its heading. */
type Rule = { readonly id: string; readonly words: string };

const rules: readonly Rule[] = readdirSync(folder)
  // The clocks have a table and a test of their own.
  .filter((file) => file !== 'README.md' && file !== 'clocks.md')
  .flatMap((file) => readFileSync(join(folder, file), 'utf8').split(/^## /m).slice(1))
  .map((part) => ({ id: part.split(' ')[0] ?? '', words: part }));

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => join('src', file));

/** The ids that some files cite as `(rule id)`. */
const citedIn = (files: readonly string[]): readonly string[] => {
  const cited = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\(rule ([a-z]+-\d+)\)/g)].map(([, id = '']) => id),
  );
  return [...new Set(cited)].sort();
};

/** The name and the place after `- Function:` or `- Test:`. */
const named = ({ words }: Rule, what: 'Function' | 'Test') =>
  new RegExp(`^- ${what}: (?:\`(\\w+)\` in )?\\[([^\\]]+)\\]\\(\\.\\./\\.\\./([^)]+)\\)$`, 'm').exec(words);

const isTest = (file: string) => /\.test\.tsx?$/.test(file);
const ids = rules.map(({ id }) => id);

describe('the rules', () => {
  it('have an id each', () => {
    expect(ids.length).toBeGreaterThan(10);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+-\d+$/.test(id))).toEqual([]);
  });

  it('are cited by code, and no other rule is', () => {
    expect(citedIn(sources.filter((file) => !isTest(file)))).toEqual(ids.toSorted());
  });

  it('are cited by a test, and no other rule is', () => {
    expect(citedIn(sources.filter(isTest))).toEqual(ids.toSorted());
  });

  it.each(rules)('$id names its force, its source, its function and its test', (rule) => {
    const force = /^- Force: (\w+)/m.exec(rule.words)?.[1];
    expect(forces).toContain(force);
    expect(rule.words).toMatch(/^- Source: \S/m);
    const [, name = '', shown, file = ''] = named(rule, 'Function') ?? [];
    expect(file).toBe(shown);
    expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`export (const|(?:async )?function) ${name}\\b`));
    expect(citedIn([file])).toContain(rule.id);
    const [, , , test = ''] = named(rule, 'Test') ?? [];
    expect(citedIn([test])).toContain(rule.id);
  });
});
