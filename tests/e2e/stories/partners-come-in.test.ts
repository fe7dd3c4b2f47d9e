import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, open, phone } from '../support/browser.ts';
import { administrator, officer, section } from '../support/people.ts';
import { choose, organisationCalled, Stage } from '../support/story.ts';
import { xlsx } from '../support/zip.ts';

const stage = new Stage();

test('an officer adds a partner, and everybody finds it', async () => {
  const page = await stage.person(officer, desk);
  await open(page, '/organisations');
  await page.getByRole('link', { name: 'เพิ่มองค์กร' }).click();
  await page.getByLabel('ชื่อองค์กร').fill('กลุ่มทำปุ๋ยวัดท่าช้าง');
  await page.getByLabel('ประเภท').selectOption({ label: 'กลุ่มหรือองค์กรชุมชน' });
  await choose(page, 'องค์กรที่ดูแลข้อมูลนี้', section);
  await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'กลุ่มทำปุ๋ยวัดท่าช้าง' }).waitFor();

  const guest = await stage.guest();
  await open(guest, '/organisations');
  await guest.getByLabel('ค้นหาองค์กร').fill('ทำปุ๋ย');
  await guest.getByRole('link', { name: /กลุ่มทำปุ๋ยวัดท่าช้าง/ }).waitFor();
});

const head = 'ชื่อองค์กร,ประเภท,โทรศัพท์\n';
const good = 'ชมรมจักรยานริมน่าน,สมาคม,055000001\nวัดป่าหมู่สี่,วัด,\nโรงเรียนบ้านคลองใหม่,โรงเรียน,055000002\n';
const wrong = 'ร้านน้ำใจ,ยานอวกาศ,\nองค์กรที่คอลัมน์เกิน,วัด,,เกินมา\n';

