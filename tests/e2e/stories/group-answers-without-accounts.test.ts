import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { everyRule, violations } from '../support/axe.ts';
import { desk, open, phone } from '../support/browser.ts';
import { facilitator } from '../support/people.ts';
import { get, planToday, post, Stage } from '../support/story.ts';

const stage = new Stage();

const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** Eight kilobytes that begin as a browser's voice does. */
const voice = Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.from('....webm....A_OPUS'), Buffer.alloc(8000, 7)]);

async function makeGroupLink(page: Page, session: string): Promise<string> {
  await open(page, `${session}/share`);
  const words = page.getByLabel('ข้อความ (แก้ได้ก่อนส่ง)');
  assert.match(await words.inputValue(), /ขอเชิญร่วม[^]*256\d|25[67]\d/);
  await page.getByRole('button', { name: 'สร้างลิงก์ของกลุ่ม' }).click();
  const link = (await page.locator('code').innerText()).trim();
  assert.ok(link.endsWith('?openExternalBrowser=1'), 'LINE opens it in the phone’s own browser');
  assert.ok((await words.inputValue()).includes(link), 'the invitation carries the link');
  assert.deepEqual(await violations(page, everyRule), []);
  return link;
}

test('a LINE group answers without accounts, and the facilitator takes in what came', async () => {
  const keeper = await stage.person(facilitator, desk);
  const session = await planToday(keeper, 'ล้อมวงคุยเรื่องน้ำหน้าวัด');
  const link = await makeGroupLink(keeper, session);

  const neighbour = await stage.guest(phone);
  await neighbour.goto(link);
  await neighbour.getByRole('heading', { level: 1, name: 'ล้อมวงคุยเรื่องน้ำหน้าวัด' }).waitFor();
  await neighbour.getByRole('button', { name: 'ไป', exact: true }).click();
  await neighbour.getByText('กรุณาบอกชื่อก่อน').waitFor();
  await neighbour.getByLabel('ชื่อที่คนในวงรู้จัก').fill('ป้าสมมติ หมู่ 4');
  await neighbour.getByRole('button', { name: 'ไป', exact: true }).click();
  await neighbour.getByText('ได้รับคำตอบแล้ว').waitFor();
  await neighbour.getByRole('textbox', { name: 'ข้อความ', exact: true }).fill('ท่อหน้าบ้านตันมาสามปี');
  await neighbour.getByLabel('ให้ใช้ได้แค่ไหน').selectOption({ label: 'เผยแพร่ได้ พร้อมชื่อ' });
  await neighbour.getByRole('button', { name: 'ส่งให้วง' }).click();
  await neighbour.getByText('ส่งถึงผู้ดูแลวงแล้ว').waitFor();
  await neighbour.getByRole('tab', { name: 'รูป' }).click();
  await neighbour.locator('input[type=file]').setInputFiles({ name: 'คลอง.png', mimeType: 'image/png', buffer: photo });
  await neighbour.getByRole('button', { name: 'ส่งให้วง' }).click();
  await neighbour.getByText('ส่งถึงผู้ดูแลวงแล้ว').waitFor();
  assert.deepEqual(await violations(neighbour, everyRule), []);
  const file = { name: 'voice.webm', mimeType: 'audio/webm', buffer: voice };
  const token = new URL(link).pathname.split('/').at(-1)!;
  const sent = await neighbour.request.post(`/api/g/${token}/file`, { multipart: { name: 'ลุงสมมุติ', words: '', consent: 'nameless', file } });
  assert.equal(sent.status(), 201, await sent.text());

  await open(keeper, `${session}/gifts`);
  await keeper.getByRole('heading', { name: 'รออยู่ 4 รายการ' }).waitFor();
  assert.deepEqual(await violations(keeper, everyRule), []);
  const heard = (await keeper.locator('audio').getAttribute('src'))!;
  const part = await keeper.request.get(heard, { headers: { Range: 'bytes=0-3' } });
  assert.equal(part.status(), 206, 'a player asks for a piece at a time');
  assert.equal((await part.body()).length, 4);
  assert.equal(part.headers()['content-type'], 'audio/webm');
  assert.equal((await neighbour.request.get(heard)).status(), 404, 'what waits is for editors alone');
  await keeper.getByLabel('พูดว่าอะไร').fill('น้ำมาเร็วกว่าปีก่อน');
  for (let left = 4; left > 0; --left) {
    await keeper.getByRole('button', { name: /^รับเข้าบันทึก/ }).first().click();
    if (left > 1) await keeper.getByRole('heading', { name: `รออยู่ ${left - 1} รายการ` }).waitFor();
  }
  await keeper.getByText('ยังไม่มีอะไรรออยู่').waitFor();

  type Shown = { answers: { yes: number }; points: { body: string; speaker?: string }[]; photos_inside: { group: string }[] };
  const shown = await get<Shown>(keeper, '/api' + session);
  assert.equal(shown.answers.yes, 1);
  assert.ok(shown.points.some(({ body, speaker }) => body === 'ท่อหน้าบ้านตันมาสามปี' && speaker === 'ป้าสมมติ หมู่ 4'));
  assert.deepEqual(shown.photos_inside.map(({ group }) => group).sort(), ['picture', 'sound'], 'they wait until somebody clears them');

  await keeper.request.post(`/api${session}/hold`, { data: {} });
  const { summary } = await get<{ summary: string }>(keeper, `/api${session}/share`);
  assert.ok(summary.includes('ท่อหน้าบ้านตันมาสามปี (ป้าสมมติ หมู่ 4)'));
  assert.ok(!summary.includes('ลุงสมมุติ'), 'who did not agree is not named');
});

test('a link that the facilitator ended says so, kindly, and takes nothing', async () => {
  const keeper = await stage.person(facilitator);
  const session = await planToday(keeper, 'วงที่ปิดลิงก์แล้ว');
  const { path } = await post<{ path: string }>(keeper, `/api${session}/group-links`, {});
  const [link] = await get<{ id: number }[]>(keeper, `/api${session}/group-links`);
  await keeper.request.delete(`/api${session}/group-links/${link!.id}`);
  const neighbour = await stage.guest();
  await neighbour.goto(path);
  await neighbour.getByText('ลิงก์นี้ปิดแล้วหรือหมดอายุ').waitFor();
});
