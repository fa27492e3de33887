import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Files, filesOn, openFiles } from './files.ts';
import { Damaged } from './seal.ts';
import { diskStore, type Stored, s3Store } from './store.ts';

const secret = 'a secret for tests only, thirty-two characters and more';
const content = Uint8Array.from({ length: 150_000 }, (_, at) => at % 251);

/** A small server that speaks as much S3 as the store asks for; it refuses what is not signed. */
const kept = new Map<string, Buffer>();
let server: Server;
let endpoint: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname.replace('/bucket', '').replace(/^\//, '');
    const body = await buffer(request);
    const isSigned = request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=key-id/');
    const held = kept.get(name);
    if (isSigned !== true) response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>');
    else if (request.method === 'PUT') {
      kept.set(name, body);
      response.writeHead(200, { etag: '"e"' }).end();
    } else if (request.method === 'DELETE') {
      kept.delete(name);
      response.writeHead(204).end();
    } else if (name === '' && searchParams.get('list-type') === '2') {
      response.writeHead(200, { 'content-type': 'application/xml' }).end(listing(searchParams));
    } else if (held === undefined)
      response.writeHead(404).end('<Error><Code>NoSuchKey</Code><Message>none</Message></Error>');
    else response.writeHead(200, { 'content-length': held.length }).end(held);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  endpoint = `http://127.0.0.1:${address.port}/bucket`;
});

afterAll(() => {
  server.close();
});

/** Two names a page, so that the next page must be asked for. */
function listing(asked: URLSearchParams): string {
  const from = Number(asked.get('continuation-token') ?? 0);
  const names = [...kept.keys()].sort();
  const some = names.slice(from, from + 2).map(
    (name) =>
      `<Contents><Key>${name}</Key><LastModified>2026-11-20T10:00:00.000Z</LastModified><ETag>"e"</ETag>
       <Size>1</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  );
  const isMore = from + 2 < names.length;
  return `<?xml version="1.0"?><ListBucketResult><Name>bucket</Name><KeyCount>${some.length}</KeyCount>
    <IsTruncated>${isMore}</IsTruncated>${isMore ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ''}${some.join('')}</ListBucketResult>`;
}

const access = { region: 'eu-west-2', accessKeyId: 'key-id', secretAccessKey: 'key-secret' };
const folder = () => mkdtempSync(join(tmpdir(), 'sendero-files-'));

const places: readonly (readonly [string, () => Files])[] = [
  ['a folder', () => filesOn(diskStore(join(folder(), 'files')), secret)],
  ['storage that speaks S3', () => filesOn(s3Store({ ...access, endpoint }), secret)],
];

describe.each(places)('files in %s', (_, make) => {
  it('come back as they were given, of any size', async () => {
    const files = make();
    for (const bytes of [content, new Uint8Array()]) {
      const name = await files.keep(bytes);
      expect(name).toMatch(/^[0-9a-f]{32}$/);
      expect(Buffer.from(await files.readWhole(name)).equals(bytes)).toBe(true);
    }
  });

  it('are listed with the time of keeping, and are gone when removed', async () => {
    const files = make();
    const names = [await files.keep(content), await files.keep(content), await files.keep(content)];
    const listed: readonly Stored[] = await Readable.from(files.list()).toArray();
    expect(names.filter((name) => !listed.some((one) => one.name === name))).toEqual([]);
    expect(listed.every(({ at }) => at.getTime() > Date.parse('2026-01-01'))).toBe(true);
    const [first = ''] = names;
    await files.remove(first);
    await files.remove(first);
    await expect(files.readWhole(first)).rejects.toThrow(Damaged);
    const left: readonly Stored[] = await Readable.from(files.list()).toArray();
    expect(left.map(({ name }) => name)).not.toContain(first);
  });
});

describe('files in a folder', () => {
  it('stand there sealed, under a name that says nothing, for nobody else to read', async () => {
    const dataFolder = folder();
    const files = openFiles({ secret, dataFolder });
    const name = await files.keep(Buffer.from('Amara Okafor'.repeat(20)));
    const place = join(dataFolder, 'files', name.slice(0, 2), name);
    expect(readFileSync(place).includes('Okafor')).toBe(false);
    expect(statSync(place).mode & 0o077).toBe(0);
    expect(readdirSync(join(dataFolder, 'files', name.slice(0, 2)))).toEqual([name]);
  });

  it('are told as damaged when somebody changed one byte on the disk', async () => {
    const dataFolder = folder();
    const files = openFiles({ secret, dataFolder });
    const name = await files.keep(content);
    const place = join(dataFolder, 'files', name.slice(0, 2), name);
    const bytes = readFileSync(place);
    bytes[bytes.length - 30] = (bytes[bytes.length - 30] ?? 0) ^ 1;
    writeFileSync(place, bytes);
    await expect(files.readWhole(name)).rejects.toThrow(Damaged);
  });
});

describe('storage that refuses', () => {
  it('fails to keep, rather than losing without a word', async () => {
    const files = filesOn(s3Store({ ...access, endpoint, accessKeyId: 'another' }), secret);
    await expect(files.keep(content)).rejects.toThrow();
  });
});
