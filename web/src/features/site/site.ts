// What an installation says of itself.
import type { components } from '#api/generated/paths.gen.ts';

export type Site = components['schemas']['site.Site'];

/** Away from the network nothing is said rather than something wrong. */
export async function loadSite(fetch: typeof globalThis.fetch): Promise<Site> {
  try {
    const response = await fetch('/api/site');
    return response.ok ? ((await response.json()) as Site) : { example: false };
  } catch {
    return { example: false };
  }
}
