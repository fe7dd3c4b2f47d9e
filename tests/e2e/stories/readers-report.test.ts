import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { everyRule, violations } from '../support/axe.ts';
import { desk, open } from '../support/browser.ts';
import { officer } from '../support/people.ts';
import { comeTo, get, post, Stage } from '../support/story.ts';

const stage = new Stage();
const told = 'บ้านป้าแดงอยู่เลขที่ 9 โทรไปถามได้เลย';

/** A page that the officer looks after, with a comment that says too much. */
async function pageWithComment(page: Page): Promise<string> {
  const [{ record_id, record_address }] = await get<[{ record_id: number; record_address: string }]>(page, '/api/comments/waiting');
  await post(page, `/api/records/${record_id}/comments`, { body: told });
  return record_address;
}

async function openDiscussion(page: Page, address: string): Promise<void> {
  await open(page, address);
  await comeTo(page.locator('.discussion'), page.getByRole('button', { name: 'แจ้งปัญหาของหน้านี้' }));
}

async function report(page: Page, words: string): Promise<void> {
  await page.locator('article', { hasText: told }).getByRole('button', { name: 'แจ้งปัญหา' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'แจ้งปัญหาเนื้อหา' });
  await dialog.getByRole('radio', { name: 'ละเมิดความเป็นส่วนตัว' }).check();
  await dialog.getByLabel('เล่าสั้น ๆ').fill(words);
  assert.deepEqual(await violations(page, everyRule), []);
  await dialog.getByRole('button', { name: 'ส่งให้ผู้ดูแล' }).press('Enter');
  await page.getByText('ขอบคุณที่ช่วยกันดูแล').first().waitFor();
}

test('visitors say that a comment gives away where somebody lives; who moderates finds it on the home page and hides it, with a reason', async () => {
  const page = await stage.person(officer, desk);
  const address = await pageWithComment(page);
  const guest = await stage.guest();
  await openDiscussion(guest, address);
  await report(guest, 'ป้าแดงไม่ได้อนุญาต');
  await report(guest, 'แจ้งซ้ำ');

  await open(page, '/');
  await page.getByRole('link', { name: 'เรื่องที่มีผู้แจ้งปัญหา' }).click();
  const concern = page.locator('section', { hasText: told });
  await concern.getByText('มีผู้แจ้ง 1 ราย').waitFor();
  await concern.getByText('ป้าแดงไม่ได้อนุญาต').waitFor();
  assert.deepEqual(await violations(page, everyRule), []);
  await concern.getByRole('button', { name: 'ซ่อนความคิดเห็น' }).press('Enter');
  await concern.getByLabel('เหตุผล').fill('มีที่อยู่ของผู้อื่น');
  await concern.getByRole('button', { name: 'ซ่อนความคิดเห็น' }).press('Enter');
  await concern.waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: 'ตรวจแล้ว' }).click();
  await page.getByText('มีที่อยู่ของผู้อื่น').waitFor();

  await openDiscussion(guest, address);
  assert.equal(await guest.getByText(told).count(), 0);
});
