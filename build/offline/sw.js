// The service worker of the build: it keeps the build's files, and serves the page from them.
/// <reference lib="webworker" />

/** Put in by the build: a name that changes with its files, and these, relative to this one. */
const BUILD = '__BUILD__';
/** @type {string[]} */
const FILES = JSON.parse('__FILES__');

const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const PAGE = new URL('./', scope.location.href).href;
/** The name of the app, as caches were called before those of a folder had its name. */
const APP = 'foresheet ';
/** Two deployments on one origin keep their files apart by their folder. */
const FOLDER = new URL(PAGE).pathname;
const PREFIX = FOLDER === '/' ? APP : `${APP}${FOLDER} `;
const CACHE = PREFIX + BUILD;

/** The files are the same for whoever asks, though servers say that they vary with the origin. */
const ANY = { ignoreVary: true };

/** Files whose name changes with what they hold. @param {string} file */
const isHashed = (file) => file.startsWith('assets/');

/** All files or none: what an older build has of them is taken from there. */
async function fetchAll() {
  const cache = await caches.open(CACHE);
  await Promise.all(
    FILES.map(async (file) => {
      const found = isHashed(file) ? await caches.match(file, ANY) : undefined;
      if (found) return cache.put(file, found);
      return cache.add(new Request(file, { cache: isHashed(file) ? 'default' : 'reload' }));
    }),
  );
}

/** Older builds go, unless another page still runs on one: it may load a part of it. */
async function tidy() {
  const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length > 1) return;
  const old = (await caches.keys()).filter((name) => name.startsWith(APP) && name !== CACHE);
  await Promise.all(old.map(async (name) => (await isOwn(name)) && caches.delete(name)));
}

/** Whether a cache is of this folder: it holds its page. @param {string} name */
const isOwn = async (name) => (await (await caches.open(name)).match(PAGE)) !== undefined;

/** @param {Request} request */
async function answer(request) {
  const { pathname, search } = new URL(request.url);
  const isPage = request.mode === 'navigate' && [PAGE, `${PAGE}index.html`].includes(new URL(pathname, PAGE).href);
  // Asked for by a page that stays and waits for another version.
  if (isPage && search === '?nothing') return new Response(null, { status: 204 });
  const cache = await caches.open(CACHE);
  const found = isPage
    ? await cache.match(PAGE)
    : ((await cache.match(request, ANY)) ?? (await caches.match(request, ANY)));
  return found ?? fetch(request);
}

scope.addEventListener('install', (event) => event.waitUntil(fetchAll()));
scope.addEventListener('activate', (event) => event.waitUntil(tidy()));
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(PAGE)) event.respondWith(answer(request));
});
// A newer version takes over only when a person asks for it.
scope.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(scope.skipWaiting());
});
