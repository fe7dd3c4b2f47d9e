import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, open, phone } from '../support/browser.ts';
import { facilitator, officer } from '../support/people.ts';
import { comeTo, get, Stage } from '../support/story.ts';

const stage = new Stage();
/** A picture of one colour. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAYAAAAf8/9hAAAAGUlEQVR4nGPQtmr6TwlmGDVg1IBRA4aLAQAL1uYQMvIIXwAAAABJRU5ErkJggg==',
  'base64',
);

test('an administrator gives the installation its name, line and logo, and everybody sees them at once', async () => {
  const page = await stage.person(facilitator, desk);
  await open(page, '/office/settings');
  await page.getByLabel('ชื่อ (ภาษาไทย)', { exact: true }).fill('สมุดเมืองตัวอย่าง');
  await page.getByLabel('ชื่อ (ภาษาอังกฤษ)', { exact: true }).fill('Example city book');
  await page.getByLabel('คำบอกสั้น ๆ ใต้ชื่อ (ภาษาไทย)', { exact: true }).fill('ความจำของคนทั้งเมือง');
  await page.getByLabel('คำบอกสั้น ๆ ใต้ชื่อ (ภาษาอังกฤษ)', { exact: true }).fill('What a whole city remembers');
  await page.locator('input[type=file]').setInputFiles({ name: 'ตรา.png', mimeType: 'image/png', buffer: picture });
  await page.getByLabel('ในภาพมีอะไร').fill('ตราเมืองตัวอย่าง');
  await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await page.getByText('บันทึกแล้ว').waitFor();
  await page.locator('aside .brand').getByText('สมุดเมืองตัวอย่าง').waitFor();

  const guest = await stage.guest(desk);
  await open(guest, '/');
  assert.equal(await guest.title(), 'สมุดเมืองตัวอย่าง');
  await guest.getByRole('heading', { name: 'ความจำของคนทั้งเมือง' }).waitFor();
  const preview = await (await guest.request.get('/')).text();
  assert.match(preview, /og:site_name" content="สมุดเมืองตัวอย่าง"/);
  for (let tries = 0; tries < 50 && !(await guest.getByAltText('ตราเมืองตัวอย่าง').count()); tries++) {
    await guest.waitForTimeout(200); // for the job that encodes it anew
    await open(guest, '/');
  }
  await guest.getByAltText('ตราเมืองตัวอย่าง').first().waitFor();
  await guest.locator('button[lang=en]:visible').first().click();
  await guest.locator('aside .brand').getByText('Example city book').waitFor();
});

test('a word that the office says otherwise stands in the menu, and markup in it stays text', async () => {
  const page = await stage.person(facilitator, desk);
  await open(page, '/office/settings?of=words');
  const word = page.getByRole('group', { name: 'แทน “พื้นที่” ในเมนู' });
  await word.getByLabel('ภาษาไทย').fill('<b>ชุมชน</b>');
  await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await word.getByText('ต้องกรอก').waitFor();
  await word.getByLabel('ภาษาอังกฤษ').fill('Communities');
  await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await page.getByText('บันทึกแล้ว').waitFor();
  await page.locator('aside nav').getByText('<b>ชุมชน</b>').waitFor();
});

test('guests are asked to sign in where the administrator wants it so', async () => {
  const page = await stage.person(facilitator, phone);
  await open(page, '/office/settings?of=moderation');
  await page.getByLabel('ผู้ที่ไม่ได้เข้าสู่ระบบแสดงความคิดเห็นได้').uncheck();
  await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await page.getByText('บันทึกแล้ว').waitFor();

  const guest = await stage.guest(phone);
  const { items } = await get<{ items: { address: string }[] }>(guest, '/api/records?kind=knowledge&limit=1');
  await open(guest, items[0]!.address);
  await comeTo(guest.locator('.discussion'), guest.getByRole('link', { name: 'เข้าสู่ระบบเพื่อแสดงความคิดเห็น' }));
});

test('the calendar says which days are not known yet, an administrator enters one, adds a local one and takes one off', async () => {
  const page = await stage.person(facilitator, phone);
  await open(page, '/office/holidays?year=2574');
  const missing = page.getByRole('region', { name: 'ปี 2574 ยังขาดวันเหล่านี้' });
  await missing.getByRole('button', { name: 'วันมาฆบูชา' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('วันที่', { exact: true }).fill('8 มีนาคม 2574');
  await dialog.getByRole('button', { name: 'บันทึก' }).click();
  const list = page.getByRole('region', { name: 'วันหยุดปี 2574' });
  await list.getByText('ชดเชยวันมาฆบูชา').waitFor();
  assert.equal(await missing.getByRole('button', { name: 'วันมาฆบูชา' }).count(), 0);

  await list.getByRole('button', { name: 'เพิ่มวันหยุด' }).click();
  await dialog.getByLabel('วันที่', { exact: true }).fill('25/11/2574');
  await dialog.getByLabel('ชื่อวัน', { exact: true }).fill('งานประจำปี');
  await dialog.getByRole('button', { name: 'บันทึก' }).click();
  await list.getByText('งานประจำปี').waitFor();

  await list.getByRole('button', { name: 'นำ วันแม่แห่งชาติ ออก' }).click();
  await page.getByRole('button', { name: 'คืนวันที่ 12 ส.ค. 74' }).click();
  await list.getByText('วันแม่แห่งชาติ').waitFor();
});

test('who is no administrator reads the holidays and may not see the settings', async () => {
  const page = await stage.person(officer, phone);
  await open(page, '/office/holidays');
  assert.equal(await page.getByRole('button', { name: 'เพิ่มวันหยุด' }).count(), 0);
  assert.equal((await page.request.get('/api/site/identity')).status(), 403);
});
