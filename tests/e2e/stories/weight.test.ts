import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { open } from '../support/browser.ts';
import { pagesOf } from '../support/pages.ts';
import { facilitator } from '../support/people.ts';
import { Stage } from '../support/story.ts';

const stage = new Stage();
const limit = 100_000;
/** Besides what anybody reads: where somebody stands in a hall with a weak signal. */
const inTheHall = ['session-record', 'circle-capture'];

test('a first visit to any public page, and to those of a hall, loads at most 100 kB of JavaScript, gzip', async () => {
  const measured = (await pagesOf(stage.server)).filter(({ name, as }) => as === 'guest' || inTheHall.includes(name));
  const heavy: string[] = [];
  for (const { name, path, as } of measured) {
    const page = await (as === 'guest' ? stage.guest() : stage.person(facilitator));
    // What the service worker fetches for later is not what the visit waits for.
    await page.route('**/service-worker.js', (route) => route.abort());
    const scripts: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.body().then((body) => gzipSync(body).length));
    });
    await open(page, path);
    const bytes = (await Promise.all(scripts)).reduce((sum, one) => sum + one, 0);
    assert.ok(bytes > 0, name);
    if (bytes > limit) heavy.push(`${name}: ${bytes} bytes`);
    await page.context().close();
  }
  assert.deepEqual(heavy, []);
});
