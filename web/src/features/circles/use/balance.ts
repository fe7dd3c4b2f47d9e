// Whether three generations are there in numbers that let each be heard.
export type Balance = 'even' | 'leaning' | 'missing';

/** Even: the largest is at most twice the smallest. What nobody counted is not missing, but says nothing of balance either. */
export function balanceOf(counts: (number | undefined)[]): Balance {
  const known = counts.filter((count) => count !== undefined);
  if (known.length < counts.length || known.includes(0)) return 'missing';
  return Math.max(...known) <= 2 * Math.min(...known) ? 'even' : 'leaning';
}
