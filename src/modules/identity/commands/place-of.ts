import { getConnInfo } from '@hono/node-server/conninfo';

/** A request, as the server hands it on. */
type Web = Parameters<typeof getConnInfo>[0];

const loopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/**
 * The other end of the connection; behind a proxy on this machine, the address that the proxy saw. Nobody else is
 * believed, as anybody can write that header.
 */
export function placeOf(web: Web): string {
  const near = nearEnd(web);
  const seen = web.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return loopback.includes(near) && seen !== undefined && seen !== '' ? seen : near;
}

function nearEnd(web: Web): string {
  try {
    return getConnInfo(web).remote.address ?? 'unknown';
  } catch {
    return 'no socket';
  }
}
