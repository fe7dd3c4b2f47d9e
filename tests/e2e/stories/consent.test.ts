import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from '../support/browser.ts';
import { facilitator } from '../support/people.ts';
import { get, planToday, post, Stage } from '../support/story.ts';

const stage = new Stage();

test('an elder agrees alone: she signs with her finger, whoever read it out to her is the witness, and she may take it back', async () => {
  const page = await stage.person(facilitator);
  const address = await planToday(page, 'วงเล่าเรื่องคลอง');
  const teller = { kind: 'story', body: 'สมัยก่อนคลองใสจนเห็นปลา', speaker: 'ยายสมมติ มีสุข', age_band: 'elder' };
  await post(page, `/api${address}/points`, teller);
  await post(page, `/api${address}/hold`, {});

  await open(page, address + '/consents');
  await page.getByText('ท่านไม่ยินยอมก็ได้').waitFor();
  await page.getByLabel('คำพูดหรือภาพไหน').selectOption({ label: teller.body });
  assert.equal(await page.getByLabel('ผู้ให้ความยินยอม').inputValue(), teller.speaker);
  await page.getByLabel('ยินยอมด้วยวิธีใด').selectOption({ label: 'ลงลายมือชื่อ' });
  const keep = page.getByRole('button', { name: 'บันทึกความยินยอม' });
  assert.equal(await keep.isDisabled(), true, 'nothing is signed yet');
  await page.locator('canvas').scrollIntoViewIfNeeded();
  const pad = (await page.locator('canvas').boundingBox())!;
  await page.mouse.move(pad.x + 30, pad.y + 60);
  await page.mouse.down();
  for (const [x, y] of [[80, 20], [120, 70], [180, 30]] as const) await page.mouse.move(pad.x + x, pad.y + y);
  await page.mouse.up();
  await page.getByLabel('พยาน หรือผู้ช่วยอ่านให้ฟัง').fill('หลานสมมติ มีสุข');
  await keep.click();
  await page.getByText('พยาน หลานสมมติ มีสุข').waitFor();
  const proof = (await page.getByRole('link', { name: 'หลักฐาน' }).getAttribute('href'))!;
  assert.equal((await page.request.get(proof)).headers()['content-type'], 'image/png');

  const guest = await stage.guest();
  const named = async () => (await get<{ points: { speaker?: string }[] }>(guest, '/api' + address)).points.map(({ speaker }) => speaker);
  assert.deepEqual(await named(), [teller.speaker]);
  assert.equal((await guest.request.get(proof)).status(), 404, 'what proves it is for those who look after the session');

  await page.getByRole('button', { name: 'ขอถอน' }).click();
  await page.getByText('ถอนแล้ว').waitFor();
  assert.deepEqual(await named(), []);
});
