import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, open, phone } from '../support/browser.ts';
import { facilitator, officer as knowledgeOfficer, section } from '../support/people.ts';
import { choose, Stage } from '../support/story.ts';

const stage = new Stage();

test('three key strokes find ท่าซัก, and lead to its page', async () => {
  const page = await stage.guest(phone);
  await open(page, '/areas');
  await page.getByRole('combobox', { name: 'ไปที่พื้นที่' }).fill('ทซก');
  await page.getByRole('option').first().filter({ hasText: 'ต.ท่าซัก อ.เมืองนครศรีธรรมราช จ.นครศรีธรรมราช' }).click();
  await page.getByRole('heading', { level: 1, name: 'ตำบลท่าซัก' }).waitFor();
});

const onBehalf = (page: Page) => choose(page, 'เขียนในนามของ', section);

test('what an officer learnt about a place is there for everybody, with its story', async () => {
  const officer = await stage.person(knowledgeOfficer, desk);
  await open(officer, '/areas/650102/edit');
  await onBehalf(officer);
  await officer.getByLabel('ปี', { exact: true }).fill('2564');
  await officer.getByLabel('คน', { exact: true }).fill('9,000');
  await officer.getByLabel('ประวัติความเป็นมา').fill('บ้านสวนริมคลอง');
  await officer.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await officer.getByText('บ้านสวนริมคลอง').waitFor();

  await officer.getByRole('link', { name: 'เพิ่มเหตุการณ์' }).click();
  await officer.getByLabel('เกิดอะไรขึ้น').fill('ตั้งกองทุนสวัสดิการ');
  await officer.getByLabel('ปี', { exact: true }).fill('2548');
  await onBehalf(officer);
  await officer.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await officer.getByText('ตั้งกองทุนสวัสดิการ').waitFor();

  const reader = await stage.guest(phone);
  await open(reader, '/areas/650102');
  await reader.getByText('บ้านสวนริมคลอง').waitFor();
  await reader.getByText('2548').waitFor();
});

test('a table of villages is looked through before it comes in, and its wrong rows are told by line', async () => {
  const officer = await stage.person(facilitator, desk);
  await open(officer, '/import/places');
  const csv = 'รหัสหมู่บ้าน,หมู่ที่,ชื่อ\n80012101,1,บ้านสว่าง\n99999901,1,ไม่มีที่อยู่\n';
  await officer.getByLabel('เลือกไฟล์ตาราง').setInputFiles({ name: 'villages.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await officer.getByRole('cell', { name: 'ไม่มีตำบลรหัสนี้' }).waitFor();
  await officer.getByRole('button', { name: 'นำเข้า 1 แถว' }).click();
  await officer.getByRole('heading', { name: 'นำเข้าแล้ว' }).waitFor();
  const area = (await (await officer.request.get('/api/areas/800121')).json()) as { inside: { title: string }[] };
  assert.deepEqual(area.inside.map(({ title }) => title), ['หมู่ 1 บ้านสว่าง']);
});
