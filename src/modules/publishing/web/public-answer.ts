import { NotFound } from '#src/kernel/stops.ts';
import type { App, Route, Web } from '#src/platform/http/route.ts';
import type { Program } from '#src/platform/program.ts';
import { openPublication } from '../commands/open-publication.ts';
import { type DocumentKind, kindOfSlug, kindsOfDocument } from '../domain/document-kinds.ts';
import type { Publication } from '../domain/publication.ts';

type Answer = { readonly type: string; readonly body: string | Uint8Array<ArrayBuffer> };
type Opened = { readonly urn: string; readonly kind: DocumentKind; readonly program: Program };

/** Kept by browsers and proxies for so long: what is withdrawn is gone from them after that. */
const secondsKept = 300;

/**
 * An address that anybody may ask, with no session and no cookie: it looks at none and sets none, so the answer is the same for
 * everybody and may be kept. A school that is not there and a document that never was answer alike.
 */
export const publicRoute = (
  path: string,
  make: (publication: Publication, opened: Opened) => Answer | Promise<Answer>,
): Route => ({
  path,
  methods: ['GET'],
  may: 'open',
  mount: (app: App, program: Program) => {
    app.get(path, async (web: Web) => {
      const { publication, ...asked } = await open(web, program);
      const isGone = publication.withdrawnOn !== null;
      const tag = `"${publication.publicationId}${isGone ? '-gone' : ''}"`;
      const headers = {
        'cache-control': `public, max-age=${secondsKept}`,
        'content-language': 'en-GB',
        etag: tag,
      };
      if (web.req.header('if-none-match') === tag) return web.body(null, 304, headers);
      const { type, body } = await make(publication, { ...asked, program });
      return web.body(body, isGone ? 410 : 200, { ...headers, 'content-type': type });
    });
  },
});

async function open(web: Web, program: Program) {
  const urn = web.req.param('urn') ?? '';
  const kind = kindOfSlug(web.req.param('document') ?? '');
  if (kind === null || !kindsOfDocument[kind].isPublic || !/^\d{6}$/.test(urn)) throw new NotFound();
  const publication = await openPublication(program, urn, kind);
  if (publication === null) throw new NotFound();
  return { urn, kind, publication };
}
