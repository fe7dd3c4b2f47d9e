import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, open, phone } from '../support/browser.ts';
import { facilitator, noteTaker, officer, section } from '../support/people.ts';
import { get, organisationCalled, Stage, type Named } from '../support/story.ts';

const stage = new Stage();
let assessment = '';

const statements = ['ฉันฟังคนอื่นจนจบ', 'ฉันกล้าพูดเมื่อเห็นต่าง', 'ฉันได้ลงมือแล้ว'];

async function score(page: Page, statement: string, value: number): Promise<void> {
  await page.getByRole('group', { name: statement }).getByRole('radio', { name: String(value) }).check();
}

test('who keeps a circle asks with dimensions of their own in place of the four that are offered', async () => {
  const page = await stage.person(facilitator, desk);
  const { items } = await get<{ items: Named[] }>(page, '/api/circles?limit=1');
  await open(page, `${items[0]!.address}/assessments`);
  await page.getByRole('link', { name: 'เปิดแบบประเมิน' }).first().click();
  await page.getByLabel('ชื่อแบบประเมิน').fill('ฉันกับวง');
  const dimension = (number: number) => page.getByRole('group', { name: `มิติที่ ${number}` });
  await dimension(4).getByRole('button', { name: 'ลบมิตินี้' }).click();
  await dimension(3).getByRole('button', { name: 'ลบมิตินี้' }).click();
  await dimension(1).getByLabel('ชื่อมิติ').fill('ฟังและพูด');
  await dimension(1).getByLabel('ข้อความให้ตอบ 1–5').fill(`${statements[0]}\n${statements[1]}`);
  await dimension(2).getByLabel('ชื่อมิติ').fill('ทำ');
  await dimension(2).getByLabel('ข้อความให้ตอบ 1–5').fill('');
  await page.getByRole('button', { name: 'บันทึกแบบประเมิน' }).click();
  await dimension(2).getByText('ต้องกรอก').waitFor();
  await dimension(2).getByLabel('ข้อความให้ตอบ 1–5').fill(statements[2]!);
  await page.getByRole('button', { name: 'บันทึกแบบประเมิน' }).click();
  await page.getByRole('heading', { level: 1, name: 'ฉันกับวง' }).waitFor();
  assessment = new URL(page.url()).pathname;
});

test('somebody answers for themselves on a phone, and sees where they stand', async () => {
  const page = await stage.person(noteTaker, phone);
  await open(page, assessment);
  const send = page.getByRole('button', { name: 'เก็บคำตอบของฉัน' });
  assert.equal(await send.isDisabled(), true);
  await score(page, statements[0]!, 4);
  await score(page, statements[1]!, 3);
  await page.getByText('เหลืออีก 1 ข้อ').waitFor();
  await score(page, statements[2]!, 5);
  await send.click();
  await page.getByText('เก็บไว้ให้แล้ว').first().waitFor();
  await page.getByRole('heading', { name: 'ของฉัน' }).waitFor();
  await page.getByRole('cell', { name: '3.5' }).waitFor();
});

test("who keeps the circle sees nobody's answer, and the statements stay as they were answered", async () => {
  const page = await stage.person(facilitator, desk);
  await open(page, assessment);
  await page.getByText('ยังไม่มีเดือนที่จบแล้วให้ดู').waitFor();
  assert.equal(await page.getByText('3.5').count(), 0);
  const reply = JSON.stringify(await get(page, `/api${assessment}`));
  assert.ok(!reply.includes('3.5'));
  await page.getByRole('link', { name: 'แก้ไข' }).click();
  await page.getByText('มีคนตอบแล้ว ข้อความจึงคงเดิม').waitFor();
});

test("an answer is its person's to delete", async () => {
  const page = await stage.person(noteTaker, phone);
  await open(page, assessment);
  await page.getByText('ลบคำตอบของฉัน').click();
  await page.locator('details').getByRole('button').click();
  await page.getByRole('dialog').getByRole('button', { name: 'ลบคำตอบ', exact: true }).click();
  await page.getByRole('heading', { name: 'ของฉัน' }).waitFor({ state: 'detached' });
  assert.deepEqual((await get<{ mine: object[] }>(page, `/api${assessment}`)).mine, []);
});

test('a guest reads what is asked and is invited to sign in', async () => {
  const page = await stage.guest(phone);
  await open(page, assessment);
  await page.getByText('เข้าสู่ระบบก่อนตอบ').waitFor();
});

test('an organisation asks its own people with dimensions of its own, and others do not see it', async () => {
  const page = await stage.person(officer, desk);
  const { address } = await organisationCalled(page, section);
  await open(page, address);
  await page.getByRole('link', { name: 'ประเมินตัวเอง' }).click();
  await page.getByRole('link', { name: 'เปิดแบบประเมิน' }).first().click();
  await page.getByLabel('ชื่อแบบประเมิน').fill('คนของเราเป็นอย่างไร');
  await page.getByRole('button', { name: 'บันทึกแบบประเมิน' }).click();
  await page.getByRole('heading', { level: 1, name: 'คนของเราเป็นอย่างไร' }).waitFor();
  await page.getByRole('link', { name: section }).waitFor();
  const own = new URL(page.url()).pathname;
  const guest = await stage.guest();
  assert.equal((await guest.request.get(`/api${own}`)).status(), 404);
  await open(page, `${address}/assessments`);
  await page.getByRole('link', { name: 'คนของเราเป็นอย่างไร' }).waitFor();
});
