import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { desk, listenForErrors, open, phone } from '../support/browser.ts';
import type { Person } from '../support/people.ts';
import { choose, Stage } from '../support/story.ts';

const stage = new Stage();
/** Comes with the example: who heads a council. */
const head: Person = { login: 'saman', name: 'สมาน', password: 'lomwong-demo' };
const title = 'ออมหนองสาหร่าย ทุกวันพุธ';

let page: Page;
let address: string;

const block = (on: Page, name: string) => on.getByRole('region', { name, exact: true });

async function saved(on: Page, button: Locator): Promise<Buffer> {
  const [download] = await Promise.all([on.waitForEvent('download'), button.click()]);
  return readFile(await download.path());
}

async function add(look: string): Promise<void> {
  await page.getByRole('button', { name: 'เพิ่มภาพ' }).click();
  await page.getByRole('dialog').getByRole('button', { name: look }).click();
}

test('an officer composes a dashboard and sees each picture while choosing', async () => {
  page = await stage.person(head, desk);
  const errors = listenForErrors(page);
  await open(page, '/dashboards/new');
  await page.getByLabel('ชื่อแดชบอร์ด').fill(title);
  await choose(page, 'องค์กรเจ้าของ', 'สภาองค์กรชุมชนตำบลหนองสาหร่าย');
  await choose(page, 'พื้นที่ที่แสดงเมื่อเปิด', 'หนองสาหร่าย');
  await add('ตัวเลขใหญ่');
  await choose(page, 'ตัวชี้วัด', 'ครอบครัวที่ออมเงินทุกเดือน');
  await page.getByRole('group', { name: 'ตัวอย่าง' }).getByText(/^ร้อยละ/).first().waitFor();
  await add('กราฟแท่งเทียบพื้นที่');
  await choose(page, 'ตัวชี้วัด', 'ครอบครัวที่ออมเงินทุกเดือน');
  await page.getByLabel('หัวข้อของภาพ').fill('หมู่บ้านเทียบกัน');
  await page.getByRole('group', { name: 'ตัวอย่าง' }).getByRole('img').waitFor();
  await page.getByRole('group', { name: 'ภาพที่ 2 กราฟแท่งเทียบพื้นที่' }).getByRole('button', { name: 'เลื่อนขึ้น' }).press('Enter');
  await page.getByText('ย้ายไปลำดับที่ 1 จาก 2').waitFor();
  await add('จุดที่ควรติดตาม');
  await choose(page, 'ตัวชี้วัด', 'ครอบครัวที่ออมเงินทุกเดือน');
  await page.getByRole('group', { name: 'ตัวอย่าง' }).getByText(/^ยังห่างเป้า/).first().waitFor();
  await page.getByRole('button', { name: 'บันทึกแดชบอร์ด' }).click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  address = new URL(page.url()).pathname;
  assert.deepEqual(errors, []);
});

test('a guest reads it on a phone, looks into a village, and takes picture and table along', async () => {
  const reader = await stage.guest(phone);
  const errors = listenForErrors(reader);
  await open(reader, address);
  const bars = block(reader, 'หมู่บ้านเทียบกัน');
  await bars.getByRole('img').waitFor();
  await bars.getByText('ดูตาราง บันทึกภาพ').click();
  await bars.getByRole('rowheader').or(bars.getByRole('cell')).filter({ hasText: 'สระลุมพุก' }).first().waitFor();
  const csv = (await saved(reader, bars.getByRole('button', { name: 'CSV' }))).toString();
  assert.ok(csv.startsWith('\ufeff'), 'Excel reads Thai by this mark');
  assert.match(csv, /สระลุมพุก/);
  const svg = (await saved(reader, bars.getByRole('button', { name: 'SVG' }))).toString();
  assert.match(svg, /^<svg[^>]*xmlns=/);
  assert.match(svg, /<text[^>]*>[^<]*หมู่บ้านเทียบกัน/);
  assert.match(svg, new RegExp(`ที่มา ${title}`));
  assert.match(svg, /บันทึกเมื่อ \d+ [^ ]+ 25\d\d/);
  assert.doesNotMatch(svg, /var\(|class=/);
  const png = await saved(reader, bars.getByRole('button', { name: 'PNG' }));
  assert.equal(png.subarray(1, 4).toString(), 'PNG');
  const book = await saved(reader, bars.getByRole('button', { name: 'XLSX' }));
  assert.equal(book.subarray(0, 2).toString(), 'PK');
  await reader.getByRole('group', { name: 'ดูพื้นที่' }).getByRole('combobox').first().selectOption({ index: 1 });
  await reader.waitForURL(/area=71091101/);
  await bars.getByText('ไม่มีพื้นที่ย่อยข้างใน').waitFor();
  assert.deepEqual(errors, []);
});

test('the mayor reads what to look into, of another period too, and takes one page along', async () => {
  const reader = await stage.guest(phone);
  const errors = listenForErrors(reader);
  await open(reader, address);
  const list = block(reader, 'จุดที่ควรติดตาม');
  await list.getByText(/ยังห่างเป้า ร้อยละ/).first().waitFor();
  await reader.getByLabel('ช่วงเวลา').selectOption({ label: 'พ.ศ. 2567' });
  await reader.waitForURL(/period=2024/);
  await list.getByText('พ.ศ. 2567').first().waitFor();
  const report = await reader.getByRole('link', { name: 'รายงานผู้บริหาร (PDF)' }).getAttribute('href');
  assert.match(report ?? '', /report\.pdf\?area=710911&period=2024$/);
  const file = await reader.request.get(new URL(report ?? '', reader.url()).href);
  assert.equal(file.headers()['content-type'], 'application/pdf');
  assert.match((await file.body()).toString('latin1'), /^%PDF/);
  assert.deepEqual(errors, []);
});

test('what was saved before comes back, and anybody who works here makes a copy of their own', async () => {
  await open(page, `${address}/edit`);
  await page.getByRole('group', { name: 'ภาพที่ 1 กราฟแท่งเทียบพื้นที่' }).getByRole('button', { name: 'เอาภาพนี้ออก' }).click();
  await page.getByRole('button', { name: 'บันทึกแดชบอร์ด' }).click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  await block(page, 'หมู่บ้านเทียบกัน').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'ย้อนดูฉบับก่อน' }).click();
  await page.getByRole('button', { name: 'นำฉบับนี้กลับมา' }).click();
  await block(page, 'หมู่บ้านเทียบกัน').waitFor();
  await page.getByRole('link', { name: 'ทำสำเนาเป็นของเรา' }).click();
  assert.equal(await page.getByLabel('ชื่อแดชบอร์ด').inputValue(), `${title} (สำเนา)`);
});
