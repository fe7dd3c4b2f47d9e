import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, listenForErrors, open, phone } from '../support/browser.ts';
import type { Person } from '../support/people.ts';
import { comeTo, get, type Named, organisationCalled, post, Stage } from '../support/story.ts';

const stage = new Stage();
const password = 'lomwong-demo';
/** Come with the example: who heads a council, and a neighbour of another one. */
const head: Person = { login: 'saman', name: 'สมาน', password };
const neighbour: Person = { login: 'somphon', name: 'สมพล เลือกสรร', password };
const section = 'จะรู้ได้อย่างไรว่าถึงเป้า';
const books = 'บ้านที่มีสมุดฝากของตนเอง';
const cars = 'จำนวนรถที่ไม่ต้องผ่อน';

let neighbours: Page;
let heads: Page;
let goal: Named;

const proposals = (page: Page) => page.getByRole('region', { name: section, exact: true });

async function openGoal(page: Page): Promise<void> {
  await open(page, goal.address);
  await comeTo(page.getByText('กระดานอริยสัจ 4').last(), proposals(page));
}

async function proposeOne(page: Page, title: string): Promise<void> {
  await openGoal(page);
  await proposals(page).getByRole('link', { name: 'เสนอตัวชี้วัด' }).click();
  await page.getByRole('textbox', { name: 'จะดูจากอะไร' }).fill(title);
}

