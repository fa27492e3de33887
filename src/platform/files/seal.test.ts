import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Damaged, makeSealer } from './seal.ts';

const secret = 'a secret for tests only, thirty-two characters and more';
const sealer = makeSealer(secret);
const piece = 64 * 1024;

/** The bytes in parts of any sizes, as a disk or a network gives them. */
async function* inParts(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
const whole = (parts: AsyncIterable<Uint8Array>) => buffer(parts);
const seal = (bytes: Uint8Array, name = 'name') =>
  whole(sealer.seal(name, inParts(bytes, bytes.length || 1)));
const open = (bytes: Uint8Array, name = 'name') =>
  whole(sealer.open(name, inParts(bytes, bytes.length || 1)));
const filled = (size: number) => Uint8Array.from({ length: size }, (_, at) => (at * 7 + (at >> 8)) % 256);

const anySize = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.integer({ min: -2, max: 2 }).map((by) => piece + by),
  fc.integer({ min: -2, max: 2 }).map((by) => 3 * piece + by),
);

describe('sealed bytes', () => {
  it('open to what they were, whatever their size and however they come', async () => {
    await fc.assert(
      fc.asyncProperty(anySize, fc.integer({ min: 700, max: 200_000 }), async (size, part) => {
        const bytes = filled(size);
        const sealed = await whole(sealer.seal('name', inParts(bytes, part)));
        const opened = await whole(sealer.open('name', inParts(sealed, part)));
        expect(opened.equals(bytes)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('do not open when any one byte is another', async () => {
    const samples = [await seal(filled(0)), await seal(filled(200)), await seal(filled(2 * piece + 10))];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (sealed, place, by) => {
          const at = place % sealed.length;
          const changed = Uint8Array.from(sealed);
          changed[at] = (changed[at] ?? 0) ^ by;
          await expect(open(changed)).rejects.toThrow(Damaged);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('do not open when they were cut anywhere, or go on', async () => {
    const sealed = await seal(filled(2 * piece + 10));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: sealed.length - 1 }), async (until) => {
        await expect(open(sealed.subarray(0, until))).rejects.toThrow(Damaged);
      }),
      { numRuns: 60 },
    );
    const head = 68;
    const step = piece + 16;
    // Cut where a piece ends: each piece alone is whole, and the last is missed.
    await expect(open(sealed.subarray(0, head + step))).rejects.toThrow(Damaged);
    await expect(open(sealed.subarray(0, head + 2 * step))).rejects.toThrow(Damaged);
    await expect(open(Buffer.concat([sealed, sealed.subarray(head)]))).rejects.toThrow(Damaged);
  });

  it('do not open when two pieces changed places, or one came from another file', async () => {
    const [one, other] = [await seal(filled(3 * piece)), await seal(filled(3 * piece))];
    const [head, step] = [68, piece + 16];
    const part = (of: Buffer, at: number) => of.subarray(head + at * step, head + (at + 1) * step);
    const moved = [one.subarray(0, head), part(one, 1), part(one, 0), part(one, 2)];
    await expect(open(Buffer.concat(moved))).rejects.toThrow(Damaged);
    const mixed = [one.subarray(0, head), part(one, 0), part(other, 1), part(one, 2)];
    await expect(open(Buffer.concat(mixed))).rejects.toThrow(Damaged);
  });

  it('open under their own name and secret only', async () => {
    const sealed = await seal(filled(10), 'mine');
    await expect(open(sealed, 'another')).rejects.toThrow(Damaged);
    const others = makeSealer(`${secret}!`);
    await expect(whole(others.open('mine', inParts(sealed, 50)))).rejects.toThrow(Damaged);
    expect((await open(sealed, 'mine')).equals(filled(10))).toBe(true);
  });

  it('are never twice the same, and hold nothing that can be read', async () => {
    const words = Buffer.from('Amara Okafor, speech and language report');
    const [one, other] = [await seal(words), await seal(words)];
    expect(one.equals(other)).toBe(false);
    expect(one.includes('Okafor')).toBe(false);
  });
});
