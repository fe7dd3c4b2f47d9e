// Which files go in parts, and the way to what sends them: that is loaded with the first of them.
import type { Large } from './in-parts.ts';
import { Unreachable } from './problem.ts';

export type { Large };

/** Above this a file goes in parts: on a slow line a megabyte takes some twenty seconds. */
const large = 1_000_000;
export const isLarge = ({ size }: Blob): boolean => size > large;

export async function inParts(file: Large): Promise<Response> {
  const { sendInParts } = await import('./in-parts.ts').catch(() => {
    throw new Unreachable();
  });
  return sendInParts(file);
}
