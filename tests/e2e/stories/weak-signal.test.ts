import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { isInstalled, open } from '../support/browser.ts';
import { facilitator } from '../support/people.ts';
import { get, planToday, Stage } from '../support/story.ts';

const stage = new Stage();

test('in a hall without a signal what is recorded waits, is counted, and goes out by itself', async () => {
  const page = await stage.person(facilitator);
  const address = await planToday(page, 'วงในศาลาวัด');
  await open(page, address + '/record');
  await isInstalled(page);
  await page.reload();
  await page.getByRole('heading', { name: 'มากี่คน' }).waitFor();

  await page.context().setOffline(true);
  await page.getByLabel('พูดว่าอะไร').fill('น้ำประปาไหลอ่อนตอนเย็น');
  await page.getByRole('button', { name: 'บันทึกคำนี้' }).click();
  await page.getByRole('button', { name: 'รอส่ง 1 รายการ' }).waitFor();

  await page.reload();
  await page.getByRole('heading', { name: 'วงในศาลาวัด' }).waitFor();
  await page.getByText('น้ำประปาไหลอ่อนตอนเย็น').waitFor();

  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'รอส่ง 1 รายการ' }).waitFor({ state: 'detached', timeout: 40_000 });
  // On the page that stood there all the while, and no longer among what waits.
  await page.getByText('น้ำประปาไหลอ่อนตอนเย็น').waitFor();
  assert.equal(await page.getByText('รอส่ง', { exact: true }).count(), 0);
  const session = (await (await page.request.get('/api' + address)).json()) as { points: { body: string }[] };
  assert.deepEqual(
    session.points.map(({ body }) => body),
    ['น้ำประปาไหลอ่อนตอนเย็น'],
  );
});

test('what is half typed survives a reload', async () => {
  const page = await stage.person(facilitator);
  const address = await planToday(page, 'วงที่แบตหมด');
  await open(page, address + '/record');
  await page.getByLabel('พูดว่าอะไร').fill('พูดยังไม่ทันจบ');
  await page.getByText('เก็บร่างในเครื่องนี้แล้ว').first().waitFor();
  await page.reload();
  await page.getByText('กู้ร่างที่พิมพ์ไว้').first().waitFor();
  assert.equal(await page.getByLabel('พูดว่าอะไร').inputValue(), 'พูดยังไม่ทันจบ');
});

test('when the answer gets lost on its way back, what was sent again is there once', async () => {
  const page = await stage.person(facilitator);
  const address = await planToday(page, 'วงบนดอย');
  await open(page, address + '/record');
  let lost = 0;
  await page.route('**/points', async (route) => {
    await route.fetch();
    lost++;
    await route.abort('connectionreset');
  });
  await page.getByLabel('พูดว่าอะไร').fill('ทางขาดทุกฤดูฝน');
  await page.getByRole('button', { name: 'บันทึกคำนี้' }).click();
  await page.getByRole('button', { name: 'รอส่ง 1 รายการ' }).waitFor();
  await page.getByRole('button', { name: 'รอส่ง 1 รายการ' }).click();
  await page.getByRole('button', { name: 'ส่งตอนนี้' }).click();
  while (lost < 2) await page.waitForTimeout(50);
  await page.unrouteAll({ behavior: 'wait' });
  // Asked again, unless it has gone out by itself just now.
  await page.getByRole('button', { name: 'ส่งตอนนี้' }).evaluateAll((there) => there.forEach((button) => (button as HTMLElement).click()));
  await page.getByRole('button', { name: 'รอส่ง 1 รายการ' }).waitFor({ state: 'detached', timeout: 60_000 });
  const session = await get<{ points: { body: string }[] }>(page, '/api' + address);
  assert.deepEqual(session.points.map(({ body }) => body), ['ทางขาดทุกฤดูฝน']);
});

test('a word at which the server always fails is set aside and holds up nothing; its writer keeps a copy, and later it goes', async () => {
  const page = await stage.person(facilitator);
  const [ill, well] = [await planToday(page, 'วงที่ระบบขัดข้อง'), await planToday(page, 'วงที่ปกติดี')];
  const failure = { status: 500, code: 'internal', title: 'ระบบขัดข้อง', request_id: 'r-7' };
  await page.route(`**/api${ill}/points`, (route) => route.fulfill({ status: 500, json: failure }));
  const say = async (address: string, words: string) => {
    await open(page, address + '/record');
    await page.getByLabel('พูดว่าอะไร').fill(words);
    await page.getByRole('button', { name: 'บันทึกคำนี้' }).click();
  };
  const said = async (address: string) =>
    (await get<{ points: { body: string }[] }>(page, '/api' + address)).points.map(({ body }) => body);
  await say(ill, 'คำที่ระบบรับไม่ได้');
  await page.getByRole('button', { name: 'รอส่ง 1 รายการ' }).waitFor();
  await say(well, 'คำที่ตามหลังมา');
  while (!(await said(well)).length) await page.waitForTimeout(100);
  assert.deepEqual(await said(well), ['คำที่ตามหลังมา']);

  await page.getByRole('button', { name: 'รอส่ง 1 รายการ' }).click();
  const list = page.getByRole('dialog', { name: 'รายการที่รอส่ง' });
  for (let round = 0; round < 30 && !(await list.getByText('จึงพักไว้ก่อน').count()); round++) {
    await list.getByRole('button', { name: 'ส่งตอนนี้' }).click();
    await page.waitForTimeout(300);
  }
  await list.getByText('r-7').waitFor();
  await list.getByText('ดูสิ่งที่เก็บไว้').click();
  await list.getByText('คำที่ระบบรับไม่ได้', { exact: true }).last().waitFor();
  const [copy] = await Promise.all([page.waitForEvent('download'), list.getByRole('button', { name: 'เก็บสำเนา' }).click()]);
  assert.match(await readFile(await copy.path(), 'utf8'), /คำที่ระบบรับไม่ได้/);

  await page.unrouteAll({ behavior: 'wait' });
  await list.getByRole('button', { name: 'ลองส่งอีกครั้ง' }).click();
  await page.getByRole('button', { name: 'รอส่ง 1 รายการ' }).waitFor({ state: 'detached' });
  assert.deepEqual(await said(ill), ['คำที่ระบบรับไม่ได้']);
});
