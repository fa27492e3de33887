import './compile-cache.ts';
import { backupCommand } from './cli/backup.command.ts';
import { benchCommand } from './cli/bench.command.ts';
import { checkCommand } from './cli/check.command.ts';
import { citusCommand } from './cli/citus.command.ts';
import { clocksCommand } from './cli/clocks.command.ts';
import { type Command, report } from './cli/command.ts';
import { demoCommand } from './cli/demo.command.ts';
import { importCommand } from './cli/import.command.ts';
import { restoreCommand } from './cli/restore.command.ts';
import { schoolCommand } from './cli/school.command.ts';
import { tokenCommand } from './cli/token.command.ts';
import { userCommand } from './cli/user.command.ts';

const serveCommand: Command = {
  usage: 'serve',
  says: 'answer pages until stopped',
  run: async () => {
    const { serve } = await import('./main.ts');
    await serve((words) => process.stdout.write(`${words}\n`));
    return null;
  },
};

const migrateCommand: Command = {
  usage: 'migrate [--json]',
  says: 'bring the database to the newest schema',
  run: async () => {
    const { withProgram } = await import('./cli/with-program.ts');
    return withProgram(async () => ({
      exit: 0,
      json: { migrated: true },
      words: 'The database is up to date.',
    }));
  },
};

/** Every command of the shell, by its first word. */
const commands: Readonly<Record<string, Command>> = {
  serve: serveCommand,
  migrate: migrateCommand,
  demo: demoCommand,
  import: importCommand,
  backup: backupCommand,
  restore: restoreCommand,
  bench: benchCommand,
  citus: citusCommand,
  school: schoolCommand,
  clocks: clocksCommand,
  check: checkCommand,
  user: userCommand,
  token: tokenCommand,
};

const help = () =>
  [
    'Sendero, for administrators and scripts.',
    '',
    ...Object.values(commands).map((one) => `  ${one.usage}\n      ${one.says}`),
  ].join('\n');

const [name = '', ...rest] = process.argv.slice(2);
const isJson = rest.includes('--json');
const command = commands[name];
if (command === undefined) {
  process.stderr.write(`${help()}\n`);
  process.exitCode = name === 'help' || name === '--help' ? 0 : 2;
} else {
  try {
    const ended = await command.run(rest.filter((word) => word !== '--json'));
    if (ended !== null) {
      report(ended, isJson);
      process.exitCode = ended.exit;
    }
  } catch (error) {
    // parseArgs explains a wrong option in one sentence; anything else is a fault and shows where.
    const isUsage =
      error instanceof TypeError && String(Reflect.get(error, 'code')).startsWith('ERR_PARSE_ARGS');
    process.stderr.write(
      `${isUsage ? `${error.message}\nUsage: sendero ${command.usage}` : error instanceof Error ? error.stack : error}\n`,
    );
    process.exitCode = isUsage ? 2 : 1;
  }
}
