import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, open, phone } from '../support/browser.ts';
import { administrator, officer, type Person } from '../support/people.ts';
import { get, Stage } from '../support/story.ts';

const stage = new Stage();

type Reply = { whole: { figure: { value?: number; reported: number } } };
async function nation(page: Page): Promise<Reply['whole']['figure']> {
  return (await get<Reply>(page, '/api/figures?indicator=elders&area=th&period=2564')).whole.figure;
}

/** Come with the example: who collects numbers in a tambon, and who answers for them. */
const collector: Person = { login: 'orathai', name: 'อรทัย จดดี', password: 'lomwong-demo' };
const steward: Person = { login: 'saman', name: 'สมาน นาดี', password: 'lomwong-demo' };
const hers = '710911';

const head = 'ตัวชี้วัด,พื้นที่,ปี,ค่า\n';
const good = 'elders,650101,2564,๑๒๐\nelders,800121,2564,"1,080"\n';
const wrong = 'elders,999999,2564,5\nelders,650102,2567/68,7\nelders,650103,2564,\n';

test('an office brings in a long table on the command line, and the figure of the nation is there', async () => {
  const file = join(stage.server.data, 'elders.csv');
  writeFileSync(file, 'indicator,area,period,value\nelders,500306,2552,40\nelders,650101,2564,100\n');
  const told = stage.server.run(['import', 'values', file, '--create']);
  assert.match(told, /rows read: 2\nstored: 2 \(2 new or changed, 0 as they were\)\nrefused: 0/);
  assert.match(stage.server.run(['import', 'values', file]), /0 new or changed, 2 as they were/);
  assert.equal((await nation(await stage.guest())).value, 100);
});

async function chooseTable(page: Page, csv: string): Promise<void> {
  await open(page, '/import/values');
  await page.getByLabel('เลือกไฟล์ตาราง').setInputFiles({ name: 'elders.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('heading', { name: 'ตรวจก่อนนำเข้า' }).waitFor();
}

test('in the browser a table is looked through first: each wrong row has its line and reason; the others count at once', async () => {
  const page = await stage.person(administrator, desk);
  await chooseTable(page, head + good + wrong);
  await page.getByRole('row').filter({ hasText: 'ไม่มีพื้นที่รหัสนี้' }).getByRole('cell', { name: '4', exact: true }).waitFor();
  await page.getByRole('row').filter({ hasText: 'ปีการศึกษาหรือปีงบประมาณ' }).getByRole('cell', { name: '5', exact: true }).waitFor();
  await page.getByRole('row').filter({ hasText: 'ถ้าเป็นศูนย์ให้ใส่ 0' }).getByRole('cell', { name: '6', exact: true }).waitFor();
  assert.equal((await nation(page)).value, 100, 'nothing is written by looking');
  await page.getByRole('button', { name: 'นำเข้า 2 แถว' }).click();
  await page.getByRole('heading', { name: 'นำเข้าแล้ว' }).waitFor();
  assert.deepEqual(await nation(page).then(({ value, reported }) => ({ value, reported })), { value: 1200, reported: 2 });
});

test('the same table once more changes nothing', async () => {
  const page = await stage.person(administrator, desk);
  await chooseTable(page, head + good);
  await page.getByText('ไม่มีอะไรต้องนำเข้า').waitFor();
});

test('on the phone it is found again and taken back in one step: what stood before stands again', async () => {
  const page = await stage.person(administrator, phone);
  await open(page, '/import');
  await page.getByRole('link', { name: 'elders.csv' }).first().click();
  await page.getByRole('button', { name: 'ย้อนการนำเข้า' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'ย้อนการนำเข้า' }).click();
  await page.getByText('ย้อนกลับ 2 รายการ').waitFor();
  assert.equal((await nation(page)).value, 100);
});

test('who keeps the numbers of a place brings in a table of theirs: drafts, which count when they are approved', async () => {
  const page = await stage.person(collector, desk);
  await open(page, '/figures/enter');
  await page.getByRole('link', { name: 'มีเป็นตารางอยู่แล้ว นำเข้าทั้งไฟล์' }).click();
  await page.getByText('ทุกแถวเข้ามาเป็นฉบับร่างของพื้นที่ที่คุณดูแล').waitFor();
  const rows = `${head}elders,${hers},2564,77\nelders,650101,2564,5\n`;
  await page.getByLabel('เลือกไฟล์ตาราง').setInputFiles({ name: 'hers.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await page.getByRole('row').filter({ hasText: 'คุณยังไม่ได้ดูแลข้อมูลของพื้นที่นี้' }).getByRole('cell', { name: '3', exact: true }).waitFor();
  await page.getByRole('button', { name: 'นำเข้า 1 แถว' }).click();
  await page.getByRole('heading', { name: 'นำเข้าแล้ว' }).waitFor();
  assert.equal((await nation(page)).value, 100, 'a draft counts nowhere');

  const leader = await stage.person(steward, desk);
  const move = (name: string) => leader.request.post('/api/figures/check', { data: { move: name, batches: [{ indicator: 'elders', area: hers, period: '2564' }] } });
  for (const name of ['check', 'approve']) assert.equal((await move(name)).status(), 200);
  assert.equal((await nation(page)).value, 177);
});

test('who looks after no numbers is not offered it, and is refused', async () => {
  const page = await stage.person(officer, desk);
  await open(page, '/import');
  await page.getByRole('link', { name: 'องค์กร' }).first().waitFor();
  assert.equal(await page.getByRole('link', { name: 'ค่าของตัวชี้วัด' }).count(), 0);
  const form = { file: { name: 'elders.csv', mimeType: 'text/csv', buffer: Buffer.from(head + good) } };
  const refused = await page.request.post('/api/figures/import', { multipart: form });
  assert.equal(refused.status(), 403);
});
