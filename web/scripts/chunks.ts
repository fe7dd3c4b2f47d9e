// Which files of the built app each page needs: read from Vite's manifest and from the list of pages that SvelteKit generates.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Chunk = { file: string; imports?: string[]; css?: string[] };

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** The folder that `file` of a chunk is in. */
export const client = here('../.svelte-kit/output/client/');

const manifest = JSON.parse(readFileSync(client + '.vite/manifest.json', 'utf8')) as Record<string, Chunk>;
const generated = '.svelte-kit/generated/build/client-optimized/';

function closure(keys: string[], seen = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    closure(manifest[key]!.imports ?? [], seen);
  }
  return seen;
}

const scripts = (keys: string[]) => [...closure(keys)].map((key) => manifest[key]!.file).filter((file) => file.endsWith('.js'));

/** Where a parameter stands, any word fits: of two addresses that fit, the one whose words come first is meant. */
const byPrecision = ([a]: [string, unknown], [b]: [string, unknown]) => (a.replaceAll('[', '~') < b.replaceAll('[', '~') ? -1 : 1);

/** Page by page, the numbers of its own node and of the layouts around it: SvelteKit writes `"/circles/[circle]": [13,[2]]`. */
function nodes(): [string, number[]][] {
  const app = readFileSync(here(`../${generated}app.js`), 'utf8');
  const dictionary = app.match(/dictionary\s*=\s*\{([\s\S]*?)\n\};/)?.[1] ?? '';
  const found = [...dictionary.matchAll(/"([^"]+)":\s*\[([~\d,[\]]+)\]/g)];
  return found.map((one): [string, number[]] => [one[1]!, (one[2]!.match(/\d+/g) ?? []).map(Number)]).sort(byPrecision);
}

const frame = scripts(
  Object.keys(manifest).filter((key) => /client\/(client-)?entry\.js$|client-optimized\/(app|nodes\/0)\.js$|payload\.js$/.test(key)),
);

/** The scripts of every page, precise addresses first: those of the frame, which all pages share, and the page's own. */
export const pages = nodes().map(([address, numbers]) => {
  const all = scripts(numbers.map((number) => `${generated}nodes/${number}.js`));
  return { address, frame, own: all.filter((file) => !frame.includes(file)) };
});
if (!pages.length) throw new Error('no pages found: build first');
