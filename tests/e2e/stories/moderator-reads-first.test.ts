import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from '../support/browser.ts';
import { officer } from '../support/people.ts';
import { Stage } from '../support/story.ts';

const stage = new Stage();

test('a moderator finds on the home page what waits, shows it with one tap, takes it back, and hides it with a reason', async () => {
  const page = await stage.person(officer);
  await open(page, '/');
  await page.getByRole('link', { name: 'ความคิดเห็นรอตรวจ' }).click();
  const waiting = page.getByRole('button', { name: 'ให้แสดง' });
  await waiting.first().waitFor();
  const before = await waiting.count();
  const record = page.locator('main a[href^="/knowledge/"]').first();
  const item = (await record.getAttribute('href'))!;
  const { record: envelope } = (await (await page.request.get('/api' + item)).json()) as { record: { id: number } };
  const seen = async () => {
    const reply = await fetch(`${stage.server.url}/api/records/${envelope.id}/comments`);
    return ((await reply.json()) as { comments: unknown[] }).comments.length;
  };
  const shownBefore = await seen();

  await waiting.first().click();
  await page.getByRole('button', { name: 'เลิกทำ' }).waitFor();
  assert.equal(await seen(), shownBefore + 1);

  await page.getByRole('button', { name: 'เลิกทำ' }).click();
  await page.waitForFunction((count) => document.querySelectorAll('#content .words').length === count, before);
  assert.equal(await seen(), shownBefore);

  await page.getByRole('button', { name: 'ซ่อน' }).first().click();
  await page.getByRole('button', { name: 'ไม่เกี่ยวกับเรื่องนี้' }).click();
  await page.getByText('ซ่อนความคิดเห็นแล้ว').waitFor();
  assert.equal(await waiting.count(), before - 1);
});