async function chooseTable(page: Page, csv: string): Promise<void> {
  await open(page, '/import/organisations');
  await choose(page, 'องค์กรที่ดูแลข้อมูลนี้', section);
  await page.getByLabel('เลือกไฟล์ตาราง').setInputFiles({ name: 'partners.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('heading', { name: 'ตรวจก่อนนำเข้า' }).waitFor();
}

test('a table of partners is looked through first: its wrong rows are named by line, the others come in', async () => {
  const page = await stage.person(officer, desk);
  await chooseTable(page, head + good + wrong);
  await page.getByRole('row').filter({ hasText: 'ยานอวกาศ' }).getByRole('cell', { name: '5', exact: true }).waitFor();
  assert.equal(await page.getByRole('row').count(), 3, 'two wrong rows below the head');
  await page.getByRole('button', { name: 'นำเข้า 3 แถว' }).click();
  await page.getByRole('heading', { name: 'นำเข้าแล้ว' }).waitFor();
  assert.ok(await organisationCalled(page, 'ชมรมจักรยานริมน่าน'));

  const download = page.getByRole('link', { name: 'CSV' });
  const table = await (await page.request.get((await download.getAttribute('href'))!)).text();
  assert.match(table, /^5,type,ยานอวกาศ,/m);
  assert.match(table, /^6,/m);
});

test('a file chosen before the organisation is read as soon as that is known', async () => {
  const page = await stage.person(officer, desk);
  await open(page, '/import/organisations');
  await page.getByLabel('เลือกไฟล์ตาราง').setInputFiles({ name: 'partners.csv', mimeType: 'text/csv', buffer: Buffer.from(head + good) });
  await page.getByText('เลือกองค์กรที่ดูแลข้อมูลนี้ก่อน').waitFor();
  await choose(page, 'องค์กรที่ดูแลข้อมูลนี้', section);
  await page.getByRole('heading', { name: 'ตรวจก่อนนำเข้า' }).waitFor();
});

test('a long table is started and left alone; on the phone it is found again, stopped, and goes on to its end', async () => {
  const page = await stage.person(officer, desk);
  const rows = Array.from({ length: 12_000 }, (_, at) => `ชมรมเดินป่ารุ่นที่ ${at + 1},สมาคม,\n`).join('');
  await chooseTable(page, head + rows);
  await page.getByRole('button', { name: /^นำเข้า 12,?000 แถว$/ }).click();
  await page.getByRole('button', { name: 'หยุดการนำเข้า' }).waitFor();
  await page.context().close();

  const again = await stage.person(officer, phone);
  await open(again, '/import');
  await again.getByRole('link', { name: 'partners.csv' }).first().click();
  await again.getByRole('button', { name: 'หยุดการนำเข้า' }).click();
  await again.getByRole('heading', { name: 'หยุดไว้' }).waitFor();
  await again.reload();
  await again.getByRole('button', { name: 'นำเข้าต่อ' }).click();
  await again.getByRole('heading', { name: 'นำเข้าแล้ว' }).waitFor({ timeout: 120_000 });
  assert.ok(await organisationCalled(again, 'ชมรมเดินป่ารุ่นที่ 12000'));
});

test('villages come in from a workbook, and are taken back in one step', async () => {
  const page = await stage.person(administrator, desk);
  await open(page, '/import/places');
  const buffer = xlsx({ หมู่บ้าน: [['รหัสหมู่บ้าน', 'ชื่อ'], ['65010198', 'บ้านริมท่า'], ['6501019', 'บ้านรหัสสั้น']] });
  await page.getByLabel('เลือกไฟล์ตาราง').setInputFiles({ name: 'villages.xlsx', mimeType: '', buffer });
  await page.getByRole('row').filter({ hasText: '6501019' }).getByRole('cell', { name: '3', exact: true }).waitFor();
  await page.getByRole('button', { name: 'นำเข้า 1 แถว' }).click();
  await page.getByRole('heading', { name: 'นำเข้าแล้ว' }).waitFor();
  assert.equal((await page.request.get('/api/areas/65010198')).status(), 200);
  await page.getByRole('button', { name: 'ย้อนการนำเข้า' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'ย้อนการนำเข้า' }).click();
  await page.getByText('ย้อนกลับ 1 รายการ').waitFor();
  assert.equal((await page.request.get('/api/areas/65010198')).status(), 404);
});

test('the same table once more changes nothing', async () => {
  const page = await stage.person(officer, desk);
  const before = await organisationCalled(page, 'วัดป่าหมู่สี่');
  await chooseTable(page, head + good);
  await page.getByText('ไม่มีอะไรต้องนำเข้า').waitFor();
  assert.equal(await page.getByRole('button', { name: /^นำเข้า/ }).count(), 0);
  assert.deepEqual(await organisationCalled(page, 'วัดป่าหมู่สี่'), before);
});

test('a sheet of a workbook is chosen and brought in, and the whole of it is taken back in one step', async () => {
  const page = await stage.person(officer, desk);
  await open(page, '/import/organisations');
  await choose(page, 'องค์กรที่ดูแลข้อมูลนี้', section);
  const head = ['ชื่อองค์กร', 'ประเภท'];
  const buffer = xlsx({ บันทึก: [['เรื่องอื่น']], ภาคี: [head, ['กลุ่มจักสานท่าน้ำ', 'สมาคม'], ['ยานแม่', 'ยานอวกาศ']] });
  await page.getByLabel('เลือกไฟล์ตาราง').setInputFiles({ name: 'partners.xlsx', mimeType: '', buffer });
  await page.getByLabel('แผ่นงาน').selectOption('ภาคี');
  await page.getByRole('row').filter({ hasText: 'ยานอวกาศ' }).getByRole('cell', { name: '3', exact: true }).waitFor();
  await page.getByRole('button', { name: 'นำเข้า 1 แถว' }).click();
  await page.getByRole('heading', { name: 'นำเข้าแล้ว' }).waitFor();
  assert.ok(await organisationCalled(page, 'กลุ่มจักสานท่าน้ำ'));

  await page.getByRole('button', { name: 'ย้อนการนำเข้า' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'ย้อนการนำเข้า' }).click();
  await page.getByText('ย้อนกลับ 1 รายการ').waitFor();
});

test('somebody new to the register is entered with their term; who is not of the house does not see them', async () => {
  const page = await stage.person(officer, desk);
  const { address } = await organisationCalled(page, section);
  await open(page, address);
  await page.getByRole('button', { name: 'เพิ่มคน' }).click();
  const dialog = page.getByRole('dialog', { name: 'เพิ่มคน' });
  await choose(page, 'ใคร', 'มานี รักษ์ถิ่น');
  await dialog.getByLabel('ชื่อตำแหน่ง').fill('ผู้ช่วยเลขานุการวง');
  await dialog.getByRole('textbox', { name: /^เริ่มวาระ/ }).fill('1 ตุลาคม 2567');
  await dialog.getByRole('button', { name: 'บันทึก' }).click();
  await page.getByText('ผู้ช่วยเลขานุการวง · ตั้งแต่ 1 ต.ค. 67').waitFor();

  const guest = await stage.guest();
  await open(guest, address);
  assert.equal(await guest.getByText('มานี รักษ์ถิ่น').count(), 0);
});
