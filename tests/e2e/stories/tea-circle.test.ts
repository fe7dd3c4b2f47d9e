import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { isInstalled, listenForErrors, open } from '../support/browser.ts';
import { officer, section } from '../support/people.ts';
import { choose, get, organisationCalled, post, Stage, type Named } from '../support/story.ts';

const stage = new Stage();
const tree = { latitude: 16.8211, longitude: 100.2659, accuracy: 12 };

type Shown = {
  record: { area_id: number };
  state: string;
  date: string;
  place: string;
  people_count: number;
  points: { body: string; kind: string; speaker?: string; voice?: { address: string; seconds: number } }[];
  photos_inside: { kind: string; why: string }[];
  differences: { part: string; text: string }[];
};

const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Bangkok' });

async function teaCircle(page: Page, title: string): Promise<Named> {
  return post<Named>(page, '/api/circles', {
    title, kind: 'tea_circle', level: 'community', phase: 'implement', organiser: (await organisationCalled(page, section)).id, place: 'ลานวัด',
  });
}

/** As somebody types it under the tree: everything but the voice. */
async function jot(page: Page, title: string): Promise<void> {
  await page.getByLabel('คุยเรื่องอะไร').fill(title);
  await page.getByLabel('คำที่อยากจำ').fill('เห็นครั้งแรกหลังน้ำลด');
  for (let elders = 0; elders < 4; elders++) await page.getByRole('button', { name: 'เพิ่ม ผู้สูงอายุ' }).click();
}

const waits = (page: Page, count: number) => page.getByRole('button', { name: `รอส่ง ${count} รายการ` });
const sessionsOf = (page: Page, circle: Named) => get<{ address: string; title: string }[]>(page, `/api/sessions?circle=${circle.id}`);

test('a tea circle under a tree, without a signal, is there with its photo and its voice when the signal is back', async () => {
  const page = await stage.person(officer);
  await page.context().grantPermissions(['geolocation', 'microphone']);
  await page.context().setGeolocation(tree);
  const errors = listenForErrors(page);
  const circle = await teaCircle(page, 'วงน้ำชาใต้ต้นจามจุรี');
  const photo = { name: 'คลอง.png', mimeType: 'image/png', buffer: Buffer.alloc(0) };
  // The app was opened once, at home; not the page that is wanted now.
  await open(page, '/');
  photo.buffer = await page.screenshot();
  await isInstalled(page);
  await page.waitForFunction(async () => !!(await caches.match('/api/circles/mine')));

  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'บันทึกใหม่' }).click();
  await page.getByRole('dialog').getByRole('link', { name: /จดวงใน 1 นาที/ }).click();
  await page.getByLabel('วงไหน').selectOption({ label: circle.title });
  await jot(page, 'น้ำในคลองเปลี่ยนสี');
  await page.locator('input[type=file]').setInputFiles(photo);
  await page.getByLabel('ในภาพมีอะไร').fill('คลองสีน้ำตาล');
  await page.getByRole('button', { name: 'อัดเสียง' }).click();
  await page.getByText('กำลังอัด 0:02').waitFor();
  await page.getByRole('button', { name: 'หยุดอัด' }).click();
  await page.getByLabel('ใครเล่า').fill('ยายสมมติ มีสุข');
  await page.getByRole('button', { name: 'ลานวัด' }).click();
  await page.getByRole('button', { name: 'ใช้ตำแหน่งตรงนี้' }).click();
  await page.getByText('16.8211, 100.2659').waitFor();
  await page.getByText('จะหาพื้นที่ใกล้ที่สุดให้เมื่อส่งถึง').waitFor();

  await page.getByText('เก็บร่างในเครื่องนี้แล้ว').waitFor();
  await page.reload();
  await page.getByText('16.8211, 100.2659').waitFor();
  assert.equal(await page.locator('audio').count(), 1, 'the voice survives a reload');
  await page.getByRole('button', { name: 'เก็บวงนี้' }).click();
  await waits(page, 3).waitFor();
  await page.getByText('รอส่ง 3 รายการ จะส่งเองเมื่อมีสัญญาณ').waitFor();

  await page.context().setOffline(false);
  await waits(page, 3).waitFor({ state: 'detached', timeout: 60_000 });
  await page.getByText('ส่งถึงแล้ว').waitFor({ timeout: 60_000 });
  const [only, ...more] = await sessionsOf(page, circle);
  assert.deepEqual([only!.title, more.length], ['น้ำในคลองเปลี่ยนสี', 0]);
  const session = await get<Shown>(page, '/api' + only!.address);
  assert.deepEqual([session.state, session.date, session.place, session.people_count], ['held', today(), 'ลานวัด', 4]);
  assert.deepEqual(session.points.map(({ body }) => body), ['เห็นครั้งแรกหลังน้ำลด', '']);
  assert.deepEqual(session.photos_inside.map(({ why }) => why), ['waits']);
  assert.equal(Math.floor(session.record.area_id / 1e7) % 100, 65, 'the nearest area was found by itself, in Phitsanulok');

  const { voice } = session.points[1]!;
  assert.ok(voice && voice.seconds >= 2);
  const part = await page.request.get(voice.address, { headers: { Range: 'bytes=0-99' } });
  assert.deepEqual([part.status(), part.headers()['content-type'], (await part.body()).length], [206, 'audio/webm', 100]);
  await open(page, only!.address);
  await page.locator('audio').waitFor();
  await page.getByText('ยังไม่ได้ถอดเสียง').waitFor();
  assert.deepEqual(errors.filter((error) => !error.includes('net::')), []);

  const guest = await stage.guest();
  assert.equal((await guest.request.get(voice.address)).status(), 404, 'a voice stays in its circle until its teller agrees to be named');
});

