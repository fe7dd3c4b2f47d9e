import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from '../support/browser.ts';
import { get, Stage, type Named } from '../support/story.ts';

const stage = new Stage();

test('who takes the link of an item along, or hands it to LINE, is counted once a day, and the item tells it', async () => {
  const page = await stage.guest();
  await page.context().grantPermissions(['clipboard-write']);
  // The server does not count browsers without a head.
  await page.setExtraHTTPHeaders({ 'User-Agent': 'Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0' });
  await page.context().route('https://line.me/**', (route) => route.fulfill({ body: '' }));
  const { address } = (await get<{ items: { card: Named }[] }>(page, '/api/knowledge?limit=1')).items[0]!.card;

  await open(page, address);
  const ways = page.getByRole('dialog');
  for (const way of [ways.getByRole('button', { name: 'คัดลอกลิงก์' }), ways.getByRole('link', { name: 'LINE' })]) {
    await page.getByRole('button', { name: 'ส่งต่อ' }).click();
    const [counted] = await Promise.all([page.waitForResponse(`**/api${address}/shares`), way.click()]);
    assert.equal(counted.status(), 204);
  }
  assert.equal((await get<{ shares: number }>(page, '/api' + address)).shares, 1);
  await page.reload();
  assert.equal(await page.locator('dt:text("จำนวนผู้ส่งต่อ") + dd').textContent(), '1');
});
