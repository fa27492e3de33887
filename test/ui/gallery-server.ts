import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { render } from 'preact-render-to-string';
import { z } from 'zod';
import type { Reading } from '#src/ui/reading.ts';
import { galleryPages } from './gallery.tsx';

const Manifest = z.record(z.string(), z.object({ file: z.string() }));
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'";

const found = {
  pupils: [
    { href: '/pupil', name: 'Okafor, Amara', detail: 'Year 4, Oak' },
    { href: '/today', name: 'Okoye, Amadi', detail: 'Year 2, Ash' },
  ],
};

/** The gallery with the real assets, under the program's own content security policy, on a free port. */
export async function serveGallery() {
  const manifest = Manifest.parse(JSON.parse(readFileSync('dist/client/manifest.json', 'utf8')));
  const ending = (end: string) =>
    Object.values(manifest).flatMap(({ file }) =>
      file.endsWith(end) && !file.includes('/offline/') ? [`/${file}`] : [],
    );
  const assets = { css: ending('.css'), js: ending('.js') };
  let reading: Partial<Reading> = {};
  let isBusy = true;
  let posts = 0;

  const answer = (path: string, method: string | undefined): { type: string; body: string | Buffer } => {
    if (method === 'POST') posts++;
    if (path === '/find.json') return { type: 'application/json', body: JSON.stringify(found) };
    const type = types[extname(path)];
    if (type) return { type, body: readFileSync(join('dist/client', path)) };
    const shown = galleryPages(assets, reading).find(({ name }) => path === `/${name}`);
    const html = shown ? render(shown.page) : '<title>Nothing</title>';
    return {
      type: 'text/html',
      body: `<!doctype html>${isBusy ? html : html.replace(/ data-refresh="2"/, '')}`,
    };
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://gallery');
    const { type, body } = answer(pathname, request.method);
    // A form takes its time, so that it can be sent twice by mistake.
    setTimeout(
      () => {
        response.writeHead(200, { 'content-type': type, 'content-security-policy': policy });
        response.end(body);
      },
      request.method === 'POST' ? 400 : 0,
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    read: (as: Partial<Reading>) => {
      reading = as;
    },
    finish: () => {
      isBusy = false;
    },
    posts: () => posts,
    close: () => server.close(),
  };
}
