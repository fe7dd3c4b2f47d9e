// What a list is narrowed to stands in its address, so that a narrowed list can be kept and sent on.
import { goto } from '$app/navigation';
import { page } from '$app/state';

export const narrowedTo = (name: string): string => page.url.searchParams.get(name) ?? '';

/** Without a value, no longer narrowed by that. */
export function narrow(name: string, value: string): void {
  const query = new URLSearchParams([...page.url.searchParams]);
  if (value) query.set(name, value);
  else query.delete(name);
  void goto(`${page.url.pathname}?${query}`, { reset: false });
}
