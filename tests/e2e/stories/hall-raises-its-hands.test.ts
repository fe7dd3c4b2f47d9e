import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, listenForErrors, open } from '../support/browser.ts';
import { type Person } from '../support/people.ts';
import { choose, get, Stage } from '../support/story.ts';

const stage = new Stage();
/** Come with the example: of the council that keeps the figures of the subdistrict. */
const secretary: Person = { login: 'saman', name: 'สมาน นาดี', password: 'lomwong-demo' };
const helping: Person = { login: 'orathai', name: 'อรทัย จดดี', password: 'lomwong-demo' };
const council = 'สภาองค์กรชุมชนตำบลหนองสาหร่าย (ตัวอย่าง)';
const village = 'บ้านหนองสาหร่าย';
const year = Number(new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Bangkok' }).slice(0, 4));
const economy = 'เศรษฐกิจชุมชนเข้มแข็งและเป็นธรรม';

let lead: Page;
let count: string;

/** Pages of a count listen without end: they are there when their heading is. */
async function goTo(page: Page, path: string): Promise<Page> {
  await page.goto(path);
  await page.locator('#content h1').first().waitFor();
  return page;
}

/** On the pad, as a thumb does it. */
async function enter(page: Page, hands: number[]): Promise<void> {
  for (const number of hands) {
    for (const digit of String(number)) await page.getByRole('button', { name: digit, exact: true }).click();
    await page.getByRole('button', { name: 'ระดับต่อไป' }).click();
  }
}
const group = (page: Page, name: string) => page.getByRole('group', { name: 'กลุ่มที่นั่งแยกกัน' }).getByRole('button', { name }).click();
const heading = (page: Page, name: string) => page.getByRole('heading', { name }).waitFor({ timeout: 20_000 });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** What the example's hall gave a year ago. */
const lastYear = '3.72';

test('a facilitator opens a count for a village over the indicators of a set', async () => {
  lead = await stage.person(secretary);
  await open(lead, '/indicators/sets/village_happiness');
  await lead.getByRole('link', { name: 'นับด้วยการยกมือ' }).click();
  await choose(lead, 'หมู่บ้านหรือพื้นที่ที่ให้คะแนน', village);
  await choose(lead, 'องค์กรที่นำการนับ', council);
  await lead.getByLabel('จำนวนคนที่มา').fill('60');
  for (const name of ['หญิง', 'ชาย']) await press(lead, name);
  for (const name of ['การบริหารจัดการชุมชน', 'สภาพแวดล้อมสมดุล', 'ประชาธิปไตยและธรรมาภิบาล', 'ครอบครัวอบอุ่น'])
    await lead.getByRole('checkbox', { name }).uncheck();
  await press(lead, 'นับด้วยการยกมือ');
  await heading(lead, 'สุขภาวะ');
  count = new URL(lead.url()).pathname;
});

test('two phones count two groups at once, one of them without a signal, and the wall follows', async () => {
  const wall = await goTo(await stage.guest(desk), count + '/wall');
  const errors = listenForErrors(wall);
  const helper = await goTo(await stage.person(helping), count);
  await group(helper, 'ชาย');
  await Promise.all([enter(lead, [1, 3, 8, 15, 8]), enter(helper, [1, 2, 6, 12])]);
  await helper.context().setOffline(true);
  await enter(helper, [4]);
  await helper.getByText('รอสัญญาณ', { exact: true }).waitFor();
  await helper.context().setOffline(false);
  for (const page of [wall, lead]) {
    await page.getByText('60 จาก 60 คน').waitFor({ timeout: 60_000 });
    await page.getByText('เฉลี่ย 3.70').waitFor();
    await page.getByText('(ส่วนเบี่ยงเบน) 0.99').waitFor();
  }
  await group(lead, 'ชาย');
  await group(lead, 'หญิง');
  assert.equal(await wall.getByText(lastYear).count(), 0, 'last year is not told while hands go up');
  await press(lead, 'จบข้อนี้ เทียบกับปีก่อน');
  await wall.getByText(lastYear).first().waitFor();

  // The economy speaks of debt: it is scored in secret, and the wall tells nothing of it before it is over.
  await lead.getByRole('button', { name: 'ข้อต่อไป' }).last().click();
  for (const page of [wall, helper]) await heading(page, economy);
  await wall.getByText('จะเห็นผลเมื่อปิดการนับ').waitFor();
  await group(lead, 'หญิง');
  await group(helper, 'ชาย');
  await Promise.all([enter(lead, [10, 12, 8, 4, 2]), enter(helper, [5, 8, 9, 2, 1])]);
  await lead.getByText('61 จาก 60 คน').waitFor();
  assert.equal(await wall.getByRole('table').count(), 0);
  await press(lead, 'จบข้อนี้ เทียบกับปีก่อน');
  await lead.getByRole('dialog').getByText('นับได้ 61 มือ').waitFor();
  await press(lead, 'มีคนมาเพิ่ม');
  await wall.getByText('61 จาก 61 คน').waitFor();
  assert.deepEqual(errors, []);
});

test('closed, it is in the figure of the nation at once, and everybody can read it', async () => {
  await press(lead, 'ปิดการนับทั้งหมด');
  await press(lead, 'ปิดและบันทึกผล');
  await lead.getByText('ปิดการนับโดย').first().waitFor();
  const { whole } = await get<{ whole: { figure: { value: number; denominator: number; reported: number } } }>(
    lead,
    `/api/figures?indicator=happy_health&area=TH&period=${year}`,
  );
  assert.deepEqual([whole.figure.value, whole.figure.denominator, whole.figure.reported], [3.7, 60, 1]);
  const guest = await goTo(await stage.guest(), count);
  await guest.getByRole('region', { name: 'สุขภาวะ', exact: true }).getByText('60 จาก 61 คน').waitFor();
  assert.equal(await guest.getByRole('button', { name: 'เปิดแก้ไข' }).count(), 0);
  await open(guest, '/indicators/happy_health');
  await guest.getByRole('region', { name: 'การนับมือของตัวชี้วัดนี้' }).getByRole('link', { name: village }).first().waitFor();
  await open(guest, '/areas/71091109');
  await guest.getByRole('region', { name: 'การนับมือ', exact: true }).getByRole('link').first().waitFor();
});

test('a wrong number is put right afterwards, and that it was is told', async () => {
  await press(lead, 'เปิดแก้ไข');
  await lead.getByRole('button', { name: 'ข้อก่อนหน้า' }).click();
  await heading(lead, 'สุขภาวะ');
  await press(lead, 'แก้ข้อนี้');
  await group(lead, 'หญิง');
  await enter(lead, [0]);
  await lead.getByText('59 จาก 61 คน').waitFor();
  await press(lead, 'ปิดการนับทั้งหมด');
  await press(lead, 'ปิดและบันทึกผล');
  await lead.getByText('แก้ไขแล้วปิดอีกครั้งโดย').waitFor();
  const { whole } = await get<{ whole: { figure: { value: number; denominator: number } } }>(
    lead,
    `/api/figures?indicator=happy_health&area=TH&period=${year}`,
  );
  assert.deepEqual([whole.figure.value, whole.figure.denominator], [3.745763, 59]);
});
