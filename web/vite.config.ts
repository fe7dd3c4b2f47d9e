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

export default defineConfig({
  plugins: [
    plainAnnouncer,
    sayPlugin(),
    sveltekit({
      adapter: adapter({ pages: 'build', fallback: 'index.html' }),
      compilerOptions: { runes: true },
      // Absolute addresses: the same index.html answers for every path.
      paths: { relative: false },
      serviceWorker: { register: true },
      version: { pollInterval: 15 * 60 * 1000 },
    }),
  ],
  build: { target: 'es2022', assetsInlineLimit: 0 },
  server: { proxy: { '/api': server } },
  test: { include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'], environment: 'node' },
});