async function keyIn(page: Page, village: string, way: string, yes: string, no: string): Promise<void> {
  await page.getByRole('button', { name: 'บันทึกผลคะแนน' }).click();
  const dialog = page.getByRole('dialog', { name: 'บันทึกผลคะแนน' });
  await dialog.getByLabel('หมู่บ้านหรือชุมชน').selectOption({ label: village });
  await dialog.getByRole('button', { name: way }).click();
  await dialog.getByLabel('เห็นด้วย', { exact: true }).fill(yes);
  await dialog.getByLabel('ไม่เห็นด้วย').fill(no);
  await dialog.getByRole('button', { name: 'บันทึกผล' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

test('a goal begins as a wish, and a neighbour proposes on a phone by what they would know that it is reached', async () => {
  heads = await stage.person(head, phone);
  const owner = (await organisationCalled(heads, 'สภาองค์กรชุมชนตำบลหนองสาหร่าย (ตัวอย่าง)')).id;
  const area = (await get<{ area: { id: number } }>(heads, '/api/areas/710911')).area.id;
  goal = await post<Named>(heads, '/api/goals', { owner, content: { title: 'ไม่มีใครต้องกู้นอกระบบ', area, targets: [] } });
  neighbours = await stage.person(neighbour, phone);
  const errors = listenForErrors(neighbours);
  await proposeOne(neighbours, books);
  await neighbours.getByLabel('ทำไมดูจากสิ่งนี้').fill('มีสมุดของตนเองจึงออมจริง');
  await neighbours.getByLabel('ตรวจสอบอย่างไร').fill('เพื่อนบ้านห้าหลังตรวจกันเอง');
  await neighbours.getByRole('button', { name: 'ส่งข้อเสนอ' }).click();
  await neighbours.getByRole('heading', { name: books, level: 1 }).waitFor();
  await neighbours.getByRole('button', { name: 'สนับสนุนแล้ว · 1', pressed: true }).waitFor();
  assert.deepEqual(errors, []);
});

test('another one is proposed, the same one twice is shown and joined instead', async () => {
  await proposeOne(heads, cars);
  await heads.getByRole('button', { name: 'จำนวน', exact: true }).click();
  await heads.getByRole('button', { name: 'ส่งข้อเสนอ' }).click();
  await heads.getByRole('heading', { name: cars, level: 1 }).waitFor();
  await proposeOne(heads, 'บ้านที่มีสมุดฝาก ของตนเอง');
  await heads.getByText('มีคนเสนอคล้ายกันแล้ว').waitFor();
  await heads.getByRole('button', { name: 'ส่งข้อเสนอ' }).click();
  await heads.getByText(`มีคนเสนอเรื่องนี้ไว้แล้ว: ${books}`).first().waitFor();
  await heads.getByRole('link', { name: 'ไปที่ข้อเสนอที่มีอยู่' }).click();
  await heads.getByRole('button', { name: 'สนับสนุน · 1' }).click();
  await heads.getByRole('button', { name: 'สนับสนุนแล้ว · 2', pressed: true }).waitFor();
});

test('the village votes on each by itself: hands in one hall, paper in another, keyed in on a phone and put right', async () => {
  await keyIn(heads, 'หมู่ 1 บ้านสระลุมพุก', 'ยกมือ', '14', '3');
  const votes = heads.getByRole('region', { name: 'ประชาคมและมติ', exact: true });
  await votes.getByText('นับแล้ว 1 จาก 9 หมู่บ้านและชุมชน').waitFor();
  await votes.getByText(/^ยกมือ ·/).waitFor();
  await votes.getByRole('button', { name: 'แก้ผลของหมู่ 1 บ้านสระลุมพุก' }).click();
  const dialog = heads.getByRole('dialog', { name: 'บันทึกผลคะแนน' });
  await dialog.getByLabel('เห็นด้วย', { exact: true }).fill('41');
  await dialog.getByLabel('แก้เพราะอะไร').fill('อ่านสลับหลัก');
  await dialog.getByRole('button', { name: 'บันทึกผล' }).click();
  await votes.getByText('แก้เพราะ อ่านสลับหลัก').waitFor();
  await heads.reload();
  await heads.getByRole('button', { name: 'บันทึกผลคะแนน' }).click();
  const villages = await dialog.getByLabel('หมู่บ้านหรือชุมชน').locator('option').allInnerTexts();
  await dialog.getByRole('button', { name: 'ปิด' }).click();
  await keyIn(heads, villages.find((name) => name.startsWith('หมู่ 2'))!, 'บัตรกระดาษ', '30', '5');
  await votes.getByText('เห็นด้วย 71 · ไม่เห็นด้วย 8 · งดออกเสียง 0').waitFor();
  await open(neighbours, '/indicators/proposals/' + new URL(heads.url()).pathname.split('/').pop()!);
  assert.equal(await neighbours.getByRole('button', { name: 'บันทึกผลคะแนน' }).count(), 0, 'who proposed it does not count the votes');
});

test('one is accepted and becomes an indicator, the other is refused with its reason', async () => {
  await heads.getByRole('button', { name: 'บันทึกมติ' }).click();
  const deciding = heads.getByRole('dialog', { name: 'บันทึกมติ' });
  await deciding.getByLabel('จากการประชุมไหน').fill('ประชาคมตำบล');
  await deciding.getByRole('button', { name: 'บันทึกมติ' }).click();
  await heads.getByText('มีมติแล้ว ถ้าต้องแก้ผลคะแนน').waitFor();
  await heads.getByRole('link', { name: 'ดูตัวชี้วัด' }).waitFor();
  await openGoal(heads);
  await proposals(heads).getByRole('link', { name: cars }).click();
  await heads.getByRole('button', { name: 'บันทึกมติ' }).click();
  await deciding.getByRole('button', { name: 'ไม่รับ', exact: true }).click();
  await deciding.getByLabel('ไม่รับเพราะอะไร').fill('มีรถไม่ได้แปลว่าไม่มีหนี้');
  await deciding.getByRole('button', { name: 'บันทึกมติ' }).click();
  await heads.getByText('มีรถไม่ได้แปลว่าไม่มีหนี้').first().waitFor();
  await openGoal(heads);
  await proposals(heads).getByText('ไม่รับหรือรวมกับข้ออื่นแล้ว 1 ข้อ').click();
  await proposals(heads).getByText('มีรถไม่ได้แปลว่าไม่มีหนี้').waitFor();
});

test('what was accepted is measured, and the thread goes from who proposed it to the number', async () => {
  const accepted = (await get<{ code: string; standing: string }[]>(heads, `/api${goal.address}/proposals`)).find(({ standing }) => standing === 'adopted')!;
  const file = join(stage.server.data, 'books.csv');
  writeFileSync(file, `indicator,area,period,value,denominator\n${accepted.code},71091101,2568,90,120\n${accepted.code},71091102,2568,60,80\n`);
  assert.match(stage.server.run(['import', 'values', file]), /stored: 2/);
  const guest = await stage.guest(desk);
  const errors = listenForErrors(guest);
  await openGoal(guest);
  await proposals(guest).getByRole('link', { name: 'ร้อยละ 75.0' }).waitFor();
  await proposals(guest).getByRole('link', { name: books }).click();
  await guest.getByText('เพื่อนบ้านห้าหลังตรวจกันเอง').waitFor();
  await guest.getByRole('link', { name: 'ร้อยละ 75.0' }).click();
  await guest.waitForURL(`**/figures/${accepted.code}/710911/*`);
  assert.deepEqual(errors, []);
});
