import { BadRequest } from '#src/kernel/stops.ts';

/** One field of a posted form. Of a file that is larger than it may be nothing is kept. */
export type Part = {
  readonly name: string;
  readonly fileName: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly isTooLarge: boolean;
};

const headMost = 16 * 1024;

/**
 * Reads a multipart form part by part, so that a hundred files need the memory of one. A part above `most` bytes is
 * read past. A body that is no such form, or that ends too early, is a bad request.
 */
export async function* partsOf(request: Request, most: number): AsyncGenerator<Part> {
  const type = request.headers.get('content-type') ?? '';
  const boundary = /^multipart\/form-data;.*boundary="?([^";]{1,200})/i.exec(type)?.[1];
  const reader = request.body?.getReader();
  if (boundary === undefined || reader === undefined) throw new BadRequest('no form with files');
  const mark = Buffer.from(`\r\n--${boundary}`);
  // The first mark has no line before it.
  let held: Buffer = Buffer.from('\r\n');
  const more = async () => {
    const { done, value } = await reader.read();
    if (done) throw new BadRequest('the form ended too early');
    held = Buffer.concat([held, value]);
  };
  const until = async (what: Buffer | string) => {
    for (;;) {
      const at = held.indexOf(what);
      if (at >= 0) return at;
      if (held.length > headMost) throw new BadRequest('no part begins');
      await more();
    }
  };
  const first = await until(mark);
  held = held.subarray(first + mark.length);
  for (;;) {
    while (held.length < 2) await more();
    if (held.subarray(0, 2).toString() === '--') return;
    const end = await until('\r\n\r\n');
    const head = held.subarray(0, end).toString('utf8');
    held = held.subarray(end + 4);
    const kept: Buffer[] = [];
    let size = 0;
    const take = (bytes: Buffer) => {
      size += bytes.length;
      if (size <= most) kept.push(bytes);
    };
    let at = held.indexOf(mark);
    for (; at < 0; at = held.indexOf(mark)) {
      const safe = Math.max(0, held.length - mark.length);
      take(held.subarray(0, safe));
      held = held.subarray(safe);
      await more();
    }
    take(held.subarray(0, at));
    held = held.subarray(at + mark.length);
    const isTooLarge = size > most;
    const bytes = new Uint8Array(isTooLarge ? [] : Buffer.concat(kept));
    yield { name: said(head, 'name') ?? '', fileName: said(head, 'filename'), bytes, isTooLarge };
  }
}

/** Browsers write a quotation mark in a name as `%22`. */
const said = (head: string, what: 'name' | 'filename'): string | null =>
  new RegExp(`[; ]${what}="([^"]*)"`, 'i').exec(head)?.[1]?.replaceAll('%22', '"') ?? null;
