// Keeps the shell and every page that was opened, so that they can be read where there is no network.
import { assets, immutable } from '$app/manifest';
import { version } from '$app/env';
import { self } from '$app/service-worker';

const shell = `shell-${version}`;
/** Replies of the server for pages that were opened; forgotten when somebody signs out. */
const opened = 'opened';
/** A page without a public article: the bare frame, which draws any page. */
const frame = '/all';
const patience = 4000;

const shellFiles = [...immutable, ...assets].map((file) => new URL(file.path, self.location.origin + '/').pathname);

self.addEventListener('install', (event) => event.waitUntil(install().then(() => self.skipWaiting())));

async function install(): Promise<void> {
  const cache = await caches.open(shell);
  // The script that starts the app is made after this list was (scripts/finish.ts): the frame names it.
  const html = await (await fetch(frame)).text();
  const starts = [...html.matchAll(/<script src="([^"]+)"/g)].map((found) => found[1]!);
  await cache.addAll([...new Set([...shellFiles, ...starts]), frame]);
}

self.addEventListener('activate', (event) => {
  const outdated = (name: string) => name.startsWith('shell-') && name !== shell;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(outdated).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'forget') event.waitUntil(caches.delete(opened));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/_app/immutable/') || shellFiles.includes(url.pathname)) event.respondWith(fromShell(request));
  else if (request.mode === 'navigate') event.respondWith(navigate(request));
  else if (isReadable(request, url)) event.respondWith(fresh(request));
});

const isReadable = (request: Request, url: URL) =>
  url.pathname.startsWith('/api/') && !request.headers.get('Accept')?.includes('text/event-stream');

async function fromShell(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: shell, ignoreSearch: true })) ?? fetch(request);
}

async function navigate(request: Request): Promise<Response> {
  try {
    return await withPatience(request);
  } catch {
    return (await caches.match(frame, { cacheName: shell })) ?? Response.error();
  }
}

/** The server's answer when it comes in time, otherwise what was kept when the page was last opened. */
async function fresh(request: Request): Promise<Response> {
  const cache = await caches.open(opened);
  const kept = await cache.match(request);
  try {
    const response = await (kept ? withPatience(request) : fetch(request));
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

function withPatience(request: Request): Promise<Response> {
  return fetch(request, { signal: AbortSignal.timeout(patience) });
}
