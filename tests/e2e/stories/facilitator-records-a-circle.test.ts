import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listenForErrors, open } from '../support/browser.ts';
import { facilitator } from '../support/people.ts';
import { planToday, Stage } from '../support/story.ts';

const stage = new Stage();

test('a facilitator records this morning’s circle on a phone, and anybody reads what may leave it', async () => {
  const page = await stage.person(facilitator);
  const errors = listenForErrors(page);
  const address = await planToday(page, 'แยกขยะอย่างไรให้คนอยากทำ');

  await open(page, address);
  await page.getByRole('link', { name: 'บันทึกครั้งนี้' }).click();
  await page.getByRole('heading', { name: 'มากี่คน' }).waitFor();

  for (let hands = 0; hands < 3; hands++) await page.getByRole('button', { name: 'เพิ่ม ทั้งหมด' }).click();
  await page.getByLabel('ชื่อ', { exact: true }).fill('ยายแก้ว ใจดี');
  await page.getByRole('option', { name: /ยายแก้ว/ }).click();
  await page.getByRole('listitem').getByText('ยายแก้ว ใจดี').waitFor();

  await page.getByLabel('พูดว่าอะไร').fill('ถ้าเด็กเริ่ม ผู้ใหญ่ก็ทำตาม');
  await page.getByRole('button', { name: 'บันทึกคำนี้' }).click();
  await page.getByRole('article').getByText('ถ้าเด็กเริ่ม ผู้ใหญ่ก็ทำตาม').waitFor();

  await page.getByRole('link', { name: 'กระบวนการและผล' }).click();
  await page.getByLabel('ครั้งหน้าจะเปลี่ยนอะไร').fill('จัดเก้าอี้เป็นวงก่อนคนมา');
  await page.getByText('บันทึกครบแล้ว').waitFor({ timeout: 10_000 });
  await page.getByRole('button', { name: 'จัดแล้ว บันทึกครั้งนี้' }).click();
  await page.waitForURL('**' + address);
  await page.getByRole('heading', { name: /ครั้งที่ \d+ · แยกขยะ/ }).waitFor();
  await page.getByText('3 คน').first().waitFor();
  assert.deepEqual(errors, []);

  const guest = await stage.guest();
  await open(guest, address);
  await guest.getByRole('heading', { name: /ครั้งที่ \d+ · แยกขยะ/ }).waitFor();
  assert.equal(await guest.getByText('จัดเก้าอี้เป็นวง').count(), 0, 'process notes are for those who run the circle');
  assert.equal(await guest.getByText('ยายแก้ว').count(), 0, 'who only came is not named to everybody');
});
