/**
 * The worker of the offline screen. It keeps the few files that the screen is made of, which name nobody, and nothing that
 * comes later: sessions and taps never pass through it.
 */
type Named = { readonly files: readonly string[]; readonly mark: string };
const waitMilliseconds = 3000;

/** What the server writes before this script: the files, and a mark that differs from build to build. */
const named: Named = Reflect.get(self, 'offline');
const cacheName = `sendero-offline-${named.mark}`;

/** A file as it is for everybody; one that leads elsewhere, as to signing in, is not kept. */
async function keep(cache: Cache, file: string): Promise<void> {
  const answer = await fetch(file, { cache: 'reload', redirect: 'error' });
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  await cache.put(file, answer);
}

async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await Promise.all(named.files.map((file) => keep(cache, file)));
  await Reflect.get(self, 'skipWaiting').call(self);
}

async function activate(): Promise<void> {
  const old = (await caches.keys()).filter(
    (name) => name.startsWith('sendero-offline-') && name !== cacheName,
  );
  await Promise.all(old.map((name) => caches.delete(name)));
  await Reflect.get(self, 'clients').claim();
}

const kept = async (path: string): Promise<Response> =>
  (await (await caches.open(cacheName)).match(path)) ?? Response.error();

/** The screen itself comes from the server where there is signal, so that signing in happens; else as it was kept. */
function screen(request: Request, path: string): Promise<Response> {
  const late = new Promise<Response>((done) => setTimeout(() => done(kept(path)), waitMilliseconds));
  const asked = fetch(request).then(
    (answer) => (answer.status >= 500 ? kept(path) : answer),
    () => kept(path),
  );
  return Promise.race([asked, late]);
}

/** The library of types knows the window alone: what only a worker's event has is looked up. */
const tell = (event: Event, what: 'waitUntil' | 'respondWith', work: Promise<unknown>): void =>
  Reflect.get(event, what).call(event, work);

self.addEventListener('install', (event) => tell(event, 'waitUntil', install()));
self.addEventListener('activate', (event) => tell(event, 'waitUntil', activate()));
self.addEventListener('fetch', (event) => {
  const request: Request = Reflect.get(event, 'request');
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !named.files.includes(pathname)) return;
  tell(event, 'respondWith', request.mode === 'navigate' ? screen(request, pathname) : kept(pathname));
});
