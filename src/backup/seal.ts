import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

/** What closes a backup: one passphrase, or the public keys of those who may open it. */
export type Lock =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recipients'; readonly recipients: readonly string[] };
/** What opens it: the passphrase, or secret keys. */
export type Key =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'identities'; readonly identities: readonly string[] };

/** The file cannot be opened: another key, or not a whole and unchanged file. */
export class Unreadable extends Error {}

/**
 * Writes the pieces, compressed and encrypted in the format of age, to a new file that only its owner may read, and
 * waits for the disk. Gives back a key that reads it at once: for recipients one of this moment, kept in memory only.
 */
export async function seal(path: string, pieces: AsyncIterable<Uint8Array>, lock: Lock): Promise<Key> {
  const encrypter = new Encrypter();
  const key = await lockWith(encrypter, lock);
  await pipeline(
    pieces,
    createGzip({ level: 4 }),
    async function* (compressed: AsyncIterable<Uint8Array>) {
      yield* await encrypter.encrypt(webOf(compressed));
    },
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  );
  return key;
}

/** The pieces as a stream of the web's kind, which the library wants; read only as fast as it is asked for. */
function webOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const source = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const next = await source.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => {
      await source.return?.();
    },
  });
}

async function lockWith(encrypter: Encrypter, lock: Lock): Promise<Key> {
  if (lock.kind === 'passphrase') {
    encrypter.setPassphrase(lock.passphrase);
    return lock;
  }
  const passing = await generateX25519Identity();
  for (const recipient of [...lock.recipients, await identityToRecipient(passing)])
    encrypter.addRecipient(recipient);
  return { kind: 'identities', identities: [passing] };
}

/** The pieces of a sealed file. Throws `Unreadable` when the key is another, or the file was changed or cut short. */
export async function* unseal(path: string, key: Key): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  if (key.kind === 'passphrase') decrypter.addPassphrase(key.passphrase);
  else for (const identity of key.identities) decrypter.addIdentity(identity);
  const unpacked = createGunzip();
  try {
    const plain = await decrypter.decrypt(webOf(createReadStream(path)));
    const flowing = pipeline(Readable.from(plain), unpacked);
    // Its failure arrives through `unpacked` as well, where it is told.
    flowing.catch(() => undefined);
    for await (const piece of unpacked) yield piece;
    await flowing;
  } catch (error) {
    throw unreadable(error);
  }
}

/** What the libraries say, in words for whoever holds the file. A fault of the disk stays what it is. */
function unreadable(error: unknown): unknown {
  if (!(error instanceof Error) || 'syscall' in error || error instanceof Unreadable) return error;
  if (/no identity matched/i.test(error.message))
    return new Unreadable('The passphrase or key does not open this file.');
  return new Unreadable(
    'This is not a whole and unchanged backup: it was damaged, cut short, or is another file.',
  );
}
