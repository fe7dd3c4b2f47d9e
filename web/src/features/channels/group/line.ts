// LINE shows pages in a browser of its own, in which choosing a photo or recording a voice may fail.

export const isInsideLine = (agent: string): boolean => /\bLine\//i.test(agent);

/** LINE opens an address that says so in the phone's own browser. */
export function outsideLine(address: string): string {
  const url = new URL(address);
  url.searchParams.set('openExternalBrowser', '1');
  return url.href;
}
