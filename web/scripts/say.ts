// Writes src/lib/say/messages.gen.ts: one function a message, from locales/th.json and locales/en.json.
// A page bundles only the messages it calls, and a message that lacks a language, or whose blanks differ, fails the build.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const sources = { th: here('../../locales/th.json'), en: here('../../locales/en.json') };
const target = here('../src/lib/say/messages.gen.ts');

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

export function writeMessages(th: Messages, en: Messages): string {
  const wrong = differences(th, en);
  if (wrong.length) throw new Error(`locales/th.json and locales/en.json do not agree:\n  ${wrong.join('\n  ')}`);
  const lines = Object.keys(th)
    .sort()
    .map((key) => {
      const names = blanks(th[key]!);
      const parameter = names.length ? `it: { ${names.map((name) => `${name}: Shown`).join('; ')} }` : '';
      return `/** ${th[key]!.replaceAll('*/', '* /')} */\nexport const ${key} = (${parameter}): string => (thai() ? ${template(th[key]!)} : ${template(en[key]!)});`;
    });
  return `// Written by scripts/say.ts from locales/*.json.\nimport { show, thai, type Shown } from './language.svelte.ts';\n\n${lines.join('\n')}\n`;
}

export function refreshMessages(): void {
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Messages;
  const code = writeMessages(read(sources.th), read(sources.en));
  // Written only when it differs: a rewrite would make the development server reload for nothing.
  if (!existsSync(target) || readFileSync(target, 'utf8') !== code) writeFileSync(target, code);
}

export function sayPlugin(): Plugin {
  return {
    name: 'lomwong-say',
    buildStart: refreshMessages,
    configureServer(server) {
      server.watcher.add(Object.values(sources));
      server.watcher.on('change', (path) => Object.values(sources).includes(path) && refreshMessages());
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) refreshMessages();
