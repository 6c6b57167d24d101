// @ts-nocheck: a worker's own world, which the types of pages don't know.
// Keeps one page at hand, the telephone page of those who visit, so that it opens without a network. Nothing anybody said
// passes through here: the doors of the day and what was written lie in the page's own store.

const kept = 'huiyin-visits-field-1';
const patience = 5000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** The page says what it is made of; what it no longer needs goes. */
self.addEventListener('message', (event) => {
  const urls = event.data && event.data.keep;
  if (!Array.isArray(urls)) return;
  // A page that a service worker serves is of its own origin; there is none to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const tell = (done) => event.source.postMessage({ kept: done });
  event.waitUntil(
    keep(urls).then(
      () => tell(true),
      () => tell(false),
    ),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && url.pathname === new URL(self.registration.scope).pathname) event.respondWith(page(request));
  else if (url.pathname.startsWith('/_app/')) event.respondWith(part(request));
});

async function page(request) {
  const asked = fetch(request);
  try {
    return await Promise.race([asked, new Promise((_, reject) => setTimeout(reject, patience, new Error('slow')))]);
  } catch {
    const found = await caches.match(self.registration.scope, { cacheName: kept, ignoreVary: true });
    return found || asked;
  }
}

async function part(request) {
  return (await caches.match(request.url, { cacheName: kept, ignoreVary: true })) || fetch(request);
}

async function keep(urls) {
  const cache = await caches.open(kept);
  const answer = await fetch(self.registration.scope, { redirect: 'error', credentials: 'same-origin' });
  if (!answer.ok) throw new Error('not there');
  await cache.put(self.registration.scope, answer);
  const wanted = new Set([self.registration.scope, ...urls]);
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
  for (const url of urls) if (!(await cache.match(url, { ignoreVary: true }))) await cache.add(url);
}
