import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from '../support/browser.ts';
import { facilitator } from '../support/people.ts';
import { comeTo, get, planToday, post, Stage } from '../support/story.ts';

const stage = new Stage();
const nobody = 'ไม่มีใครที่จำหน้าหรือจำเสียงได้ หรือทุกคนยินยอมแล้ว';

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
  const yes = { photo, consent: 'named', giver: 'ยายสมมติ มีสุข', way: 'spoken', witness: 'หลานสมมติ มีสุข', words: 1, everybody: true };
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

type Photos = { photos: { id: number }[] };

test('a guest sees a photo only once somebody who looks after the session has cleared it', async () => {
  const page = await stage.person(facilitator);
  const address = await planToday(page, 'วงหน้าวัด');
  await post(page, `/api${address}/hold`, {});
  await open(page, address + '/record');
  const shot = await page.screenshot();
  const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: shot });
  const part = page.locator('#photos');
  await comeTo(part, part.getByRole('button').first());
  await part.locator('input[type=file]').setInputFiles(picture('คน.png'));
  await part.getByLabel('ในภาพมีอะไร').fill('คนนั่งล้อมวง');
  assert.equal(await part.getByLabel(nobody).isChecked(), false, 'nobody is let out by default');
  await part.getByRole('button', { name: 'ส่ง 1 ภาพ' }).click();
  await part.getByRole('button', { name: 'ส่ง 1 ภาพ' }).waitFor({ state: 'detached' });

  const guest = await stage.guest();
  const inside = async () => (await get<{ photos_inside: { id: number; sizes: string }[] }>(page, '/api' + address)).photos_inside;
  while ((await inside())[0]?.sizes !== 'made') await page.waitForTimeout(100);
  const photo = (await inside())[0]!.id;
  const seen = async () => (await get<Photos>(guest, '/api' + address)).photos.map(({ id }) => id);
  const fetched = async () => (await guest.request.get(`/files/${photo}/thumb`)).status();
  const drawn = async () => (await (await guest.request.get(address)).text()).includes(`/files/${photo}/`);
  assert.deepEqual([await seen(), await fetched(), await drawn()], [[], 404, false]);

  await open(page, address);
  await page.getByText('รอความยินยอม', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'ให้คนทั่วไปเห็นได้' }).click();
  await page.getByText('รอความยินยอม', { exact: true }).waitFor({ state: 'detached' });
  assert.deepEqual([await seen(), await fetched(), await drawn()], [[photo], 200, true]);
  await open(guest, address);
  await guest.getByAltText('คนนั่งล้อมวง').first().waitFor();

  await open(page, address + '/record');
  await comeTo(part, part.getByRole('button').first());
  await part.getByRole('button', { name: 'เก็บไว้ในวง' }).click();
  await part.getByText('ผู้ดูแลเก็บไว้ในวง').waitFor();
  assert.deepEqual([await seen(), await fetched()], [[], 404]);

  await part.locator('input[type=file]').setInputFiles(picture('ถังขยะ.png'));
  await part.getByLabel(nobody).check();
  await part.getByRole('button', { name: 'ส่ง 1 ภาพ' }).click();
  await part.getByRole('button', { name: 'ส่ง 1 ภาพ' }).waitFor({ state: 'detached' });
  assert.equal((await seen()).length, 1, 'what is plainly of things is there at once');
});
