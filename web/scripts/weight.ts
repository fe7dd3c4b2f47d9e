// How much JavaScript a first visit to each page loads, gzip. Fails above 100 kB: what is heavier must load when it is looked at.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

type Chunk = { file: string; imports?: string[]; css?: string[] };

const limit = 100_000;
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const client = here('../.svelte-kit/output/client/');
const manifest = JSON.parse(readFileSync(client + '.vite/manifest.json', 'utf8')) as Record<string, Chunk>;

const sizes = new Map<string, number>();
function gzipped(path: string): number {
  if (!sizes.has(path)) sizes.set(path, gzipSync(readFileSync(path)).length);
  return sizes.get(path)!;
}

function closure(keys: string[], seen = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    closure(manifest[key]!.imports ?? [], seen);
  }
  return seen;
}

/** Route ids by node: SvelteKit writes the pages it knows as `"/circles/[circle]": [7, …]`. */
function pages(): Map<string, number> {
  const app = readFileSync(here('../.svelte-kit/generated/build/client-optimized/app.js'), 'utf8');
  const dictionary = app.match(/dictionary\s*=\s*\{([\s\S]*?)\n\};/)?.[1] ?? '';
  return new Map([...dictionary.matchAll(/"([^"]+)":\s*\[~?(\d+)/g)].map((found) => [found[1]!, Number(found[2])]));
}

const entries = Object.keys(manifest).filter((key) => /client\/entry\.js$|client-optimized\/(app|nodes\/0)\.js$|payload\.js$/.test(key));
const node = (index: number) => `.svelte-kit/generated/build/client-optimized/nodes/${index}.js`;
const inPage = [
  ...readdirSync(here('../build/_app/immutable'))
    .filter((name) => /^start\..*js$/.test(name))
    .map((name) => '_app/immutable/' + name),
  'start.js',
];
const shell = inPage.reduce((sum, name) => sum + gzipped(here('../build/' + name)), 0);

const weights = [...pages()].map(([page, index]) => {
  const files = [...closure([...entries, node(index)])].map((key) => manifest[key]!.file);
  return { page, bytes: shell + files.filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + gzipped(client + file), 0) };
});
if (!weights.length) throw new Error('no pages found: build first');

weights.sort((a, b) => b.bytes - a.bytes);
for (const { page, bytes } of weights)
  console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB  ${page}${bytes > limit ? '  ← too heavy' : ''}`);
const heavy = weights.filter(({ bytes }) => bytes > limit).length;
console.log(`weight: ${weights.length} pages, ${heavy} above ${limit / 1000} kB gzip`);
process.exit(heavy ? 1 : 0);
