import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadRequest } from '#src/kernel/stops.ts';
import { type Part, partsOf } from './parts-of.ts';

const boundary = '----made-up-boundary';
const type = `multipart/form-data; boundary=${boundary}`;

/** The request in parts of some size, as a network gives it. */
const inPieces = (body: Uint8Array, size: number, contentType = type): Request =>
  new Request('http://localhost/', {
    method: 'POST',
    headers: { 'content-type': contentType },
    body: new ReadableStream<Uint8Array>({
      start: (to) => {
        for (let from = 0; from < body.length; from += size) to.enqueue(body.subarray(from, from + size));
        to.close();
      },
    }),
    duplex: 'half',
  } as RequestInit);

async function all(request: Request, most = 1_000_000): Promise<Part[]> {
  const parts: Part[] = [];
  for await (const part of partsOf(request, most)) parts.push(part);
  return parts;
}

/** What a browser sends of these files: made by the platform's own FormData. */
async function sent(files: readonly { name: string; bytes: Uint8Array }[]): Promise<[Uint8Array, string]> {
  const form = new FormData();
  for (const { name, bytes } of files) form.append('files', new File([new Uint8Array(bytes)], name));
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  return [new Uint8Array(await request.arrayBuffer()), request.headers.get('content-type') ?? ''];
}

const utf8 = (text: string) => new Uint8Array(Buffer.from(text));

describe('a form read part by part', () => {
  it('gives every file as it was sent, however the network cuts it', async () => {
    const anyFile = fc.record({
      name: fc.constantFrom('a.pdf', 'Zoë.pdf', 'with "marks".pdf', 'x'),
      bytes: fc.oneof(
        fc.uint8Array({ maxLength: 3000 }),
        fc.constantFrom('\r\n', '\r\n--', `\r\n--${boundary.slice(0, 8)}`, '--\r\n\r\n').map(utf8),
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyFile, { maxLength: 4 }),
        fc.integer({ min: 1, max: 400 }),
        async (files, size) => {
          const [body, contentType] = await sent(files);
          const parts = await all(inPieces(body, size, contentType));
          expect(parts.map(({ fileName, bytes }) => [fileName, Buffer.from(bytes).toString('hex')])).toEqual(
            files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('hex')]),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps nothing of a file that is too large, and reads the next', async () => {
    const [body, contentType] = await sent([
      { name: 'large', bytes: new Uint8Array(5000) },
      { name: 'small', bytes: utf8('small') },
    ]);
    const parts = await all(inPieces(body, 100, contentType), 1000);
    expect(parts.map(({ fileName, isTooLarge, bytes }) => [fileName, isTooLarge, bytes.length])).toEqual([
      ['large', true, 0],
      ['small', false, 5],
    ]);
  });

  it.each([
    ['another kind of form', utf8('a=b'), 'application/x-www-form-urlencoded'],
    ['no boundary', utf8('--x--'), 'multipart/form-data'],
    ['another boundary', utf8('--x\r\n\r\n'), type],
    [
      'a part that is cut',
      utf8(`--${boundary}\r\ncontent-disposition: form-data; name="a"\r\n\r\nhal`),
      type,
    ],
    ['a head without an end', utf8(`--${boundary}\r\n${'x'.repeat(40_000)}`), type],
  ])('refuses %s', async (_, body, contentType) => {
    await expect(all(inPieces(body, 1000, contentType))).rejects.toThrow(BadRequest);
  });
});
