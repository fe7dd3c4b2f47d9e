// The last step of the build: what SvelteKit writes into index.html as an inline script becomes a file of its own, so that the server's
// Content-Security-Policy can say script-src 'self' and nothing more; the fonts of the first paint are asked for at once; and preloads.txt
// tells the server which scripts each page needs, so that they can be asked for before the app that would has arrived.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pages } from './chunks.ts';

const build = fileURLToPath(new URL('../build/', import.meta.url));
const preloaded = /ibm-plex-sans-thai-looped-(thai|latin)-400-normal\..*woff2$/;

/** Runs in the browser: what the server has drawn for reading is painted first, then the scripts are asked for. */
const whenPainted = (): Promise<void> =>
  new Promise((done) => {
    const begin = () => {
      for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="later"]')) link.rel = 'modulepreload';
      done();
    };
    // Nothing to read, or nobody looking: a page that is not seen is never painted.
    if (document.hidden || !document.querySelector('#before > main')) begin();
    else requestAnimationFrame(() => setTimeout(begin));
  });

function afterPaint(code: string): string {
  const begins = code.indexOf('import(');
  if (begins < 0) throw new Error('the inline script does not start the app');
  const first = code.slice(begins).replace(/^import\("([^"]+)"\)/, 'whenPainted().then(() => import("$1"))');
  return `{\nconst whenPainted = ${whenPainted.toString()};\n${code.slice(0, begins)}${first}}\n`;
}

function moveInlineScripts(html: string): string {
  return html.replace(/<script>([\s\S]*?)<\/script>/g, (_, inline: string) => {
    const code = afterPaint(inline);
    const name = `_app/immutable/start.${createHash('sha256').update(code).digest('base64url').slice(0, 10)}.js`;
    writeFileSync(build + name, code);
    return `<script src="/${name}" defer></script>`;
  });
}

function preloadFonts(html: string): string {
  const fonts = readdirSync(build + '_app/immutable/assets').filter((name) => preloaded.test(name));
  if (fonts.length !== 2) throw new Error(`expected the Thai and the Latin font, found ${fonts.join(', ') || 'none'}`);
  const link = (name: string) => `<link rel="preload" href="/_app/immutable/assets/${name}" as="font" type="font/woff2" crossorigin>`;
  return html.replace('</head>', `${fonts.map(link).join('\n    ')}\n  </head>`);
}

/** The server has drawn the page for reading: the scripts that make it an app come after it was painted. */
const readFirst = (html: string) => html.replaceAll('rel="modulepreload"', 'rel="later"');

const page = readFirst(preloadFonts(moveInlineScripts(readFileSync(build + 'index.html', 'utf8'))));
if (/<script(?![^>]*\bsrc=)/.test(page)) throw new Error('index.html still holds an inline script');
if (/\sstyle="/.test(page)) throw new Error('index.html holds an inline style');
writeFileSync(build + 'index.html', page);

// A line a page, precise addresses first: "/circles/[circle]", a tab, the scripts that only some pages load.
const lines = pages.map(({ address, own }) => `${address}\t${own.map((file) => '/' + file).join(' ')}\n`);
writeFileSync(build + 'preloads.txt', lines.join(''));
