import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { open } from '../support/browser.ts';
import { pagesOf } from '../support/pages.ts';
import { Stage } from '../support/story.ts';

const stage = new Stage();
const limit = 100_000;

test('a first visit to any public page loads at most 100 kB of JavaScript, gzip', async () => {
  for (const { name, path } of (await pagesOf(stage.server)).filter(({ as }) => as === 'guest')) {
    const page = await stage.guest();
    // What the service worker fetches for later is not what the visit waits for.
    await page.route('**/service-worker.js', (route) => route.abort());
    const scripts: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.body().then((body) => gzipSync(body).length));
    });
    await open(page, path);
    const bytes = (await Promise.all(scripts)).reduce((sum, one) => sum + one, 0);
    assert.ok(bytes > 0 && bytes <= limit, `${name}: ${bytes} bytes`);
    await page.context().close();
  }
});
