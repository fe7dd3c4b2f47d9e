import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, listenForErrors, open, phone } from '../support/browser.ts';
import type { Person } from '../support/people.ts';
import { choose, comeTo, Stage } from '../support/story.ts';

const stage = new Stage();
const password = 'lomwong-demo';
/** Come with the example: who heads a council, and a neighbour of another one. */
const head: Person = { login: 'saman', name: 'สมาน', password };
const neighbour: Person = { login: 'somphon', name: 'สมพล เลือกสรร', password };
const title = 'ออมให้ครบเก้าหมู่บ้าน';

let page: Page;
let goal: string;

const card = (name: string) => page.getByRole('region', { name, exact: true });
const column = (name: string) => page.getByRole('region', { name, exact: true });

test('a tambon turns a wish into a goal that begins where its own number stands', async () => {
  page = await stage.person(head, desk);
  const errors = listenForErrors(page);
  await open(page, '/goals');
  await page.getByRole('link', { name: 'ตั้งเป้าหมาย' }).click();
  await page.getByLabel('อยากเห็นอะไร').fill('อยากเห็นคนในตำบลไม่มีหนี้สิน');
  await page.getByRole('textbox', { name: 'เป้าหมาย', exact: true }).fill(title);
  await choose(page, 'องค์กรเจ้าของ', 'สภาองค์กรชุมชนตำบลหนองสาหร่าย');
  await choose(page, 'เป้าหมายของพื้นที่ไหน', 'หนองสาหร่าย');
  await choose(page, 'ตัวชี้วัด', 'ครอบครัวที่ออมเงินทุกเดือน');
  const beginning = page.getByRole('group', { name: 'เริ่มจาก' });
  const year = beginning.getByRole('textbox', { name: 'ปี' });
  for (let tries = 0; tries < 100 && !(await year.inputValue()); tries++) await page.waitForTimeout(100);
  assert.equal(await year.inputValue(), '2568');
  const target = page.getByRole('group', { name: 'เป้า', exact: true });
  await target.getByRole('textbox', { name: 'ปี' }).fill('2575');
  await target.getByRole('textbox', { name: 'ค่า' }).fill('๙๐');
  await page.getByRole('button', { name: 'บันทึกเป้าหมาย' }).click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  goal = new URL(page.url()).pathname;
  await page.getByText('อยากเห็นคนในตำบลไม่มีหนี้สิน').first().waitFor();
  const ladder = card('จากจุดเริ่มถึงเป้า');
  await ladder.getByText('ร้อยละ 90.0').waitFor();
  await ladder.getByText('ยังไม่ได้วัด').waitFor();
  assert.deepEqual(errors, []);
});

test('people who want it too support it', async () => {
  const other = await stage.person(neighbour, phone);
  await open(other, goal);
  await other.getByRole('button', { name: 'สนับสนุน' }).click();
  await other.getByRole('button', { name: 'สนับสนุนแล้ว · 1', pressed: true }).waitFor();
  await other.getByText('มีผู้สนับสนุน').waitFor();
});

test('paper ballots of a village are keyed in, put right with their trace, and the decision is written down', async () => {
  await open(page, goal);
  // Far down a page code comes when a reader comes there.
  const write = page.getByRole('button', { name: 'บันทึกผลคะแนน' });
  await comeTo(page.getByText('กระดานอริยสัจ 4').last(), write);
  await write.click();
  const dialog = page.getByRole('dialog', { name: 'บันทึกผลคะแนน' });
  await dialog.getByLabel('หมู่บ้านหรือชุมชน').selectOption({ label: 'หมู่ 1 บ้านสระลุมพุก' });
  await dialog.getByLabel('เห็นด้วย', { exact: true }).fill('14');
  await dialog.getByLabel('ไม่เห็นด้วย').fill('3');
  await dialog.getByLabel('งดออกเสียง').fill('2');
  await dialog.getByRole('button', { name: 'บันทึกผล' }).click();
  const votes = card('ประชาคมและมติ');
  await votes.getByText('นับแล้ว 1 จาก 9 หมู่บ้านและชุมชน').waitFor();
  await votes.getByRole('button', { name: 'แก้ผลของหมู่ 1 บ้านสระลุมพุก' }).click();
  await dialog.getByLabel('เห็นด้วย', { exact: true }).fill('41');
  await dialog.getByLabel('แก้เพราะอะไร').fill('อ่านสลับหลัก');
  await dialog.getByRole('button', { name: 'บันทึกผล' }).click();
  await votes.getByText('แก้เพราะ อ่านสลับหลัก').waitFor();
  assert.match(await votes.locator('s').innerText(), /เห็นด้วย 14/);
  await page.getByRole('button', { name: 'บันทึกมติ' }).click();
  const deciding = page.getByRole('dialog', { name: 'บันทึกมติ' });
  await deciding.getByRole('button', { name: 'เป็นเป้าหมายร่วม' }).click();
  await deciding.getByLabel('จากการประชุมไหน').fill('ประชาคมตำบล');
  await deciding.getByRole('button', { name: 'บันทึกมติ' }).click();
  await votes.getByText('ประชาคมตำบล').waitFor();
});

test('on the board each word is one field, an arrow moves a card, and a way says who does it and what for', async () => {
  await page.getByRole('link', { name: 'กระดานอริยสัจ 4' }).click();
  await page.getByLabel('เพิ่มในทุกข์').fill('วันฝากตรงกับวันไม่มีเงิน');
  await page.keyboard.press('Enter');
  const cause = column('ทุกข์').getByRole('button', { name: 'วันฝากตรงกับวันไม่มีเงิน' });
  await cause.focus();
  await page.keyboard.press('Alt+ArrowRight');
  await column('สมุทัย').getByRole('button', { name: 'วันฝากตรงกับวันไม่มีเงิน' }).waitFor();
  await page.getByLabel('เพิ่มในมรรค').fill('ย้ายวันฝาก');
  await page.keyboard.press('Enter');
  await column('มรรค').getByRole('button', { name: 'ย้ายวันฝาก' }).click();
  const dialog = page.getByRole('dialog', { name: 'แก้แผ่นนี้' });
  await dialog.getByLabel('ใครทำ').fill('กรรมการออมทรัพย์');
  await dialog.getByLabel('ทำเพื่ออะไร').fill('ให้คนรับจ้างฝากได้');
  await dialog.getByRole('button', { name: 'ทำเสร็จแล้ว' }).click();
  await dialog.getByRole('button', { name: 'บันทึกแผ่น' }).click();
  await column('มรรค').getByText('กรรมการออมทรัพย์ เพื่อให้คนรับจ้างฝากได้').waitFor();
  await column('นิโรธ').getByText('ยังไม่ได้วัด').waitFor();
  await page.getByRole('link', { name: title }).first().click();
  await card('กระดานอริยสัจ 4').getByText('งานเสร็จ 1 จาก 1').waitFor();
});

test('a main goal tells how many of its sub-goals are reached, and those that nobody measured', async () => {
  const guest = await stage.guest(phone);
  await open(guest, '/goals');
  await guest.getByRole('link', { name: 'ทุกครอบครัวมีเงินออมของตนเอง' }).click();
  const parts = guest.getByRole('region', { name: 'เป้าหมายย่อย', exact: true });
  await parts.getByText('ถึงแล้ว 1 จาก 5 เป้าหมายย่อย').waitFor();
  await parts.getByText('ยังไม่ได้วัดหรือรายงานไม่ครบ 1').waitFor();
  await parts.getByRole('link', { name: 'หนองสาหร่ายออมทุกบ้าน' }).waitFor();
});
