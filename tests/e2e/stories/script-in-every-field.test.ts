import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, listenForErrors, open } from '../support/browser.ts';
import { officer, section } from '../support/people.ts';
import { choose, comeTo, organisationCalled, Stage } from '../support/story.ts';

const stage = new Stage();
const script = '"><img src=x onerror=hurt()><script>hurt()</script>';
const area = '/areas/650103';

/** Opens all that is folded, and writes the script wherever somebody can write words. */
async function fillEveryField(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelectorAll('main details').forEach((fold) => ((fold as HTMLDetailsElement).open = true)));
  const fields = page.locator('main :is(input:not([type]), input[type=text], textarea):not([role=combobox], [inputmode]):visible');
  for (const field of await fields.all()) {
    await field.fill(script);
    await field.blur();
    // A field for a day or an hour says that it cannot read this.
    if ((await field.getAttribute('aria-invalid')) === 'true') await field.fill('');
  }
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const pathOf = (page: Page) => new URL(page.url()).pathname;

async function writeCircle(page: Page): Promise<string> {
  await open(page, '/circles/new');
  await fillEveryField(page);
  await page.getByLabel('รูปแบบ').selectOption({ label: 'เวที' });
  await choose(page, 'ผู้จัด', section);
  await press(page, 'สร้างวง');
  await page.waitForURL(/\/circles\/\d+$/);
  return pathOf(page);
}

async function writeTopic(page: Page, circle: string): Promise<string> {
  await open(page, circle);
  await press(page, 'เสนอหัวข้อ');
  for (const name of ['หัวข้อ', 'อยากคุยเพราะอะไร', 'ป้าย']) await page.getByRole('textbox', { name }).first().fill(script);
  await press(page, 'เสนอ');
  await page.locator('a[href^="/topics/"]').first().click();
  await page.waitForURL(/\/topics\/\d+$/);
  return pathOf(page);
}

