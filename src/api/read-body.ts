import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Endpoint } from '#src/api/endpoint.ts';
import { errorsOf } from '#src/kernel/form.ts';
import type { Web } from '#src/platform/http/route.ts';
import { ProblemStop } from './problem.ts';

/** A body as it was sent, and a mark by which the same one is known again. */
export type SentBody = { readonly values: unknown; readonly mark: string };

const kinds = { json: 'application/json', form: 'multipart/form-data' } as const;
const MEGABYTE = 1024 * 1024;
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('base64url');

/** Reads what was sent: of the kind that the address takes, no larger than it can use. */
export async function readBody(web: Web, of: Pick<Endpoint, 'takes' | 'largestBody'>): Promise<SentBody> {
  const type = web.req.header('content-type') ?? '';
  const kind = kinds[of.takes];
  if (type.split(';')[0]?.trim().toLowerCase() !== kind)
    throw new ProblemStop(415, { detail: `Send ${kind}.` });
  const bytes = await readBounded(web.req.raw, of.largestBody);
  return of.takes === 'json' ? readJson(bytes) : readForm(bytes, type);
}

async function readBounded(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () =>
    new ProblemStop(413, { detail: `At most ${Math.round(most / MEGABYTE)} MB are taken.` });
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > most) throw tooLarge();
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

function readJson(bytes: Uint8Array): SentBody {
  try {
    const values: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return { values, mark: sha256(bytes) };
  } catch {
    throw new ProblemStop(400, { detail: 'The body is not JSON in UTF-8.' });
  }
}

/** The boundary between the parts is chance, so the mark is made of the parts. */
async function readForm(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<SentBody> {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new ProblemStop(400, { detail: 'The body is not a form.' });
  });
  const marks: string[] = [];
  for (const [name, value] of form) {
    const content = typeof value === 'string' ? value : new Uint8Array(await value.arrayBuffer());
    marks.push(`${name} ${sha256(content)}`);
  }
  return { values: Object.fromEntries(form), mark: sha256(marks.join('\n')) };
}

/** The messages of a schema by field; a name that it does not have is said by its name. */
export function errorsIn(error: z.ZodError): Record<string, string> {
  const unknown = error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  const known = error.issues.filter((issue) => issue.code !== 'unrecognized_keys');
  return {
    ...errorsOf({ issues: known } as z.ZodError),
    ...Object.fromEntries(unknown.map((name) => [name, `There is no ${name} here`])),
  };
}
