import { loadSite } from '#features/site/site.ts';

// The server renders head and article of public pages itself; this app takes over in the browser.
export const ssr = false;
export const prerender = false;

export const load = async ({ fetch }) => ({ site: await loadSite(fetch) });
