import { readdirSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { sayPlugin } from './scripts/say.ts';

const server = `http://127.0.0.1:${process.env['LOMWONG_PORT'] ?? 8080}`;

/** SvelteKit's live announcer carries an inline style, which a strict Content-Security-Policy refuses; base.css styles it instead. */
const plainAnnouncer: Plugin = {
  name: 'lomwong-plain-announcer',
  enforce: 'pre',
  transform: {
    filter: { id: /kit\/src\/runtime\/components\/root\.svelte$/ },
    handler: (code) => code.replace(/(id="svelte-announcer"[^>]*?)\s+style="[^"]*"/, '$1'),
  },
};

/** A third of all pages: a number alone would take in more with every page that is added. */
const most = Math.round(readdirSync('src/routes', { recursive: true }).filter((path) => String(path).endsWith('+page.svelte')).length / 3);

/**
 * Left to itself the bundler writes a file for every set of pages that share something: sixty scripts and thirty style sheets for a first
 * visit, most of them smaller than their request. All styles are one file, smaller than one picture; what every page needs is another, and
 * so is what most need; the rest is split by who needs it.
 */
const chunks = [
  { name: 'styles', test: /\.css($|\?)|type=style/, priority: 3 },
  // What is written into the page must be set before anything that reads it while it loads.
  { name: 'first', test: /runtime\/client\/payload\.js$|vite\/preload-helper/, priority: 3 },
  { name: 'frame', test: /src\/routes\/\+layout\./, priority: 2 },
  // But what a feature says only its own pages load, however many they are.
  { name: 'common', test: /src\/(?!lib\/say\/messages\/(?!ui|frame|lib))/, minShareCount: most, priority: 1 },
  { name: 'shared', minShareCount: 2, entriesAware: true },
];

export default defineConfig({
  plugins: [
    plainAnnouncer,
    sayPlugin(),
    sveltekit({
      adapter: adapter({ pages: 'build', fallback: 'index.html' }),
      compilerOptions: { runes: true },
      // Absolute addresses: the same index.html answers for every path.
      paths: { relative: false },
      serviceWorker: { register: false }, // by src/lib/offline.ts, in its own time
      version: { pollInterval: 15 * 60 * 1000 },
    }),
  ],
  build: { target: 'es2022', assetsInlineLimit: 0 },
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: chunks } } } } } },
  server: { proxy: { '/api': server } },
  test: { include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'], environment: 'node' },
});
