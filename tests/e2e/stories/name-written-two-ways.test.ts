import { test } from 'node:test';
import { desk, open, phone } from '../support/browser.ts';
import { officer } from '../support/people.ts';
import { get, planToday, Stage, type Named } from '../support/story.ts';

const stage = new Stage();
const spelling = 'กชกรณ์ ธารธรรม';

test('a name that the papers spell another way is written down once, and both spellings lead to one person', async () => {
  const page = await stage.person(officer, phone);
  await open(page, '/people?text=' + encodeURIComponent('กชกร'));
  await page.getByRole('link', { name: 'กชกร ธารทอง', exact: true }).click();
  await page.getByRole('link', { name: 'แก้ไข' }).click();
  await page.getByLabel('ชื่อที่เขียนแบบอื่น').fill(`${spelling}, พี่กชวัดจันทร์`);
  await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await page.getByText(`หรือที่เขียนว่า ${spelling}, พี่กชวัดจันทร์`).waitFor();
  await open(page, '/people?text=' + encodeURIComponent('กชกรณ์'));
  await page.getByRole('link', { name: 'กชกร ธารทอง', exact: true }).waitFor();
});

test('whoever writes down who came types the other spelling and is offered the same person', async () => {
  const page = await stage.person(officer, desk);
  const { items } = await get<{ items: Named[] }>(page, '/api/circles?limit=100');
  const circle = items.find(({ title }) => title === 'วงสานเสวนาวันพุธ')!;
  const session = await planToday(page, 'วงที่มีชื่อสองแบบ', circle.number);
  await open(page, `${session}/record`);
  await page.getByRole('combobox', { name: 'ชื่อ', exact: true }).fill('กชกรณ์');
  await page.getByRole('option', { name: `หรือที่เขียนว่า ${spelling}` }).click();
  await page.getByRole('listitem').filter({ hasText: 'กชกร ธารทอง' }).waitFor();
});

test('who may not read the person finds them by neither spelling', async () => {
  const guest = await stage.guest(phone);
  await open(guest, '/people?text=' + encodeURIComponent('กชกรณ์'));
  await guest.getByText('ไม่พบคนชื่อนี้ในรายชื่อที่คุณเห็นได้').waitFor();
});
