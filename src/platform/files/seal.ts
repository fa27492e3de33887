import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

type Bytes = AsyncIterable<Uint8Array>;

/** What is kept is not what was written: changed, cut, exchanged, or sealed with another secret. */
export class Damaged extends Error {
  override readonly name = 'Damaged';
}

export type Sealer = {
  /** Encrypts piece by piece. The name is bound in: the bytes open under no other. */
  readonly seal: (name: string, content: Bytes) => AsyncGenerator<Uint8Array>;
  /** Decrypts piece by piece; throws `Damaged` before it gives a byte of a piece that is not as it was written. */
  readonly open: (name: string, sealed: Bytes) => AsyncGenerator<Uint8Array>;
};

const cipher = 'aes-256-gcm';
const magic = Buffer.from('SENDERO1');
const sizes = { iv: 12, key: 32, tag: 16, piece: 64 * 1024 } as const;
const headSize = magic.length + sizes.iv + sizes.key + sizes.tag;

/**
 * Encryption of files at rest: AES-256-GCM with a random key a file, itself encrypted by a key derived (HKDF-SHA-256)
 * from the secret. Pieces of 64 KB carry their number, and the last one says that it is: none can be left out, added,
 * moved, or taken from another file without being noticed.
 */
export function makeSealer(secret: string): Sealer {
  const wrapping = Buffer.from(hkdfSync('sha256', secret, 'sendero', 'files', sizes.key));
  const wrap = (name: string, key: Buffer) => {
    const iv = randomBytes(sizes.iv);
    const { bytes, tag } = encrypt(wrapping, iv, key, Buffer.from(name));
    return Buffer.concat([magic, iv, bytes, tag]);
  };
  const unwrap = (name: string, head: Buffer) => {
    if (head.length < headSize || !head.subarray(0, magic.length).equals(magic)) throw new Damaged('head');
    const iv = head.subarray(magic.length, magic.length + sizes.iv);
    return decrypt(wrapping, iv, head.subarray(magic.length + sizes.iv), Buffer.from(name));
  };
  return {
    async *seal(name, content) {
      const key = randomBytes(sizes.key);
      yield wrap(name, key);
      for await (const { bytes, nonce } of pieces(content, sizes.piece)) {
        const sealed = encrypt(key, nonce, bytes);
        yield Buffer.concat([sealed.bytes, sealed.tag]);
      }
    },
    async *open(name, sealed) {
      const { head, rest } = await splitAt(sealed, headSize);
      const key = unwrap(name, head);
      for await (const { bytes, nonce } of pieces(rest, sizes.piece + sizes.tag)) {
        yield decrypt(key, nonce, bytes);
      }
    },
  };
}

function encrypt(key: Uint8Array, iv: Uint8Array, bytes: Uint8Array, bound?: Uint8Array) {
  const at = createCipheriv(cipher, key, iv, { authTagLength: sizes.tag });
  if (bound !== undefined) at.setAAD(bound);
  return { bytes: Buffer.concat([at.update(bytes), at.final()]), tag: at.getAuthTag() };
}

/** The tag stands at the end of the bytes. */
function decrypt(key: Uint8Array, iv: Uint8Array, sealed: Uint8Array, bound?: Uint8Array): Buffer {
  if (sealed.length < sizes.tag) throw new Damaged('cut');
  const at = createDecipheriv(cipher, key, iv, { authTagLength: sizes.tag });
  at.setAuthTag(sealed.subarray(sealed.length - sizes.tag));
  if (bound !== undefined) at.setAAD(bound);
  try {
    return Buffer.concat([at.update(sealed.subarray(0, sealed.length - sizes.tag)), at.final()]);
  } catch {
    throw new Damaged('changed');
  }
}

/** Pieces of one size, the last one of what is left; each with its nonce: whether it is the last, and its number. */
async function* pieces(source: Bytes, size: number) {
  let held = Buffer.alloc(0);
  let number = 0n;
  const numbered = (bytes: Buffer, isLast: boolean) => {
    const nonce = Buffer.alloc(sizes.iv);
    nonce.writeUInt8(isLast ? 1 : 0, 0);
    nonce.writeBigUInt64BE(number++, sizes.iv - 8);
    return { bytes, nonce };
  };
  for await (const part of source) {
    held = Buffer.concat([held, part]);
    let from = 0;
    for (; held.length - from > size; from += size) yield numbered(held.subarray(from, from + size), false);
    held = held.subarray(from);
  }
  yield numbered(held, true);
}

async function splitAt(source: Bytes, size: number): Promise<{ head: Buffer; rest: Bytes }> {
  const from = source[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  while (held.length < size) {
    const next = await from.next();
    if (next.done === true) break;
    held = Buffer.concat([held, next.value]);
  }
  async function* rest() {
    yield held.subarray(size);
    yield* { [Symbol.asyncIterator]: () => from };
  }
  return { head: held.subarray(0, size), rest: rest() };
}
