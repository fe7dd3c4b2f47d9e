import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk } from '../support/browser.ts';
import { facilitator, noteTaker } from '../support/people.ts';
import { get, planToday, post, Stage } from '../support/story.ts';

const stage = new Stage();

type Room = {
  state: { asks: { question: string; tally?: { raised: number; levels?: number[] } }[]; cards: { body: string; hidden: boolean }[] };
};

/** Pages of a room listen without end: they are there when their heading is. */
async function goTo(page: Page, path: string): Promise<Page> {
  await page.goto(path);
  await page.locator('#content h1, #content h2').first().waitFor();
  return page;
}

async function prepare(page: Page, kind: string, question: string): Promise<void> {
  await page.getByRole('group', { name: 'ถามแบบไหน' }).getByRole('button', { name: kind }).click();
  await page.getByLabel('คำถาม', { exact: true }).fill(question);
  await page.getByRole('button', { name: 'เก็บไว้ถาม' }).click();
  await page.getByRole('heading', { name: question }).waitFor();
}

const ask = (page: Page, question: string) =>
  page.getByRole('region', { name: question }).getByRole('button', { name: 'ถามวงตอนนี้' }).click();

test('a hall counts hands and writes cards from phones, through a lost signal and a server that starts anew', async () => {
  const lead = await stage.person(facilitator, desk);
  const session = await planToday(lead, 'วงศาลากลางหมู่บ้าน');
  await goTo(lead, session);
  await lead.getByRole('link', { name: 'ห้องสดของวง' }).click();
  await lead.getByRole('button', { name: 'เปิดห้องสด' }).click();
  await lead.getByText('ห้องเปิดอยู่').waitFor();
  const { code } = await get<{ code: string }>(lead, `/api${session}/room`);
  const screen = await goTo(await lead.context().newPage(), session + '/screen');
  await screen.getByText(`${code.slice(0, 4)} ${code.slice(4)}`).waitFor();

  // One types the code, the other has scanned it; neither has an account.
  const one = await goTo(await stage.guest(), '/r');
  await one.getByLabel('รหัสเข้าวง').fill(`${code.slice(0, 4)}-${code.slice(4)}`);
  await one.getByRole('button', { name: 'เข้าวง' }).click();
  await one.getByText('อยู่ในวงแล้ว').waitFor();
  const two = await goTo(await stage.guest(), `/r/${code}`);

  const question = 'คนในหมู่บ้านเราช่วยเหลือกันมากน้อยแค่ไหน';
  await prepare(lead, 'ยกมือ', question);
  await ask(lead, question);
  await one.getByRole('button', { name: '4 มาก' }).click();
  await screen.getByText('เห็นผลเมื่อปิดนับ').waitFor();

  // The signal of the other one is gone while the hand goes up; it goes out by itself, once.
  await two.getByRole('button', { name: '5 มากที่สุด' }).waitFor();
  await two.context().setOffline(true);
  await two.getByRole('button', { name: '5 มากที่สุด' }).click();
  await two.getByText('มือของท่านอยู่ที่ระดับ 5').waitFor();
  await two.context().setOffline(false);
  const card = lead.getByRole('region', { name: question });
  await card.getByText('ได้แล้ว 2').waitFor({ timeout: 40_000 });

  // Uncle has no phone: his hand is counted by eye.
  await card.getByText('นับมือของคนที่ไม่มีโทรศัพท์').click();
  await card.getByRole('button', { name: 'เพิ่ม 3 ปานกลาง' }).click();
  await card.getByText('ได้แล้ว 3').waitFor();
  await card.getByRole('button', { name: 'ปิดการนับ ดูผล' }).click();
  await screen.getByText('เฉลี่ย 4.0').waitFor();
  await one.reload();
  await one.getByText('เฉลี่ย 4.0').waitFor();

  // Two write notes at once, and see one another's.
  const notes = await stage.person(noteTaker, desk);
  await goTo(notes, session + '/room');
  await notes.getByRole('tab', { name: 'จดบันทึก' }).click();
  await lead.getByRole('tab', { name: 'จดบันทึก' }).click();
  await notes.getByLabel('พูดว่าอะไร').fill('ลงแขกเกี่ยวข้าวยังมีอยู่');
  await lead.getByLabel('พูดว่าอะไร').fill('คนหนุ่มสาวกลับมาช่วงสงกรานต์');
  await Promise.all([notes, lead].map((page) => page.getByRole('button', { name: 'บันทึกคำนี้' }).click()));
  for (const page of [notes, lead])
    for (const said of ['ลงแขกเกี่ยวข้าวยังมีอยู่', 'คนหนุ่มสาวกลับมาช่วงสงกรานต์']) await page.locator('article').getByText(said).waitFor();

  // The server is killed and comes back; a card that was sent meanwhile is there once, on every screen.
  await lead.getByRole('tab', { name: 'ดำเนินวง' }).click();
  await prepare(lead, 'การ์ดคำ', 'อยากเห็นอะไรในปีหน้า');
  await ask(lead, 'อยากเห็นอะไรในปีหน้า');
  await one.getByLabel('เขียนการ์ด').fill('ศาลาที่มีร่มไม้');
  await stage.server.down('SIGKILL');
  await one.getByText('สัญญาณหาย').waitFor({ timeout: 20_000 });
  await one.getByRole('button', { name: 'ส่งการ์ด' }).click();
  await one.getByText('รอส่ง', { exact: true }).waitFor();
  await stage.server.serve();
  for (const page of [lead, screen, two]) await page.getByText('ศาลาที่มีร่มไม้').waitFor({ timeout: 60_000 });

  await lead.getByRole('region', { name: 'อยากเห็นอะไรในปีหน้า' }).getByRole('button', { name: 'ซ่อน' }).click();
  await screen.getByText('ศาลาที่มีร่มไม้').waitFor({ state: 'detached' });
  await lead.getByRole('button', { name: 'ปิดห้อง' }).click();
  await lead.getByRole('dialog').getByRole('button', { name: 'ปิดห้อง' }).click();
  await one.getByText('ขอบคุณที่ร่วมวง').waitFor();
  const { state } = await get<Room>(lead, `/api${session}/room`);
  assert.deepEqual(state.asks[0]!.tally?.levels, [0, 0, 1, 1, 1]);
  assert.deepEqual(
    state.cards.map(({ body, hidden }) => [body, hidden]),
    [['ศาลาที่มีร่มไม้', true]],
  );
  await goTo(lead, session + '/room');
  await lead.getByText('เฉลี่ย 4.0').waitFor();
});

