import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, open, phone } from '../support/browser.ts';
import { facilitator } from '../support/people.ts';
import { planToday, Stage } from '../support/story.ts';

const stage = new Stage();
const title = 'เวทีศาลารวมใจริมคลอง';

test('what was written a moment ago is offered while its title is typed, and taken with the keyboard alone', async () => {
  const page = await stage.person(facilitator, desk);
  const address = await planToday(page, title);
  await open(page, '/');
  await page.getByRole('combobox', { name: 'ค้นหา' }).focus();
  await page.keyboard.type('ศาลารวมใ', { delay: 20 });
  await page.getByRole('option', { name: title }).waitFor({ timeout: 2000 });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**' + address);
});

test('a question is answered with the place marked, narrowed by kind, and can be sent on', async () => {
  const page = await stage.person(facilitator, desk);
  await open(page, '/search?q=' + encodeURIComponent('ศาลารวมใจ'));
  assert.equal(await page.locator('main mark').first().textContent(), 'ศาลารวมใจ');
  await page.getByLabel('ประเภท').selectOption('session');
  await page.waitForURL('**kind=session**');
  await page.reload();
  await page.locator('main mark').first().waitFor();
  await page.getByRole('link', { name: 'ล้างตัวกรอง' }).click();
  await page.waitForURL((url) => !url.search.includes('kind'));
});

test('a question without an answer teaches, and so does an empty one', async () => {
  const page = await stage.person(facilitator, phone);
  await open(page, '/search?q=' + encodeURIComponent('ฮฮฮฮฮฮ'));
  await page.getByRole('heading', { name: 'ยังไม่พบ “ฮฮฮฮฮฮ”' }).waitFor();
  await open(page, '/search');
  await page.getByRole('heading', { name: 'ค้นได้ทั้งวง' }).waitFor();
});
