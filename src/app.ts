import { channel } from 'node:diagnostics_channel';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { sql } from 'kysely';
import { answerStop } from './answer-stop.tsx';
import { mountApi } from './api/mount-api.ts';
import { isRoute, type Route } from './platform/http/route.ts';
import type { Program } from './platform/program.ts';
import { projectRoot } from './platform/project-root.ts';
import { safeHeaders } from './safe-headers.ts';

const found = import.meta.glob<Readonly<Record<string, unknown>>>(
  ['./modules/*/web/*.{page,download,deed}.{ts,tsx}', './pages/**/*.{page,download,deed}.{ts,tsx}'],
  { eager: true },
);

/** Every route of the program: the default exports of files named after what they are. */
export const routes: readonly (Route & { readonly file: string })[] = Object.entries(found).map(
  ([file, module]) => {
    const route = module.default;
    if (!isRoute(route)) throw new Error(`${file} has no route as its default export`);
    return { ...route, file };
  },
);

/** Tells whoever measures how long an answer took, in milliseconds. */
const answering = channel('sendero:answer');

/** The whole program as one function from request to answer. Tests call it without a socket. */
export function buildApp(program: Program): Hono {
  const app = new Hono();
  const { url } = program.settings;
  app.use(async (_, next) => {
    const from = performance.now();
    await next();
    if (answering.hasSubscribers) answering.publish(performance.now() - from);
  });
  app.onError((error, web) => answerStop(web, program, error));
  app.notFound((web) => answerStop(web, program, null));
  app.use(safeHeaders(url.startsWith('https:')));
  const asset = serveStatic({
    root: `${projectRoot}/dist/client`,
    onFound: (path, web) => {
      const isHashed = path.includes('/assets/');
      web.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    },
  });
  app.use('/assets/*', asset);
  app.use('/favicon.svg', asset);
  app.use(async (web, next) => {
    web.header('cache-control', 'no-store');
    await next();
  });
  app.get('/health', async (web) => {
    try {
      await sql`select 1`.execute(program.database.app);
      return web.json({ status: 'ok', database: 'ok' });
    } catch {
      return web.json({ status: 'unavailable', database: 'no answer' }, 503);
    }
  });
  mountApi(app, program);
  app.use(csrf({ origin: [...ownOrigins(program)] }));
  for (const route of routes.toSorted(wordsBeforeNames)) route.mount(app, program);
  return app;
}

/** The first route that fits answers, so `/school/groups/new` must stand before `/school/groups/:groupId`. */
const wordsBeforeNames = (one: Route, other: Route): number => {
  const [first, second] = [one, other].map(({ path }) => path.replaceAll(':', '~'));
  return (first ?? '') < (second ?? '') ? -1 : 1;
};

/** Where a form may come from: our own address, and on one machine its two names. */
function ownOrigins({ settings }: Program): readonly string[] {
  const own = new URL(settings.url).origin;
  const near = ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${settings.port}`);
  return settings.host === '127.0.0.1' ? [own, ...near] : [own];
}
