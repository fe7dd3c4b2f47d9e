// How much JavaScript a first visit to each page loads, gzip. Fails above 100 kB: what is heavier must load when it is looked at.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { client, pages } from './chunks.ts';

const limit = 100_000;
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const sizes = new Map<string, number>();
function gzipped(path: string): number {
  if (!sizes.has(path)) sizes.set(path, gzipSync(readFileSync(path)).length);
  return sizes.get(path)!;
}

const inPage = [
  ...readdirSync(here('../build/_app/immutable'))
    .filter((name) => /^start\..*js$/.test(name))
    .map((name) => '_app/immutable/' + name),
  'start.js',
];
const shell = inPage.reduce((sum, name) => sum + gzipped(here('../build/' + name)), 0);

const weights = pages.map(({ address, frame, own }) => ({
  address,
  bytes: shell + [...frame, ...own].reduce((sum, file) => sum + gzipped(client + file), 0),
}));

weights.sort((a, b) => b.bytes - a.bytes);
for (const { address, bytes } of weights)
  console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB  ${address}${bytes > limit ? '  ← too heavy' : ''}`);
const heavy = weights.filter(({ bytes }) => bytes > limit).length;
console.log(`weight: ${weights.length} pages, ${heavy} above ${limit / 1000} kB gzip`);
process.exit(heavy ? 1 : 0);
