import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, open } from '../support/browser.ts';
import { administrator } from '../support/people.ts';
import { choose, get, organisationCalled, Stage } from '../support/story.ts';

const stage = new Stage();

type Pool = { people: { name: string; in_pool: boolean; load: { hours_of_year: number } }[]; coming: { facilitators: number[] }[] };

test('a city sees who has led how much, takes a new one in, asks who is free to lead the next circle, and keeps days away', async () => {
  const page = await stage.person(administrator, desk);
  const city = await organisationCalled(page, 'เทศบาลนครพิษณุโลก');
  const pool = () => get<Pool>(page, `/api/circles/facilitators/${city.number}`);
  const hours = (await pool()).people.map(({ load }) => load.hours_of_year);
  assert.deepEqual(hours, hours.toSorted((a, b) => a - b), 'who has led least stands first');

  await open(page, city.address);
  await page.getByRole('link', { name: 'ทีมกระบวนกร' }).click();
  await page.getByRole('heading', { name: 'กระบวนกร 4 คน' }).waitFor();
  await page.getByText('เพิ่มกระบวนกร').first().click();
  const form = page.locator('details', { has: page.getByLabel('นำวงแบบใดได้') });
  await choose(page, 'ชื่อ', 'วิภาวี');
  await form.getByLabel('นำวงแบบใดได้').fill('เพื่อนช่วยเพื่อน');
  await form.getByRole('button', { name: 'เพิ่มกระบวนกร' }).click();
  await page.getByRole('heading', { name: 'กระบวนกร 5 คน' }).waitFor();

  const free = page.getByRole('region', { name: 'ใครว่าง' });
  await free.getByRole('button', { name: /^ให้ วิภาวี/ }).click();
  await free.getByText('นำวงนี้', { exact: true }).first().waitFor();
  assert.ok((await pool()).coming.some(({ facilitators }) => facilitators.length > 0));

  await page.getByText('บอกวันที่ไม่ว่าง').click();
  const away = page.locator('details', { has: page.getByLabel('เพราะ') });
  await away.getByLabel('ชื่อ').selectOption({ index: 1 });
  await away.getByRole('textbox', { name: /^ตั้งแต่/ }).fill('1 ธันวาคม 2570');
  await away.getByRole('textbox', { name: /^ถึง/ }).fill('5 ธันวาคม 2570');
  await away.getByLabel('เพราะ').fill('ไปอบรม');
  await away.getByRole('button', { name: 'บันทึกวันที่ไม่ว่าง' }).click();
  await page.getByText('ไปอบรม').waitFor();
});
