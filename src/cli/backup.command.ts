import { existsSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { NoBackupRole } from '#src/backup/backup-role.ts';
import type { Lock } from '#src/backup/seal.ts';
import { BackupRefused, writeBackup } from '#src/backup/write-backup.ts';
import { systemClock } from '#src/platform/clock/clock.ts';
import { anotherServes } from '#src/platform/db/postgres.ts';
import { readSettings } from '#src/platform/settings.ts';
import { findServer } from '#src/start.ts';
import { lockFrom } from './backup-keys.ts';
import { type Command, doneWith, type Ended, refusedWith, usage } from './command.ts';

const typed = 'backup FILE [--passphrase-file FILE] [--recipient age1…]… [--json]';

/** `sendero backup`: everything at one moment, encrypted, read back and compared. Sendero may go on meanwhile. */
export const backupCommand: Command = {
  usage: typed,
  says: 'write everything to a new encrypted file, and read it back',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'passphrase-file': { type: 'string' },
        recipient: { type: 'string', multiple: true },
      },
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) return usage(typed);
    if (existsSync(path))
      return refusedWith(`There is a file at ${path} already. Give each backup a new name.`);
    const lock = await lockFrom({
      passphraseFile: values['passphrase-file'],
      recipients: values.recipient,
    });
    return typeof lock === 'string' ? refusedWith(lock) : backUp(resolve(path), lock);
  },
};

async function backUp(path: string, lock: Lock): Promise<Ended> {
  const settings = readSettings();
  const isNew = settings.databaseUrl === null && !existsSync(join(settings.dataFolder, 'postgres.json'));
  if (isNew)
    return refusedWith(`The folder ${settings.dataFolder} holds no Sendero: there is nothing to back up.`);
  const isServed = anotherServes(settings.dataFolder);
  const server = await findServer(settings);
  const from = performance.now();
  try {
    const made = await writeBackup({
      ownerUrl: server.url,
      secret: settings.secret,
      clock: systemClock,
      filesFolder: join(settings.dataFolder, 'files'),
      path,
      lock,
    });
    const seconds = Math.round((performance.now() - from) / 100) / 10;
    const json = { file: path, ...made, seconds };
    // What passes every wall leaves a line, as every other deed does.
    await appendFile(
      join(settings.dataFolder, 'backups.log'),
      `${JSON.stringify({ ...json, by: userInfo().username })}\n`,
      { mode: 0o600 },
    );
    return doneWith(
      json,
      `Wrote ${path}: ${made.rows} rows of ${made.tables} tables and ${made.files} documents in ${seconds} s. It was read back and holds the same. Keep the passphrase or key, and SENDERO_SECRET, in another place than this file.`,
    );
  } catch (error) {
    if (error instanceof BackupRefused || error instanceof NoBackupRole) return refusedWith(error.message);
    throw error;
  } finally {
    if (server.isOurs && !isServed) server.stop();
  }
}
