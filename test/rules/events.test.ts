import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '#src/platform/project-root.ts';
import { expectGenerated, markdownTable } from '../generated.ts';

const modules = join(projectRoot, 'src', 'modules');

type Told = {
  readonly module: string;
  readonly type: string;
  readonly version: string;
  readonly by: readonly string[];
};

/** The events that a module names, and the commands whose text records them. */
function eventsOf(module: string): Told[] {
  const domain = join(modules, module, 'domain');
  const files = list(domain).filter((name) => name.endsWith('.events.ts'));
  const commands = list(join(modules, module, 'commands')).filter(
    (name) => /\.ts$/.test(name) && !name.endsWith('.test.ts'),
  );
  const named = files.flatMap((file) => [
    ...readFileSync(join(domain, file), 'utf8').matchAll(/\b([A-Z][A-Za-z]+): (\d+)/g),
  ]);
  return named.map(([, type = '', version = '']) => ({
    module,
    type,
    version,
    by: commands.filter((file) =>
      readFileSync(join(modules, module, 'commands', file), 'utf8').includes(`'${type}'`),
    ),
  }));
}

const list = (folder: string): string[] => {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
};

const all = list(modules).flatMap(eventsOf);

describe('events', () => {
  it('are each recorded by a command', () => {
    expect(all.filter(({ by }) => by.length === 0).map(({ module, type }) => `${module}: ${type}`)).toEqual(
      [],
    );
  });

  it('have one name each in the whole program', () => {
    const names = all.map(({ type }) => type);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('are listed beside the commands that record them', () => {
    const rows = all.map(({ module, type, version, by }) => [
      module,
      `\`${type}\``,
      version,
      by.map((file) => `\`${file}\``).join(', '),
    ]);
    const text = [
      '# Events',
      '',
      'What is recorded, and by which command. Printed by `npm run generate`.',
      '',
      markdownTable(['module', 'event', 'version', 'recorded by'], rows),
      '',
    ].join('\n');
    expectGenerated('docs/generated/events.md', text);
  });
});
