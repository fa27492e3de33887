import { createConnection } from 'node:net';

export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly path: string };

/** `silent`: no answer, or none that says anything of the bytes. */
export type Scanned =
  | { readonly kind: 'clean' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'found'; readonly what: string };
export type Scanner = { readonly scan: (bytes: Uint8Array) => Promise<Scanned> };

const pieceSize = 64 * 1024;

/** The virus scanner ClamAV, asked over its own protocol (INSTREAM). It never throws: a dead one is silent. */
export const clamd = (address: ScannerAddress, milliseconds = 20_000): Scanner => ({
  scan: (bytes) =>
    new Promise((tell) => {
      let answer = '';
      const socket = createConnection(address);
      const end = (scanned: Scanned) => {
        clearTimeout(late);
        socket.destroy();
        tell(scanned);
      };
      const late = setTimeout(() => end({ kind: 'silent' }), milliseconds);
      socket.on('error', () => end(understood(answer)));
      socket.on('close', () => end(understood(answer)));
      socket.on('data', (part) => {
        answer += part.toString('latin1');
        if (answer.includes('\0')) end(understood(answer));
      });
      socket.on('connect', () => {
        socket.write('zINSTREAM\0');
        for (let from = 0; from < bytes.length; from += pieceSize) {
          const piece = bytes.subarray(from, from + pieceSize);
          socket.write(lengthOf(piece));
          socket.write(piece);
        }
        socket.write(lengthOf(new Uint8Array()));
      });
    }),
});

function lengthOf({ length }: Uint8Array): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(length);
  return four;
}

/** `stream: OK`, `stream: Eicar-Test-Signature FOUND`; anything else, as a limit exceeded, says nothing. */
function understood(answer: string): Scanned {
  const [, what] = /^stream: (.{1,200}) FOUND\0/.exec(answer) ?? [];
  if (what !== undefined) return { kind: 'found', what };
  return answer.startsWith('stream: OK\0') ? { kind: 'clean' } : { kind: 'silent' };
}
