// Writes src/lib/say/messages/: one function a message, from locales/th.json and locales/en.json, one file a feature (the first word of the key),
// and what only one source file or one thing (a folder below a feature) says in one of its own. A page loads the messages of what it shows, of those the
// ones that anybody calls; a message that lacks a language, or whose blanks differ, fails the build.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const sources = { th: here('../../locales/th.json'), en: here('../../locales/en.json') };
const contract = here('../../api/openapi.json');
const folder = here('../src/lib/say/messages/');
const app = here('../src/');

export type Messages = Record<string, string>;

/** `{name}` is a blank; `{count|session|sessions}` is the word that fits the number in the blank `count`. */
const blank = /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g;

function blanks(message: string): string[] {
  return [...new Set([...message.matchAll(blank)].map((match) => match[1] as string))].sort();
}

function template(message: string): string {
  const literal = (text: string) => text.replace(/[\\`]|\$\{/g, '\\$&');
  let code = '';
  let from = 0;
  for (const match of message.matchAll(blank)) {
    const [whole, name, one, many] = match;
    code += literal(message.slice(from, match.index));
    code += one === undefined ? `\${show(it.${name})}` : `\${Number(it.${name}) === 1 ? ${JSON.stringify(one)} : ${JSON.stringify(many)}}`;
    from = match.index + whole.length;
  }
  return '`' + code + literal(message.slice(from)) + '`';
}

function differences(th: Messages, en: Messages): string[] {
  const missing = (from: Messages, to: Messages, language: string) =>
    Object.keys(from)
      .filter((key) => !(key in to))
      .map((key) => `${key}: no ${language}`);
  const unlike = Object.keys(th).filter((key) => key in en && blanks(th[key]!).join() !== blanks(en[key]!).join());
  return [...missing(th, en, 'English'), ...missing(en, th, 'Thai'), ...unlike.map((key) => `${key}: the blanks differ`)];
}

/** The messages that an installation may say in words of its own: the server's contract names them. */
function wordsOfTheirOwn(): Set<string> {
  if (!existsSync(contract)) return new Set();
  const { components } = JSON.parse(readFileSync(contract, 'utf8'));
  return new Set(components.schemas['site.SaidHere']?.properties.word.enum);
}

function functionOf(key: string, th: string, en: string, mayDiffer: boolean): string {
  const names = blanks(th);
  const parameter = names.length ? `it: { ${names.map((name) => `${name}: Shown`).join('; ')} }` : '';
  const said = `${mayDiffer ? `saidHere('${key}') ?? ` : ''}(thai() ? ${template(th)} : ${template(en)})`;
  return `/** ${th.replaceAll('*/', '* /')} */\nexport const ${key} = (${parameter}): string => ${said};\n`;
}

/** Which file holds a message, without its ending. */
export type Home = (key: string) => string;

export const featureOf: Home = (key) => key.split('_')[0]!;

/** "features/circles/room/Hall.svelte" → "circles_room_Hall_svelte" and "circles_room"; what lies elsewhere is of no thing. */
function placesOf(path: string): { file: string; thing: string } {
  if (path.startsWith('frame/')) return { file: 'frame', thing: 'frame' };
  const file = path.replace(/^(features|routes)\//, '').replace(/\W+/g, '_');
  return { file, thing: path.match(/features\/(\w+\/\w+)\//)?.[1]?.replace('/', '_') ?? '' };
}

/**
 * Path and text of every source → where each message lives: with the frame of every page, with the file or else the thing that alone says
 * it, or else with its feature. A bundler loads whole files, so that a page has what its own files say and no more.
 */
export function homesIn(sources: Iterable<[string, string]>): Home {
  const sayers = new Map<string, { files: Set<string>; things: Set<string> }>();
  for (const [path, text] of sources) {
    const { file, thing } = placesOf(path);
    for (const [, key] of text.matchAll(/\bsay\.([a-z]\w*)/g)) {
      const { files, things } = sayers.get(key!) ?? { files: new Set(), things: new Set() };
      sayers.set(key!, { files: files.add(file), things: things.add(thing) });
    }
  }
  const alone = (names: Set<string>) => (names.size === 1 ? [...names][0] : undefined);
  return (key) => {
    const said = sayers.get(key);
    if (said?.things.has('frame')) return 'frame';
    return (said && (alone(said.files) || alone(said.things))) || featureOf(key);
  };
}

function* sourcesOfApp(): Iterable<[string, string]> {
  for (const name of readdirSync(app, { recursive: true, encoding: 'utf8' }))
    if (/(?<!\.gen|\.test)\.(ts|svelte)$/.test(name)) yield [name, readFileSync(app + name, 'utf8')];
}

/** File name → its text; index.gen.ts gathers the others. */
export function writeMessages(th: Messages, en: Messages, differing = new Set<string>(), homeOf = featureOf): Map<string, string> {
  const wrong = differences(th, en);
  if (wrong.length) throw new Error(`locales/th.json and locales/en.json do not agree:\n  ${wrong.join('\n  ')}`);
  const files = new Map<string, string>();
  for (const key of Object.keys(th).sort()) {
    const name = `${homeOf(key)}.gen.ts`;
    const start = "import { saidHere, show, thai, type Shown } from '../language.svelte.ts';\n\n";
    files.set(name, (files.get(name) ?? start) + functionOf(key, th[key]!, en[key]!, differing.has(key)));
  }
  files.set('index.gen.ts', [...files.keys()].map((name) => `export * from './${name}';\n`).join(''));
  return files;
}

export function refreshMessages(): Home {
  const homeOf = homesIn(sourcesOfApp());
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Messages;
  const files = writeMessages(read(sources.th), read(sources.en), wordsOfTheirOwn(), homeOf);
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder).filter((name) => !files.has(name))) rmSync(folder + old);
  // Written only when it differs: a rewrite would make the development server reload for nothing.
  for (const [name, code] of files)
    if (!existsSync(folder + name) || readFileSync(folder + name, 'utf8') !== code) writeFileSync(folder + name, code);
  return homeOf;
}

/**
 * `say.circles_new` is written against the gathering file, which the types need; what is bundled names the files that hold it, because a
 * bundler loads whole files: through the gathering one, every page would carry every message.
 */
export function nameFiles(code: string, homeOf: Home): string {
  const homes = new Set([...code.matchAll(/\bsay\.([a-z]\w*)/g)].map((found) => homeOf(found[1]!)));
  const imports = [...homes].map((home) => `import * as say_${home} from '#say/${home}';`).join(' ');
  return code
    .replace("import * as say from '#say';", imports)
    .replace(/\bsay\.([a-z]\w*)/g, (_, key: string) => `say_${homeOf(key)}.${key}`);
}

export function sayPlugin(): Plugin {
  let homeOf = featureOf;
  const refresh = () => void (homeOf = refreshMessages());
  return {
    name: 'lomwong-say',
    enforce: 'pre',
    buildStart: refresh,
    transform: { filter: { id: /\/src\//, code: /import \* as say from '#say';/ }, handler: (code) => nameFiles(code, homeOf) },
    configureServer(server) {
      server.watcher.add(Object.values(sources));
      server.watcher.on('change', (path) => Object.values(sources).includes(path) && refresh());
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) refreshMessages();
