import { readFile } from 'node:fs/promises';
import type { Key, Lock } from '#src/backup/seal.ts';

const shortest = 12;

type Given = {
  readonly passphraseFile?: string | undefined;
  /** Files with secret keys of age. */
  readonly identityFiles?: readonly string[] | undefined;
  /** Public keys of age. */
  readonly recipients?: readonly string[] | undefined;
};

/** What a backup is closed with: public keys if any are given, else the passphrase. A sentence says what is missing. */
export async function lockFrom({ recipients = [], ...rest }: Given): Promise<Lock | string> {
  const strange = recipients.find((one) => !/^age1[a-z0-9]{40,}$/.test(one));
  if (strange !== undefined)
    return `${strange} is not a public key of age. Such a key begins with age1; age-keygen makes one.`;
  if (recipients.length > 0) return { kind: 'recipients', recipients };
  const passphrase = await findPassphrase(rest);
  if (passphrase === null)
    return 'A backup is always encrypted. Set SENDERO_BACKUP_PASSPHRASE, or give --passphrase-file FILE or --recipient age1….';
  if (passphrase.length < shortest)
    return `The passphrase has ${passphrase.length} characters. Give ${shortest} or more: four or five words chosen at random.`;
  return { kind: 'passphrase', passphrase };
}

/** What a backup is opened with; a sentence says what is missing. */
export async function keyFrom({ identityFiles = [], ...rest }: Given): Promise<Key | string> {
  if (identityFiles.length > 0) {
    const texts = await Promise.all(identityFiles.map((path) => readFile(path, 'utf8')));
    const identities = texts.flatMap((text) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line.startsWith('AGE-SECRET-KEY-')),
    );
    if (identities.length === 0) return 'The key file holds no line that begins with AGE-SECRET-KEY-.';
    return { kind: 'identities', identities };
  }
  const passphrase = await findPassphrase(rest);
  if (passphrase === null)
    return 'Give what opens the backup: SENDERO_BACKUP_PASSPHRASE, --passphrase-file FILE or --identity FILE.';
  return { kind: 'passphrase', passphrase };
}

async function findPassphrase({ passphraseFile }: Given): Promise<string | null> {
  if (passphraseFile !== undefined) return (await readFile(passphraseFile, 'utf8')).trim() || null;
  return process.env.SENDERO_BACKUP_PASSPHRASE || null;
}
