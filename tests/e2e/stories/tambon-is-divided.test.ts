import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { desk, listenForErrors, open, phone } from '../support/browser.ts';
import { administrator } from '../support/people.ts';
import { get, Stage } from '../support/story.ts';

const stage = new Stage();

type Opened = {
  whole: { figure: { value?: number } };
  carried?: { certainty: string; tile?: { figure: { value?: number } } };
};

test('an officer records that a part of a tambon became one of its own, and sees first what will happen', async () => {
  const page = await stage.person(administrator, desk);
  const errors = listenForErrors(page);
  await open(page, '/office');
  await page.getByRole('link', { name: 'เขตที่เปลี่ยนไป' }).click();
  await page.getByRole('heading', { name: 'เขตที่เปลี่ยนไป', level: 1 }).waitFor();
  await page.getByLabel('พื้นที่เดิม', { exact: true }).fill('หนองสาหร่าย');
  await page.getByRole('option').filter({ hasText: 'พนมทวน' }).first().click();
  await page.getByLabel('พื้นที่เดิมยังอยู่ แต่เล็กลง').check();
  await page.getByLabel('รหัสทางการ').fill('710998');
  await page.getByLabel('ชื่อ ไม่ต้องใส่คำว่าตำบลหรืออำเภอ').fill('สาหร่ายเหนือ');
  await page.getByLabel('มีผลตั้งแต่วันที่', { exact: true }).fill('1 ม.ค. 2569');
  await page.getByLabel('อ้างอิง').fill('ราชกิจจานุเบกษา เล่มสมมุติ');
  await page.getByRole('button', { name: 'ดูก่อนว่าจะเกิดอะไร' }).click();
  await page.getByLabel(/^หมู่ 1 /).selectOption('710998');
  await page.getByRole('button', { name: 'ดูก่อนว่าจะเกิดอะไร' }).click();
  const preview = page.getByRole('region', { name: 'จะเกิดอะไรขึ้น' });
  await preview.getByText('ตำบลสาหร่ายเหนือ').first().waitFor();
  await preview.getByText('71099801').first().waitFor();
  await preview.getByRole('button', { name: 'บันทึกการเปลี่ยนเขต' }).click();
  await page.getByRole('button', { name: 'ยกเลิกรายการนี้' }).waitFor();
  assert.deepEqual(errors, []);
});

test('the new tambon tells where it came from, and the old one what it gave', async () => {
  const page = await stage.guest(phone);
  await open(page, '/areas/710998');
  await page.getByText('เดิมเป็นส่วนหนึ่งของ').waitFor();
  await page.getByText('แยกเมื่อ 1 มกราคม 2569').waitFor();
  await page.getByRole('link', { name: 'ตำบลหนองสาหร่าย' }).first().click();
  await page.getByText('แบ่งพื้นที่ออกไปเป็น').waitFor();
});

test('values of the new village are in the new tambon, those of before stay, and both views are there', async () => {
  const page = await stage.guest(desk);
  const name = join(stage.server.data, 'new.csv');
  writeFileSync(
    name,
    'indicator,area,period,value\nheads_of_story,71091101,2568,40\nheads_of_story,71091102,2568,60\nheads_of_story,71099801,2569,45\n',
  );
  stage.server.run(['import', 'values', name, '--create']);
  const figure = (area: string, year: string) => get<Opened>(page, `/api/figures/heads_of_story/${area}/${year}`);
  assert.equal((await figure('710998', '2569')).whole.figure.value, 45);
  assert.equal((await figure('710911', '2568')).whole.figure.value, 100);
  await open(page, '/figures/heads_of_story/710998/2568');
  const card = page.getByRole('region', { name: 'สองมุม' });
  await card.getByText('ตามเขตของวันนี้').waitFor();
  await card.getByRole('link', { name: /^หมู่ 1 / }).waitFor();
  const { carried } = await figure('710998', '2568');
  assert.equal(carried?.tile?.figure.value, 40);
});

test('what values rest on is not undone any more', async () => {
  const page = await stage.person(administrator, desk);
  await open(page, '/office/areas');
  await page.getByText('มีตัวเลขกรอกไว้ในพื้นที่ใหม่แล้ว จึงยกเลิกไม่ได้').waitFor();
});
