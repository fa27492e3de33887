import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Damaged, makeSealer } from './seal.ts';
import { diskStore, type S3Settings, type Store, type Stored, s3Store } from './store.ts';

/** Files at rest: encrypted, by names that say nothing. */
export type Files = {
  /** Keeps bytes and gives the name that they have from now on. */
  readonly keep: (content: Uint8Array) => Promise<string>;
  /** Throws `Damaged` where what is kept is not what was given, or is gone. */
  readonly read: (name: string) => Promise<AsyncGenerator<Uint8Array>>;
  readonly readWhole: (name: string) => Promise<Uint8Array<ArrayBuffer>>;
  readonly remove: (name: string) => Promise<void>;
  readonly list: () => AsyncGenerator<Stored>;
};

type Given = {
  readonly secret: string;
  readonly dataFolder: string;
  readonly s3?: S3Settings | undefined;
};

export const openFiles = ({ secret, dataFolder, s3 }: Given): Files =>
  filesOn(s3 === undefined ? diskStore(join(dataFolder, 'files')) : s3Store(s3), secret);

/** Puts the seal on what goes into a store, and takes it off what comes out. */
export function filesOn(store: Store, secret: string): Files {
  const sealer = makeSealer(secret);
  const read: Files['read'] = async (name) => {
    const sealed = await store.get(name);
    if (sealed === null) throw new Damaged('gone');
    return sealer.open(name, sealed);
  };
  return {
    keep: async (content) => {
      const name = randomBytes(16).toString('hex');
      await store.put(name, sealer.seal(name, Readable.from([content])));
      return name;
    },
    read,
    readWhole: async (name) => new Uint8Array(await buffer(await read(name))),
    remove: store.remove,
    list: store.list,
  };
}
