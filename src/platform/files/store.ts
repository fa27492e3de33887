import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { S3mini } from 's3mini';

type Bytes = AsyncIterable<Uint8Array>;
export type Stored = { readonly name: string; readonly at: Date };

/** A place that keeps bytes by name. */
export type Store = {
  /** Done when the bytes are safe: on the disk itself, or acknowledged. */
  readonly put: (name: string, bytes: Bytes) => Promise<void>;
  /** Null when nothing of that name is kept. */
  readonly get: (name: string) => Promise<Bytes | null>;
  readonly remove: (name: string) => Promise<void>;
  readonly list: () => AsyncGenerator<Stored>;
};

/** Files in a folder, spread over folders of the first two letters. */
export function diskStore(folder: string): Store {
  const placeOf = (name: string) => join(folder, name.slice(0, 2), name);
  const sync = async (path: string) => {
    const file = await open(path, 'r');
    await file.sync().finally(() => file.close());
  };
  return {
    put: async (name, bytes) => {
      const place = placeOf(name);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      const beside = `${place}.part`;
      await pipeline(bytes, createWriteStream(beside, { mode: 0o600, flush: true }));
      await rename(beside, place);
      await sync(dirname(place));
    },
    get: async (name) => {
      const place = placeOf(name);
      return existsSync(place) ? createReadStream(place) : null;
    },
    remove: (name) => rm(placeOf(name), { force: true }),
    async *list() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      for (const part of await readdir(folder)) {
        for (const name of await readdir(join(folder, part))) {
          yield { name, at: (await stat(join(folder, part, name))).mtime };
        }
      }
    },
  };
}

export type S3Settings = {
  /** With the bucket: `https://s3.eu-west-2.amazonaws.com/bucket`. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

/** A bucket of any storage that speaks S3, which nobody else may use. */
export function s3Store(settings: S3Settings): Store {
  const bucket = new S3mini({ ...settings, requestAbortTimeout: 60_000 });
  return {
    put: async (name, bytes) => {
      // A file has 25 MB at most, and a request with its length is understood by every such storage.
      await bucket.putObject(name, await buffer(bytes), 'application/octet-stream');
    },
    get: async (name) => {
      const answer = await bucket.getObjectResponse(name);
      return answer === null ? null : readAll(answer);
    },
    remove: async (name) => {
      await bucket.deleteObject(name);
    },
    async *list() {
      let next: string | undefined;
      do {
        const page = await bucket.listObjectsPaged('/', '', 1000, next);
        for (const { Key, LastModified } of page?.objects ?? [])
          yield { name: Key, at: new Date(LastModified) };
        next = page?.nextContinuationToken;
      } while (next !== undefined);
    },
  };
}

async function* readAll(answer: Response): AsyncGenerator<Uint8Array> {
  const reader = answer.body?.getReader();
  if (reader === undefined) return;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