test('with a signal the nearest area is shown at once and can be corrected from the list', async () => {
  const page = await stage.person(officer);
  await page.context().grantPermissions(['geolocation']);
  await page.context().setGeolocation(tree);
  const circle = await teaCircle(page, 'วงน้ำชาริมน่าน');
  await open(page, `/circles/${circle.number}/capture`);
  await jot(page, 'ตลิ่งพังตรงท่าน้ำ');
  await page.getByRole('button', { name: 'ใช้ตำแหน่งตรงนี้' }).click();
  await page.getByText('ใกล้ที่สุดคือ').waitFor();
  await choose(page, 'พื้นที่', 'ท่าโพธิ์');
  await page.getByRole('button', { name: 'เก็บวงนี้' }).click();
  await page.getByText('ส่งถึงแล้ว').waitFor({ timeout: 20_000 });
  const [only] = await sessionsOf(page, circle);
  const { record } = await get<Shown>(page, '/api' + only!.address);
  const meant = await get<{ id: number }[]>(page, '/api/areas?near=65&text=' + encodeURIComponent('ท่าโพธิ์'));
  assert.equal(record.area_id, meant[0]!.id);
});

test('what was captured without a signal and met what others had recorded changes nothing of theirs, and both are seen', async () => {
  const page = await stage.person(officer);
  const circle = await teaCircle(page, 'วงน้ำชาหน้าบ้าน');
  await open(page, `/circles/${circle.number}/capture`);
  await isInstalled(page);
  await page.reload();
  await page.getByLabel('คุยเรื่องอะไร').waitFor();
  await page.context().setOffline(true);
  await jot(page, 'ของเครื่องที่ไม่มีสัญญาณ');
  await page.getByRole('button', { name: 'เก็บวงนี้' }).click();
  await waits(page, 1).waitFor();

  // Meanwhile, at the office.
  const desk = await stage.person(officer);
  const theirs = await post<Named>(desk, `/api/circles/${circle.number}/sessions`, { title: 'ของที่ทำงาน', date: today(), agenda: [] });
  await desk.request.put(`/api${theirs.address}/heads`, { data: { all: 9 } });
  await post(desk, `/api${theirs.address}/hold`, {});

  await page.context().setOffline(false);
  await waits(page, 1).waitFor({ state: 'detached', timeout: 60_000 });
  assert.equal((await sessionsOf(page, circle)).length, 1);
  const session = await get<Shown & { record: { title: string; area_id: number } }>(page, '/api' + theirs.address);
  assert.deepEqual([session.record.title, session.people_count], ['ของที่ทำงาน', 9]);
  assert.deepEqual(session.points.map(({ body }) => body), ['เห็นครั้งแรกหลังน้ำลด']);

  await open(page, theirs.address + '/record');
  await page.getByText('ของเครื่องที่ไม่มีสัญญาณ').waitFor();
  await page.getByRole('button', { name: 'ใช้จำนวนจากโทรศัพท์' }).click();
  await page.getByRole('button', { name: 'ใช้จำนวนจากโทรศัพท์' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'เก็บตามระบบ' }).click();
  await page.getByText('มีที่จดไว้ต่างกัน').waitFor({ state: 'detached' });
  assert.equal((await get<Shown>(page, '/api' + theirs.address)).people_count, 4);
});

test('a sign-in that ran out while there was no signal holds what waits, and signing in sends it', async () => {
  const page = await stage.person(officer);
  const circle = await teaCircle(page, 'วงน้ำชาหลังเลิกงาน');
  await open(page, `/circles/${circle.number}/capture`);
  await isInstalled(page);
  await page.reload();
  await page.getByLabel('คุยเรื่องอะไร').waitFor();
  await page.context().setOffline(true);
  await jot(page, 'รอเข้าสู่ระบบ');
  await page.getByRole('button', { name: 'เก็บวงนี้' }).click();
  await waits(page, 1).waitFor();
  await page.context().clearCookies({ name: 'lomwong_session' });
  await page.context().setOffline(false);
  await waits(page, 1).click();
  await page.getByText('หมดเวลาการเข้าสู่ระบบ').waitFor({ timeout: 40_000 });
  await page.getByRole('dialog').getByRole('button', { name: 'เข้าสู่ระบบ' }).click();
  const dialog = page.getByRole('dialog', { name: 'เข้าสู่ระบบเพื่อทำต่อ' });
  await dialog.getByLabel('ชื่อผู้ใช้หรืออีเมล').fill(officer.login);
  await dialog.getByLabel('รหัสผ่าน', { exact: true }).fill(officer.password);
  await dialog.getByRole('button', { name: 'เข้าสู่ระบบ' }).click();
  await waits(page, 1).waitFor({ state: 'detached', timeout: 40_000 });
  assert.equal((await sessionsOf(page, circle)).length, 1);
});
