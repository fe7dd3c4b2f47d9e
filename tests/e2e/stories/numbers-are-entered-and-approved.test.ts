import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, listenForErrors, open, phone } from '../support/browser.ts';
import type { Person } from '../support/people.ts';
import { get, Stage } from '../support/story.ts';

const stage = new Stage();

/** Come with the example: who collects numbers in Nong Sarai, and who answers for them. */
const collector: Person = { login: 'orathai', name: 'อรทัย จดดี', password: 'lomwong-demo' };
const leader: Person = { login: 'saman', name: 'สมาน นาดี', password: 'lomwong-demo' };
const tambon = '710911';
const table = (period: string, indicator: string) => `/figures/enter?area=${tambon}&period=${period}&indicators=${indicator}`;

type Figure = { whole: { figure: { value?: number; reported: number; expected: number } } };
const figure = async (page: Page, period: string, indicator = 'moral_conduct') =>
  (await get<Figure>(page, `/api/figures?indicator=${indicator}&area=${tambon}&period=${period}`)).whole.figure;

const cell = (page: Page, village: number, part: 'first' | 'second' = 'first') =>
  page.getByRole('textbox', { name: `หมู่ ${village} ` }).nth(part === 'first' ? 0 : 1);
const saved = (page: Page) => page.getByText('✓ บันทึกแล้วทุกช่อง').waitFor();

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((block) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', block);
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test('an officer pastes a block out of a spreadsheet, with Thai digits and what was not asked; it is kept, and counts for nothing yet', async () => {
  const page = await stage.person(collector, desk);
  const errors = listenForErrors(page);
  await open(page, table('2567', 'moral_conduct'));
  await cell(page, 1).click();
  await paste(page, '๕๐\t61\n29\t41\n50\t70\n24\t33\n57\t66\n33\t50\nไม่ได้ถาม\t\n40\t1,000\n');
  await saved(page);
  await cell(page, 8, 'second').fill('55');
  await page.keyboard.press('Enter');
  await saved(page);
  await page.reload();
  await cell(page, 1).waitFor();
  assert.equal(await cell(page, 1).inputValue(), '50');
  assert.equal(await cell(page, 7).inputValue(), 'ไม่ได้ถาม');
  assert.equal(await cell(page, 8, 'second').inputValue(), '55');
  assert.equal((await figure(page, '2567')).value, undefined);
  assert.deepEqual(errors, []);
});

test('what cannot be is said at its cell, and the text stays there', async () => {
  const page = await stage.person(collector, desk);
  await open(page, table('2567', 'moral_conduct'));
  await cell(page, 9).fill('120');
  await cell(page, 9, 'second').fill('90');
  await page.getByText('เกินร้อยละ 100').waitFor();
  assert.equal(await cell(page, 9).inputValue(), '120');
  await page.getByRole('button', { name: 'คืนค่าเดิม' }).click();
  await saved(page);
});

const batch = (page: Page, title: string) => page.getByRole('region', { name: new RegExp(title) });

test('another looks it through and approves it: the figure of the tambon is there', async () => {
  const page = await stage.person(leader, desk);
  await open(page, `/figures/check?area=${tambon}`);
  const waiting = batch(page, 'ศีล');
  await waiting.getByRole('button', { name: 'ตรวจแล้ว' }).click();
  await page.getByText('ดำเนินการแล้ว 8 ค่า').waitFor();
  await waiting.getByRole('button', { name: 'อนุมัติ' }).click();
  await waiting.waitFor({ state: 'detached' });
  const { value, reported } = await figure(page, '2567');
  assert.equal(reported, 7);
  assert.ok(value! > 70 && value! < 80, String(value));
});

test('an odd number is asked about before it counts, and answered', async () => {
  const page = await stage.person(leader, desk);
  const year = String(new Date().getFullYear());
  await open(page, `/figures/check?area=${tambon}`);
  const waiting = batch(page, 'ออมเงินทุกเดือน');
  await waiting.getByText(/ต่างจากค่าที่ผ่านมาของที่นี่/).first().waitFor();
  await waiting.getByRole('button', { name: 'ตรวจแล้ว' }).click();
  await page.getByText(/ดำเนินการแล้ว \d+ ค่า/).waitFor();
  await waiting.getByRole('button', { name: 'อนุมัติ' }).click();
  await page.getByText('ค่านี้ผิดปกติและยังไม่มีคำตอบ').first().waitFor();
  const before = (await figure(page, year, 'saving_monthly')).reported;
  await waiting.getByLabel('ถ้าถูกต้องแล้ว เพราะอะไร').first().fill('น้ำท่วมทั้งหมู่บ้าน ฝากไม่ได้เก้าเดือน');
  await waiting.getByRole('button', { name: 'ยืนยันว่าถูกต้อง' }).first().click();
  await waiting.getByText('น้ำท่วมทั้งหมู่บ้าน').waitFor();
  await waiting.getByRole('button', { name: 'อนุมัติ' }).click();
  await page.getByText('ดำเนินการแล้ว 1 ค่า').waitFor();
  assert.equal((await figure(page, year, 'saving_monthly')).reported, before + 1);
});

test('two who type into one cell are shown both, and neither is lost unseen', async () => {
  const [one, other] = [await stage.person(collector, desk), await stage.person(leader, desk)];
  await Promise.all([open(one, table('2566', 'thrift_5')), open(other, table('2566', 'thrift_5'))]);
  await cell(one, 1).fill('19');
  await cell(one, 1, 'second').fill('60');
  await saved(one);
  await cell(other, 1).fill('21');
  await cell(other, 1, 'second').fill('60');
  await other.getByText('กรอก 19 / 60 ไปก่อนแล้ว คุณกรอก 21 / 60').waitFor();
  await other.getByRole('button', { name: 'ใช้ค่าที่มีอยู่' }).click();
  await saved(other);
  assert.equal(await cell(other, 1).inputValue(), '19');
});

test('on a phone it is one village at a time', async () => {
  const page = await stage.person(collector, phone);
  await open(page, table('2566', 'thrift_5'));
  await page.getByRole('button', { name: 'ถัดไป' }).click();
  await page.getByLabel('ครอบครัวที่ใช้จ่ายฟุ่มเฟือยลดลง').fill('14');
  await page.getByLabel('ตัวหาร').fill('50');
  await saved(page);
});
