// What an installation says of itself.
import type { components } from '#api/generated/paths.gen.ts';
import { sayHere } from '#lib/say/language.svelte.ts';

export type Site = components['schemas']['site.Site'];

/** Away from the network nothing is said rather than something wrong. */
export async function loadSite(fetch: typeof globalThis.fetch): Promise<Site> {
  const site = await askSite(fetch);
  sayHere(site.words);
  return site;
}

async function askSite(fetch: typeof globalThis.fetch): Promise<Site> {
  try {
    const response = await fetch('/api/site');
    if (response.ok) return (await response.json()) as Site;
  } catch {
    // Said below.
  }
  return { example: false, words: [], fiscal_year_begins: 10 };
}
