// The service worker: keeps one whole version of the app, so that it opens with no network.
//
// The build fills in the three values below. A version's files stand in a cache of its own, all of them or
// none. A new version waits until the page asks for it, and the one before it stays until the new one has run.
'use strict';

const SERVING = /*ob:serving*/ true /*ob*/; // under `cargo xtask serve`: the network first, nothing precached
const VERSION = /*ob:version*/ 'serve' /*ob*/;
const ASSETS = /*ob:assets*/ [] /*ob*/; // [[path, integrity], ...]; './' is the page itself

const SCOPE = self.registration.scope;
const PREFIX = `obverse ${SCOPE} `; // an origin may be shared: no other cache is ever touched
const CACHE = PREFIX + VERSION;
const PAGE = new URL('./', SCOPE).href;
const RAN = new URL('./ob-ran', SCOPE).href; // stands in a cache once its version has been usable
const BACK = new URL('./ob-back', SCOPE).href; // stands in a cache when the person went back from it
const AWAY = new URL('./ob-away', SCOPE).href; // stands in a cache while the page that is shown is the host's, of another version
const INTEGRITY = new Map(ASSETS.map(([path, integrity]) => [new URL(path, SCOPE).href, integrity]));

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(SCOPE)) return;
  if (SERVING) event.respondWith(networkFirst(request));
  else if (request.mode === 'navigate') event.respondWith(navigation(request));
  else event.respondWith(asset(request));
});

self.addEventListener('message', (event) => {
  const reply = (answer) => (event.ports[0] ?? event.source)?.postMessage(answer);
  const { type, version } = event.data ?? {};
  if (type === 'skip-waiting') self.skipWaiting();
  if (type === 'ran') event.waitUntil(ran(version));
  if (type === 'whole') event.waitUntil(mend().then((whole) => reply({ type: 'whole', whole })));
  if (type === 'version') event.waitUntil(state().then(reply));
  if (type === 'forget') event.waitUntil(forget().then(() => reply({ type: 'forgotten' })));
  if (type === 'go-back') event.waitUntil(mark(CACHE, BACK).then(() => reply({ type: 'went-back' })));
});

// All files of this version or none: one stale or missing file makes the install fail as a whole. What is there already
// was checked when it was put there: so another script for the same version has nothing to fetch.
async function install() {
  if (SERVING) return self.skipWaiting();
  const already = await caches.has(CACHE);
  try {
    const responses = await Promise.all((already ? await missing() : [...INTEGRITY.keys()]).map(fresh));
    const cache = await caches.open(CACHE);
    await Promise.all(responses.map(([url, response]) => cache.put(url, response)));
  } catch (problem) {
    if (!already) await caches.delete(CACHE);
    throw problem;
  }
}

async function activate() {
  for (const name of await ours()) {
    // What never ran and is not this version is a version that was replaced while it waited.
    if (name !== CACHE && !(await has(name, RAN)) && !SERVING) await caches.delete(name);
  }
  // The page registers its worker once it is usable, so the first version of all has run.
  if ((await ours()).length === 1) await mark(CACHE, RAN);
  await self.clients.claim();
}

// The page was usable, so the version before this one is not needed any more.
async function ran(version) {
  if (version !== undefined && version !== VERSION) return; // said by a page of the version before
  if (await has(CACHE, BACK)) return; // likewise: the person went back to it
  await mark(CACHE, RAN);
  if (self.registration.installing || self.registration.waiting) return; // their files must stay
  for (const name of await ours()) if (name !== CACHE) await caches.delete(name);
}

// The person has the app taken off this browser.
async function forget() {
  await self.registration.unregister();
  for (const name of await ours()) await caches.delete(name);
}

// The addresses of this version's files that are not in its cache.
async function missing() {
  const there = new Set((await (await caches.open(CACHE)).keys()).map((request) => request.url));
  return [...INTEGRITY.keys()].filter((url) => !there.has(url));
}

// Fetches what is gone from the cache and puts it back. Says whether all of this version is there then.
async function mend() {
  const gone = await missing();
  const mended = gone.map((url) => fresh(url).then(keep));
  return (await Promise.allSettled(mended)).every(({ status }) => status === 'fulfilled');
}

async function state() {
  return { type: 'version', version: VERSION, earlier: (await earlier()) !== undefined };
}

// The name of the cache of the version that ran before this one.
async function earlier() {
  for (const name of await ours()) if (name !== CACHE && (await has(name, RAN))) return name;
  return undefined;
}

// The name of the cache whose page is shown: of this version, unless the person went back from it.
async function shown() {
  return ((await has(CACHE, BACK)) && (await earlier())) || CACHE;
}

async function navigation(request) {
  const url = new URL(request.url);
  const home = url.origin + url.pathname;
  if (home !== PAGE && home !== new URL('./index.html', SCOPE).href) {
    // Not an address of ours: whatever stands there, else the app, at the address that its files are found from.
    const found = await fetch(request).catch(() => undefined);
    return found && found.status !== 404 ? found : Response.redirect(PAGE, 302);
  }
  const kept = await (await caches.open(await shown())).match(PAGE);
  if (kept) return kept;
  const healed = await heal(PAGE).catch(() => undefined);
  if (!healed) return another(request);
  await unmark(CACHE, AWAY);
  return healed;
}

// The page is gone, and what the host has is not this version's. It comes with files of its own, so those here are passed
// by until the newer version is installed, or this one's page is back.
async function another(request) {
  const found = await fetch(request);
  await mark(CACHE, AWAY);
  self.registration.update().catch(() => {}); // it is looked for at the next opening too
  return found;
}

// The page's own version first: the worker's files are called the same in each.
async function asset(request) {
  const url = request.url.split('#')[0];
  if (await has(CACHE, AWAY)) {
    const found = await fetch(request).catch(() => undefined);
    if (found) return found;
  }
  for (const name of [await shown(), CACHE, ...(await ours())]) {
    const kept = await (await caches.open(name)).match(url, { ignoreVary: true });
    if (kept) return kept;
  }
  return INTEGRITY.has(url) ? heal(url).catch(() => fetch(request)) : fetch(request);
}

// A file of this version that is gone from the cache is fetched and put back.
async function heal(url) {
  const [, response] = await fresh(url);
  await keep([url, response.clone()]).catch(() => {}); // without room for it, it is shown all the same
  return response;
}

async function keep([url, response]) {
  await (await caches.open(CACHE)).put(url, response);
}

// Fetches a file past the HTTP cache and checks that it is this version's. Hosts may redirect to the page,
// and a redirected response cannot answer a navigation: so its body is taken out of it.
async function fresh(url) {
  const response = await fetch(new Request(url, { cache: 'no-cache', integrity: INTEGRITY.get(url) }));
  if (!response.ok) throw new TypeError(`${url}: ${response.status}`);
  if (!response.redirected) return [url, response];
  return [url, new Response(await response.blob(), { headers: response.headers })];
}

async function networkFirst(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok && request.mode === 'navigate') await empty(cache); // the files of the rebuild before
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (offline) {
    const kept = await cache.match(request.mode === 'navigate' ? PAGE : request, { ignoreVary: true });
    if (kept) return kept;
    throw offline;
  }
}

async function empty(cache) {
  for (const request of await cache.keys()) await cache.delete(request);
}

async function ours() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

async function mark(name, what) {
  await (await caches.open(name)).put(what, new Response(''));
}

async function unmark(name, what) {
  await (await caches.open(name)).delete(what);
}

async function has(name, what) {
  return (await (await caches.open(name)).match(what)) !== undefined;
}
