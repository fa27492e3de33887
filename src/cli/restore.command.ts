import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { RestoreRefused, restoreBackup } from '#src/backup/restore-backup.ts';
import { type Key, Unreadable } from '#src/backup/seal.ts';
import { anotherServes } from '#src/platform/db/postgres.ts';
import { askAgain } from '#src/platform/jobs/boss.ts';
import { readSettings } from '#src/platform/settings.ts';
import { findServer, prepareDatabase } from '#src/start.ts';
import { keyFrom } from './backup-keys.ts';
import { type Command, doneWith, type Ended, refusedWith, usage } from './command.ts';

const typed =
  'restore FILE [--passphrase-file FILE] [--identity FILE]… [--replace] [--without-secret] [--json]';

/** `sendero restore`: a backup into an empty database, compared table by table. Sendero must be stopped. */
export const restoreCommand: Command = {
  usage: typed,
  says: 'put a backup into an empty database, or with --replace into any, and compare',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'passphrase-file': { type: 'string' },
        identity: { type: 'string', multiple: true },
        replace: { type: 'boolean' },
        'without-secret': { type: 'boolean' },
      },
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) return usage(typed);
    if (!existsSync(path)) return refusedWith(`There is no file at ${path}.`);
    const key = await keyFrom({
      passphraseFile: values['passphrase-file'],
      identityFiles: values.identity,
    });
    if (typeof key === 'string') return refusedWith(key);
    return restore(resolve(path), key, {
      isReplacing: values.replace === true,
      withoutSecret: values['without-secret'] === true,
    });
  },
};

type How = { readonly isReplacing: boolean; readonly withoutSecret: boolean };

async function restore(path: string, key: Key, how: How): Promise<Ended> {
  const settings = readSettings();
  if (anotherServes(settings.dataFolder))
    return refusedWith('Sendero is running on this data folder. Stop it first. Nothing was changed.');
  const server = await findServer(settings);
  const from = performance.now();
  try {
    const { jobs, ...restored } = await restoreBackup({
      ownerUrl: server.url,
      secret: settings.secret,
      filesFolder: join(settings.dataFolder, 'files'),
      path,
      key,
      ...how,
    });
    await prepareDatabase(settings);
    await askAgain(server.url, settings.secret, jobs);
    const seconds = Math.round((performance.now() - from) / 100) / 10;
    return doneWith(
      { file: path, ...restored, jobs: jobs.length, seconds },
      `Restored ${restored.rows} rows of ${restored.tables} tables and ${restored.files} documents, as they stood at ${restored.madeAt}, in ${seconds} s. Each table was compared with the backup and is the same.`,
    );
  } catch (error) {
    if (error instanceof RestoreRefused || error instanceof Unreadable) return refusedWith(error.message);
    throw error;
  } finally {
    if (server.isOurs) server.stop();
  }
}