async function writeSession(page: Page, circle: string): Promise<string> {
  await open(page, circle + '/plan');
  await press(page, 'เพิ่มช่วงเวลา');
  await fillEveryField(page);
  await page.getByLabel('วันที่', { exact: true }).fill(new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Bangkok' }));
  await press(page, 'นัดครั้งนี้');
  await page.waitForURL(/\/sessions\/\d+$/);
  const session = pathOf(page);
  await open(page, session + '/record');
  await page.getByRole('button', { name: 'เพิ่ม ทั้งหมด' }).click();
  await comeTo(page.locator('#notes'), page.getByLabel('สรุปสั้น ๆ'));
  await page.getByLabel('ตกลงจะทำอะไร').waitFor();
  await fillEveryField(page);
  await choose(page, 'ชื่อ', script);
  await press(page, 'บันทึกคำนี้');
  await page.getByRole('article').getByLabel('ผู้พูดยินยอมให้').selectOption('nameless');
  await press(page, 'เพิ่มข้อตกลง');
  await page.getByText('บันทึกครบแล้ว').waitFor();
  await press(page, 'จัดแล้ว บันทึกครั้งนี้');
  await page.waitForURL('**' + session);
  return session;
}

async function writeKnowledge(page: Page): Promise<string> {
  await open(page, '/knowledge/new?kind=lesson');
  await choose(page, 'องค์กรเจ้าของ', section);
  await fillEveryField(page);
  await press(page, 'บันทึกร่าง');
  await page.waitForURL(/\/knowledge\/\d+$/);
  await press(page, 'เผยแพร่');
  await page.getByRole('button', { name: 'ยกเลิกการเผยแพร่' }).waitFor();
  return pathOf(page);
}

async function writeOrganisation(page: Page): Promise<string> {
  await open(page, '/organisations/new');
  await fillEveryField(page);
  await page.getByLabel('ประเภท').selectOption({ label: 'วัด' });
  await choose(page, 'องค์กรที่ดูแลข้อมูลนี้', section);
  await press(page, 'บันทึก');
  await page.waitForURL(/\/organisations\/\d+$/);
  return pathOf(page);
}

async function writeMember(page: Page): Promise<string> {
  const { address } = await organisationCalled(page, section);
  await open(page, address);
  await press(page, 'เพิ่มคน');
  const dialog = page.getByRole('dialog');
  await choose(page, 'ใคร', script);
  await dialog.getByLabel('ชื่อตำแหน่ง').fill(script);
  await dialog.getByRole('button', { name: 'บันทึก' }).click();
  await dialog.waitFor({ state: 'hidden' });
  return address;
}

async function writeArea(page: Page): Promise<string> {
  await open(page, area + '/edit');
  await fillEveryField(page);
  await page.getByLabel('ปี', { exact: true }).fill('2564');
  await page.getByLabel('คน', { exact: true }).fill('9,000');
  await choose(page, 'เขียนในนามของ', section);
  await press(page, 'บันทึก');
  await page.waitForURL('**' + area);
  await open(page, area + '/timeline/new');
  await fillEveryField(page);
  await page.getByRole('textbox', { name: 'ปี' }).fill('2548');
  await choose(page, 'เขียนในนามของ', section);
  await press(page, 'บันทึก');
  await page.waitForURL('**' + area);
  return area;
}

/** A page that would be hurt says so. */
async function watched(page: Page): Promise<{ page: Page; errors: string[] }> {
  await page.addInitScript(() => Object.assign(globalThis, { hurt: () => document.documentElement.setAttribute('data-hurt', '') }));
  return { page, errors: listenForErrors(page) };
}

async function isHarmless(page: Page, path: string): Promise<void> {
  await open(page, path);
  assert.equal(await page.locator('img[src=x], [data-hurt], [onerror]').count(), 0, `${path} took words for markup`);
  const plain = await (await page.request.get(path)).text();
  assert.ok(!plain.includes('<img src=x') && !plain.includes('<script>hurt'), `${path}: the server wrote words as markup`);
}

async function isQuoted(page: Page, path: string): Promise<void> {
  await isHarmless(page, path);
  const quoted = page.getByText('<script>hurt()</script>').filter({ visible: true });
  assert.ok((await quoted.count()) > 0, `${path} does not show what was written`);
}

test('whoever writes a script into a field is quoted, word for word, wherever it comes out', async () => {
  const { page, errors } = await watched(await stage.person(officer, desk));
  const circle = await writeCircle(page);
  const topic = await writeTopic(page, circle);
  const session = await writeSession(page, circle);
  const item = await writeKnowledge(page);
  const [organisation, house, place] = [await writeOrganisation(page), await writeMember(page), await writeArea(page)];

  const { page: guest, errors: guestErrors } = await watched(await stage.guest(desk));
  await open(guest, item);
  await comeTo(guest.locator('.discussion'), guest.getByLabel('ความคิดเห็นของท่าน'));
  await guest.getByLabel('ชื่อที่อยากให้เรียก').fill(script);
  await guest.getByLabel('ความคิดเห็นของท่าน').fill(script);
  await press(guest, 'ส่งความคิดเห็น');
  await guest.getByText('ส่งแล้ว ผู้ดูแลจะอ่านก่อนแสดง').waitFor();

  const quoting = [circle, topic, topic + '/print', session, session + '/print', item, item + '/print', organisation, place, place + '/sheet'];
  for (const path of [...quoting, '/search?q=' + encodeURIComponent(script)]) await isQuoted(guest, path);
  await isQuoted(page, house);
  for (const path of ['/circles', '/knowledge', '/organisations']) await isHarmless(guest, path);
  const forms = [`${circle}/edit`, `${topic}/edit`, `${session}/edit`, `${session}/record`, `${item}/edit`, `${item}/history`, `${place}/edit`];
  for (const path of forms) await isHarmless(page, path);
  assert.deepEqual([...errors, ...guestErrors], []);
});
