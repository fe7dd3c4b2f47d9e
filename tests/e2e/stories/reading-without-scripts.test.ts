import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pagesOf } from '../support/pages.ts';
import { Stage } from '../support/story.ts';

const stage = new Stage();
const publicRecords = ['circle', 'session', 'knowledge-item', 'area', 'organisation'];

test('public records are readable before any script has run, with what a link preview needs', async () => {
  const context = await stage.browser.newContext({ javaScriptEnabled: false, baseURL: stage.server.url, locale: 'th-TH' });
  const page = await context.newPage();
  const records = (await pagesOf(stage.server)).filter(({ name }) => publicRecords.includes(name));
  assert.equal(records.length, publicRecords.length);
  for (const { name, path } of records) {
    await page.goto(path);
    assert.ok(((await page.locator('main h1').first().textContent()) ?? '').trim(), `${name}: no heading in the page itself`);
    assert.ok(await page.locator('meta[property="og:title"]').getAttribute('content'), `${name}: no title for previews`);
    assert.ok(await page.locator('link[rel=canonical]').getAttribute('href'), `${name}: no permanent address`);
  }
});
