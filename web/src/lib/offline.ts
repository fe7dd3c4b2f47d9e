// The service worker, which keeps the app for where there is no network (src/service-worker.ts), comes when the page is there: it fetches
// the whole app, and whoever opens their first page on a weak line wants to read that page first.

const quiet = 3000; // milliseconds after the page has loaded

function register(): void {
  setTimeout(() => void navigator.serviceWorker.register('/service-worker.js', { type: 'module' }).catch(() => undefined), quiet);
}

/** Without one (plain http, private windows) everything works but reading where there is no network. */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}

/** What the page for capturing a circle stands on: kept with what was opened (service-worker.ts), before anybody has opened it. That page renews it. */
export async function keepOwnCircles(): Promise<void> {
  const own = '/api/circles/mine';
  // There are none on a page that came over plain http.
  if ('caches' in globalThis && !(await caches.match(own))) await (await caches.open('opened')).add(own).catch(() => undefined);
}
