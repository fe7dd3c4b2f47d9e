import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { listenForErrors, open } from '../support/browser.ts';
import { Stage } from '../support/story.ts';

const stage = new Stage();
let page: Page;

test('an area that records its circles sees them counted, and nobody has entered anything', async () => {
  page = await stage.guest();
  const errors = listenForErrors(page);
  await open(page, '/areas/800121/situation');
  // A server that has just started counts in its own time.
  const heading = page.getByRole('heading', { name: 'วงของพื้นที่' });
  for (let tries = 0; tries < 20 && !(await heading.isVisible()); tries++) {
    await page.waitForTimeout(1000);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
  }
  await heading.waitFor();
  const sessions = page.getByRole('article').filter({ has: page.getByRole('link', { name: 'จำนวนครั้งที่ล้อมวง' }) });
  await sessions.waitFor();
  assert.deepEqual(errors, []);
});

test('the number opens to the sessions that are in it', async () => {
  const sessions = page.getByRole('article').filter({ has: page.getByRole('link', { name: 'จำนวนครั้งที่ล้อมวง' }) });
  await sessions.getByRole('link', { name: /ครั้ง|\d/ }).last().click();
  const counted = page.getByRole('region', { name: 'นับจากบันทึกเหล่านี้' });
  await counted.getByText('วงที่ไม่เปิดให้ทุกคนอ่านไม่อยู่ในตัวเลขนี้', { exact: false }).waitFor();
  const link = counted.getByRole('link').first();
  assert.match((await link.getAttribute('href'))!, /^\/sessions\/\d+$/);
});

test('everything that is counted is what its records make it', () => {
  assert.match(stage.server.run(['verify', 'rollups']), /all are what their values make them/);
});