test('who comes in signs the list on their own phone, also for the person beside, and the note-taker sees who came', async () => {
  const lead = await stage.person(facilitator, desk);
  const session = await planToday(lead, 'วงที่ลงชื่อด้วยโทรศัพท์');
  const { code } = await post<{ code: string }>(lead, `/api${session}/room`, {});
  const phone = await goTo(await stage.guest(), `/r/${code}`);
  await phone.getByRole('button', { name: 'ลงชื่อว่ามาแล้ว' }).click();
  await phone.getByLabel('ชื่อ สกุล').fill('ป้าสมมุติ ริมคลอง');
  await phone.getByLabel('มาจากไหน').fill('ชุมชนริมคลอง');
  await phone.getByRole('button', { name: 'ลงชื่อ', exact: true }).click();
  await phone.getByText('ลงชื่อแล้ว: ป้าสมมุติ ริมคลอง').waitFor();
  await phone.getByRole('button', { name: 'ลงชื่อให้คนข้าง ๆ' }).click();
  await phone.getByLabel('ชื่อ สกุล').fill('ตาสมมุติ ไม่มีโทรศัพท์');
  await phone.getByRole('button', { name: 'ลงชื่อ', exact: true }).click();
  await phone.getByText('ตาสมมุติ ไม่มีโทรศัพท์').waitFor();
  type Came = { people: { name: string; came: boolean; organisation: string }[] };
  const { people } = await get<Came>(lead, '/api' + session);
  assert.deepEqual(people.map(({ name, came }) => [name, came]).sort(), [
    ['ตาสมมุติ ไม่มีโทรศัพท์', true],
    ['ป้าสมมุติ ริมคลอง', true],
  ]);
  assert.deepEqual((await get<Came>(await stage.guest(), '/api' + session)).people, [], 'names are for those of the circle');
});
