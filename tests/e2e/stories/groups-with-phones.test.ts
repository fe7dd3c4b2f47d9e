import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk } from '../support/browser.ts';
import { facilitator } from '../support/people.ts';
import { get, planToday, post, Stage } from '../support/story.ts';

const stage = new Stage();
const question = 'เรื่องน้ำที่ต้องทำร่วมกันคืออะไร';

type Breakouts = {
  groups: { name: string; notes: { body: string }[] }[];
  merged: { body: string; groups: number[] }[];
}[];

/** Pages of a room listen without end: they are there when their heading is. */
async function goTo(page: Page, path: string): Promise<Page> {
  await page.goto(path);
  await page.locator('#content h1, #content h2').first().waitFor();
  return page;
}

async function write(phone: Page, text: string): Promise<void> {
  await phone.getByLabel('กลุ่มเราได้อะไร').fill(text);
  await phone.getByRole('button', { name: 'ส่งให้กลุ่ม' }).click();
  await phone.getByRole('listitem').filter({ hasText: text }).waitFor();
}

const begin = (lead: Page) => lead.getByRole('button', { name: `ให้กลุ่มเริ่มเขียน: ${question}` }).click();

test('groups write from phones without an account, and all bring it together on the big screen', async () => {
  const lead = await stage.person(facilitator, desk);
  const session = await planToday(lead, 'วงน้ำแบ่งกลุ่มย่อย');
  const { code } = await post<{ code: string }>(lead, `/api${session}/room`, {});
  await post(lead, `/api${session}/breakouts`, {
    question,
    split_by: 'choice',
    groups: 2,
    names: ['กลุ่มต้นน้ำ', 'กลุ่มปลายน้ำ'],
  });
  await goTo(lead, session + '/room');
  const wall = await goTo(await lead.context().newPage(), session + '/screen');
  const one = await goTo(await stage.guest(), `/r/${code}`);
  const two = await goTo(await stage.guest(), `/r/${code}`);

  await begin(lead);
  await wall.getByRole('heading', { level: 1, name: question }).waitFor();
  await one.getByRole('button', { name: /^เข้ากลุ่มต้นน้ำ/ }).click();
  await two.getByRole('button', { name: /^เข้ากลุ่มต้นน้ำ/ }).click();
  await write(one, 'ขุดลอกคลองพร้อมกัน');
  await two.getByText('ขุดลอกคลองพร้อมกัน').waitFor();
  await two.getByRole('button', { name: 'เปลี่ยนกลุ่ม' }).click();
  await two.getByRole('button', { name: /^เข้ากลุ่มปลายน้ำ/ }).click();
  await two.getByRole('heading', { name: 'กลุ่มปลายน้ำ' }).waitFor();
  await write(two, 'ลอกคลองวันเดียวกันทั้งลำน้ำ');
  assert.equal(await two.getByText('ขุดลอกคลองพร้อมกัน').count(), 0, 'each group for itself');
  await write(two, 'คำที่ทำร้ายคนอื่น');
  await wall.getByText('จด 2 ข้อ').waitFor();
  assert.equal(await wall.getByText('ขุดลอกคลองพร้อมกัน').count(), 0, 'the wall shows how much, not yet what');

  // What hurts somebody goes from all screens.
  const unkind = lead.getByRole('listitem').filter({ hasText: 'คำที่ทำร้ายคนอื่น' });
  await unkind.getByRole('button', { name: 'ซ่อน' }).click();
  await two.getByText('คำที่ทำร้ายคนอื่น').waitFor({ state: 'detached' });

  await lead.getByRole('button', { name: 'ปิดเขียน รวมขึ้นจอ' }).click();
  await one.getByText('ปิดเขียนแล้ว').waitFor();
  await wall.getByRole('region', { name: 'กลุ่มต้นน้ำ' }).getByText('ขุดลอกคลองพร้อมกัน').waitFor();
  await wall.getByRole('region', { name: 'กลุ่มปลายน้ำ' }).getByText('ลอกคลองวันเดียวกันทั้งลำน้ำ').waitFor();
  assert.equal(await wall.getByText('คำที่ทำร้ายคนอื่น').count(), 0);

  await lead.getByRole('checkbox', { name: 'เลือกข้อนี้: ขุดลอกคลองพร้อมกัน' }).check();
  await lead.getByRole('checkbox', { name: 'เลือกข้อนี้: ลอกคลองวันเดียวกันทั้งลำน้ำ' }).check();
  await lead.getByLabel('ประเด็นร่วม').fill('ลอกคลองพร้อมกันทั้งลำน้ำ');
  await lead.getByRole('button', { name: 'รวมเป็นหนึ่งประเด็น' }).click();
  const merged = wall.getByRole('region', { name: 'ประเด็นที่รวมแล้ว' });
  await merged.getByText('ลอกคลองพร้อมกันทั้งลำน้ำ').waitFor();
  for (const name of ['กลุ่มต้นน้ำ', 'กลุ่มปลายน้ำ']) await merged.getByText(name).waitFor();
  const [after] = await get<Breakouts>(lead, `/api${session}/breakouts`);
  assert.equal(after!.merged[0]!.groups.length, 2);
  assert.deepEqual(
    after!.groups.map(({ notes }) => notes.length),
    [1, 2],
    'everything stays by group',
  );
  type Said = { points: { body: string }[] };
  assert.deepEqual(
    (await get<Said>(lead, '/api' + session)).points.map(({ body }) => body),
    ['ลอกคลองพร้อมกันทั้งลำน้ำ'],
  );

  // Not the same after all.
  await lead.getByRole('button', { name: 'แยกกลับเป็นข้อของกลุ่ม' }).click();
  await merged.waitFor({ state: 'detached' });
  assert.deepEqual((await get<Said>(lead, '/api' + session)).points, []);
  await lead.getByRole('button', { name: 'จบกลุ่มย่อย' }).click();
  await one.getByText('รอคำถามจากผู้ดำเนินวง').or(one.getByText('วางโทรศัพท์ไว้ก็ได้')).first().waitFor();
});

test('where groups are drawn, who signed on their phone finds the group of their name', async () => {
  const lead = await stage.person(facilitator, desk);
  const session = await planToday(lead, 'วงจับสลากกลุ่ม');
  const { code } = await post<{ code: string }>(lead, `/api${session}/room`, {});
  const phone = await goTo(await stage.guest(), `/r/${code}`);
  await phone.getByRole('button', { name: 'ลงชื่อว่ามาแล้ว' }).click();
  await phone.getByLabel('ชื่อ สกุล').fill('ป้าสมมุติ ริมคลอง');
  await phone.getByRole('button', { name: 'ลงชื่อ', exact: true }).click();
  await phone.getByText('ลงชื่อแล้ว: ป้าสมมุติ ริมคลอง').waitFor();
  await post(lead, `/api${session}/breakouts`, {
    question,
    split_by: 'lot',
    groups: 2,
    names: ['โต๊ะดิน', 'โต๊ะน้ำ'],
  });
  type Seats = { groups: { name: string; people: { name: string }[] }[] }[];
  const [breakout] = await get<Seats>(lead, `/api${session}/breakouts`);
  const mine = breakout!.groups.find(({ people }) => people.length)!.name;
  await goTo(lead, session + '/room');
  await begin(lead);
  assert.equal(await phone.getByLabel('ชื่อที่ลงไว้').inputValue(), 'ป้าสมมุติ ริมคลอง');
  await phone.getByRole('button', { name: 'ดูกลุ่มของฉัน' }).click();
  await phone.getByRole('heading', { name: mine }).waitFor();
});
