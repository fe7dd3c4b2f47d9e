// What nobody waits for: done when a page has long been there.

const long = 15_000;

/** In an idle moment well after the first visit is over; gives what calls it off. */
export function inQuiet(work: () => void): () => void {
  const timer = setTimeout(() => (window.requestIdleCallback ?? setTimeout)(work), long);
  return () => clearTimeout(timer);
}
