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

test('a photo leaves the public page and can not be fetched any more when who is on it takes the consent back', async () => {
  const page = await stage.person(facilitator);
  const address = await planToday(page, 'วงใต้ต้นไม้');
  await post(page, `/api${address}/hold`, {});
  await open(page, '/');
  const picture = { name: 'ยาย.png', mimeType: 'image/png', buffer: await page.screenshot() };
  const { items } = (await (await page.request.post('/api/files', { multipart: { file: picture } })).json()) as { items: { id: number }[] };
  const photo = items[0]!.id;
  await post(page, `/api${address}/photos`, { file: photo, alternative_text: 'ยายนั่งใต้ต้นไม้', caption: '' });
  const yes = { photo, consent: 'named', giver: 'ยายสมมติ มีสุข', way: 'spoken', witness: 'หลานสมมติ มีสุข', words: 1 };
  await post(page, `/api${address}/consents`, yes);

  const guest = await stage.guest();
  const seen = async () => (await get<{ photos: { id: number }[] }>(guest, '/api' + address)).photos.map(({ id }) => id);
  const fetched = async () => (await guest.request.get(`/api/files/${photo}`)).status();
  assert.deepEqual([await seen(), await fetched()], [[photo], 200]);

  await open(page, address + '/consents');
  await page.getByRole('button', { name: 'ขอถอน' }).click();
  await page.getByText('ถอนแล้ว').waitFor();
  assert.deepEqual([await seen(), await fetched()], [[], 404]);
  await open(page, address);
  await page.getByRole('heading', { name: 'ภาพที่เห็นเฉพาะคนในวง' }).waitFor();
  await open(guest, address);
  assert.equal(await guest.getByRole('heading', { name: 'ภาพที่เห็นเฉพาะคนในวง' }).count(), 0);

  await post(page, `/api${address}/consents`, yes);
  assert.deepEqual([await seen(), await fetched()], [[photo], 200]);
});
