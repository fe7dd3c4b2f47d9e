import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, open } from '../support/browser.ts';
import type { Person } from '../support/people.ts';
import { choose, Stage } from '../support/story.ts';

const stage = new Stage();
/** Comes with the example: secretary of a council. */
const secretary: Person = { login: 'rattana', name: 'รัตนา บางโตนด', password: 'lomwong-demo' };

let page: Page;
const field = (label: string) => page.getByLabel(label, { exact: false }).first();

test('numbers of two indicators come in', () => {
  const file = join(stage.server.data, 'births.csv');
  writeFileSync(file, 'indicator,area,period,value\nborn,650101,2564,9\npeople,650101,2564,1200\nborn,800121,2564,3\npeople,800121,2564,300\n');
  assert.match(stage.server.run(['import', 'values', file, '--create']), /stored: 4/);
});

test('a secretary makes a rate of the two: what is wrong with the formula is told with its place', async () => {
  page = await stage.person(secretary, desk);
  await open(page, '/indicators/new');
  await choose(page, 'องค์กรเจ้าของ', 'สภาองค์กรชุมชนตำบลบ้านเลือก');
  await field('ชื่อตัวชี้วัด').fill('อัตราเกิดต่อพันคน');
  await field('รหัส').fill('birth_rate');
  await page.getByLabel('คิดเป็น').selectOption('plain');
  await page.locator('summary', { hasText: 'คำนวณจากตัวชี้วัดอื่น' }).click();
  await page.getByRole('textbox', { name: 'คำนวณจากตัวชี้วัดอื่น' }).fill('[born] / / [people]');
  await page.getByRole('button', { name: 'บันทึกตัวชี้วัด' }).click();
  await page.getByText('อักขระตัวที่ 10 ไม่ควรอยู่ตรงนี้').first().waitFor();
  await page.getByRole('textbox', { name: 'คำนวณจากตัวชี้วัดอื่น' }).fill('[born] / [people] * 1000');
  await page.getByRole('button', { name: 'บันทึกตัวชี้วัด' }).click();
  await page.getByRole('heading', { name: 'อัตราเกิดต่อพันคน', level: 1 }).waitFor();
  await page.getByText('[born] / [people] * 1000').waitFor();
  await page.getByText('8.0', { exact: false }).first().waitFor();
});

test('somebody without an account takes the table of provinces, and a tool of DHIS2 reads the same', async () => {
  const guest = await stage.guest();
  await open(guest, '/open-data');
  const table = guest.getByRole('link', { name: 'ตาราง CSV: อัตราเกิดต่อพันคน' });
  const csv = await (await guest.request.get((await table.getAttribute('href')) ?? '')).text();
  assert.match(csv, /birth_rate,80,[^,]*,2021,value,10,/);
  assert.match(csv, /birth_rate,65,[^,]*,2021,value,7\.5,/);
  const asked = '/api/analytics?dimension=dx:birth_rate&dimension=pe:2564&dimension=ou:TH';
  const { rows } = (await (await guest.request.get(asked)).json()) as { rows: string[][] };
  assert.deepEqual(rows, [['birth_rate', '2021', 'th', '8']]);
});

test('an office tells people apart by sex, and whoever takes the data has the groups and the structure of the tables', async () => {
  const file = join(stage.server.data, 'by_sex.csv');
  writeFileSync(
    file,
    'indicator,area,period,value,group\nvisits,650101,2564,30,\nvisits,650101,2564,18,หญิง\nvisits,650101,2564,12,ชาย\nvisits,800121,2564,7,\n',
  );
  assert.match(stage.server.run(['import', 'values', file, '--create']), /stored: 4/);
  const guest = await stage.guest();
  await open(guest, '/open-data');
  const sdmx = await (await guest.request.get('/api/open/figures?indicator=visits&level=province&format=sdmx')).text();
  assert.match(sdmx, /,65,visits,_T,2021,30,A,/);
  assert.match(sdmx, /,65,visits,\$0E2B\$0E0D\$0E34\$0E07,2021,18,A,/);
  const structure = guest.getByRole('link', { name: 'โครงสร้างของตาราง SDMX' });
  const { data } = (await (await guest.request.get((await structure.getAttribute('href')) ?? '')).json()) as {
    data: { codelists: { id: string; codes: { id: string; name: string }[] }[] };
  };
  const codes = (list: string) => data.codelists.find(({ id }) => id === list)?.codes ?? [];
  assert.equal(codes('CL_GROUP').find(({ id }) => id === '$0E2B$0E0D$0E34$0E07')?.name, 'หญิง');
  assert.equal(codes('CL_AREA').find(({ id }) => id === '65')?.name, 'จังหวัดพิษณุโลก');
  const asked = '/api/analytics?dimension=dx:visits&dimension=pe:2564&dimension=ou:65;80&dimension=co';
  const { rows } = (await (await guest.request.get(asked)).json()) as { rows: string[][] };
  assert.deepEqual(
    new Set(rows.map((row) => row.join(' '))),
    new Set(['visits หญิง 2021 65 18', 'visits ชาย 2021 65 12', 'visits default 2021 80 7']),
  );
});
