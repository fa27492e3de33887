import { createServer, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { clamd } from './scanner.ts';

/** A scanner run by the test: it reads the protocol as clamd does, and answers as it is told. */
async function withClamd<T>(
  answer: (content: Buffer, socket: Socket) => void,
  work: (port: number) => Promise<T>,
): Promise<T> {
  const server = createServer((socket) => {
    let held = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      held = Buffer.concat([held, part]);
      const content = contentOf(held);
      if (content !== null) answer(content, socket);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  try {
    return await work(address.port);
  } finally {
    server.close();
  }
}

/** What was sent, once the piece of no length has come. */
function contentOf(held: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (held.length < command.length) return null;
  expect(held.subarray(0, command.length).toString('latin1')).toBe(command);
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= held.length; ) {
    const size = held.readUInt32BE(at);
    if (size === 0) return Buffer.concat(pieces);
    pieces.push(held.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return null;
}

// In two parts, so that no scanner takes this test for what it tests.
const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-${'ANTIVIRUS-TEST-FILE!$H+H*'}`;
const honest = (content: Buffer, socket: Socket) =>
  socket.end(content.includes('EICAR-STANDARD') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
const at = (port: number, milliseconds?: number) => clamd({ host: '127.0.0.1', port }, milliseconds);

describe('the virus scanner', () => {
  it('calls clean what it found nothing in, of any size', async () => {
    await withClamd(honest, async (port) => {
      for (const size of [0, 10, 200_000])
        expect(await at(port).scan(new Uint8Array(size))).toEqual({ kind: 'clean' });
    });
  });

  it('is given every byte', async () => {
    const bytes = Uint8Array.from({ length: 200_000 }, (_, place) => place % 251);
    let seen: Buffer | null = null;
    await withClamd(
      (content, socket) => {
        seen = content;
        socket.end('stream: OK\0');
      },
      (port) => at(port).scan(bytes),
    );
    expect(Buffer.from(bytes).equals(seen ?? Buffer.alloc(0))).toBe(true);
  });

  it('names what it found', async () => {
    const scanned = await withClamd(honest, (port) => at(port).scan(Buffer.from(eicar)));
    expect(scanned).toEqual({ kind: 'found', what: 'Eicar-Test-Signature' });
  });

  it.each<[string, (content: Buffer, socket: Socket) => void]>([
    ['an error', (_, socket) => socket.end('INSTREAM size limit exceeded. ERROR\0')],
    ['half an answer', (_, socket) => socket.end('stream: O')],
    ['nothing', (_, socket) => socket.end()],
    ['a broken line', (_, socket) => socket.destroy()],
    ['something else', (_, socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n\0')],
  ])('is silent when it answers %s', async (_, answer) => {
    const scanned = await withClamd(answer, (port) => at(port).scan(new Uint8Array(100)));
    expect(scanned).toEqual({ kind: 'silent' });
  });

  it('is silent when it takes too long', async () => {
    const waiting: Socket[] = [];
    const scanned = await withClamd(
      (_, socket) => waiting.push(socket),
      (port) => at(port, 100).scan(new Uint8Array(10)),
    );
    expect(scanned).toEqual({ kind: 'silent' });
  });

  it('is silent when nobody is there', async () => {
    const port = await withClamd(honest, async (free) => free);
    expect(await at(port).scan(new Uint8Array(10))).toEqual({ kind: 'silent' });
    expect(await clamd({ path: '/nowhere/clamd.sock' }).scan(new Uint8Array(10))).toEqual({ kind: 'silent' });
  });
});
