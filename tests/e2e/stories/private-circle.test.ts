import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { everyRule, violations } from '../support/axe.ts';
import { desk, open } from '../support/browser.ts';
import { facilitator, officer, section } from '../support/people.ts';
import { get, organisationCalled, planToday, post, Stage, type Named } from '../support/story.ts';

const stage = new Stage();
const title = 'วงผู้ดูแลคนป่วยติดเตียงหลังวัด';
const topic = 'เมื่อคืนใครได้นอน';
const area = '/areas/800121';

/** Everywhere a circle or one of its sessions comes out. */
const places = ['/', '/circles', '/circles?kind=tea_circle', area, '/search?q=' + encodeURIComponent(title), '/search?q=' + encodeURIComponent(topic)];

async function newCircle(page: Page): Promise<Named> {
  const { id } = await get<{ id: number }>(page, '/api' + area);
  const organiser = await organisationCalled(page, section);
  const about = { title, kind: 'tea_circle', level: 'community', phase: 'implement', organiser: organiser.id, area: id };
  return post<Named>(page, '/api/circles', about);
}

/** On the circle's own page, with the keyboard alone. */
async function closeToOthers(page: Page, circle: Named): Promise<void> {
  await open(page, circle.address);
  await page.getByRole('button', { name: 'ใครอ่านได้: ทุกคน' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'ใครอ่านได้' });
  await dialog.getByText('ทุกครั้งของวงนี้เปลี่ยนตามวง').waitFor();
  await dialog.getByRole('radio', { name: 'ทุกคน' }).press('ArrowUp');
  assert.ok(await dialog.getByRole('radio', { name: 'เฉพาะผู้ที่ระบุ' }).isChecked());
  assert.deepEqual(await violations(page, everyRule), []);
  await dialog.getByRole('button', { name: 'บันทึก' }).press('Enter');
  await page.getByRole('button', { name: 'ใครอ่านได้: เฉพาะผู้ที่ระบุ' }).waitFor();
}

async function speaksOfIt(page: Page, path: string): Promise<boolean> {
  await open(page, path);
  // The question itself, in quotation marks, stands over its answers.
  const text = (await page.locator('body').innerText()).replaceAll(/“[^”]*”/g, '');
  return text.includes(title) || text.includes(topic);
}

test('a private circle is there for who sits in it, and for nobody else: no list, no search, no place, no calendar speaks of it', async () => {
  const page = await stage.person(officer, desk);
  const guest = await stage.guest(desk);
  const circle = await newCircle(page);
  const session = await planToday(page, topic, circle.number);
  await open(guest, session);
  await guest.getByRole('heading', { level: 1 }).filter({ hasText: topic }).waitFor();
  await closeToOthers(page, circle);

  for (const path of [circle.address, session]) {
    await open(page, path);
    await page.getByRole('heading', { level: 1 }).filter({ hasText: path === session ? topic : title }).waitFor();
    await open(guest, path);
    await guest.getByRole('heading', { name: 'ไม่พบหน้านี้' }).waitFor();
  }
  for (const path of places) assert.ok(!(await speaksOfIt(guest, path)), `a guest reads of it on ${path}`);
  assert.ok(await speaksOfIt(page, '/circles?kind=tea_circle'), 'who sits in it finds it in the list');
  for (const file of [`${circle.address}.ics`, `${session}.ics`]) {
    assert.equal((await page.request.get(file)).status(), 200);
    assert.equal((await guest.request.get(file)).status(), 404);
  }
  const today = new Date().toISOString().slice(0, 10);
  const everything = await (await guest.request.get(`/api/sessions?from=${today}&limit=500`)).text();
  assert.ok(!everything.includes(topic));
});

test('a session is not opened wider than its circle, and two who change its readers at once hear of each other', async () => {
  const page = await stage.person(officer);
  const circle = await newCircle(page);
  const session = await planToday(page, topic, circle.number);
  await closeToOthers(page, circle);

  await open(page, session);
  await page.getByRole('button', { name: 'ใครอ่านได้: เฉพาะผู้ที่ระบุ' }).click();
  const dialog = page.getByRole('dialog', { name: 'ใครอ่านได้' });
  await dialog.getByRole('radio', { name: 'เฉพาะสมาชิก' }).check();
  await dialog.getByRole('button', { name: 'บันทึก' }).click();
  await dialog.getByText('กว้างกว่าวงที่อยู่ไม่ได้').waitFor();

  // Meanwhile the circle is opened again, and the session with it.
  const { record } = await get<{ record: { version: number } }>(page, `/api/records/${circle.id}`);
  const everybody = { visibility: 'public', partners: [], persons: [] };
  const headers = { 'If-Match': `"${record.version}"` };
  assert.ok((await page.request.put(`/api/records/${circle.id}/audience`, { data: everybody, headers })).ok());
  await dialog.getByRole('button', { name: 'บันทึก' }).click();
  await dialog.getByText('มีคนแก้ไขไปก่อนแล้ว').waitFor();
  await dialog.getByText('ใครอ่านได้: ทุกคน').waitFor();
  assert.ok(await dialog.getByRole('radio', { name: 'เฉพาะสมาชิก' }).isChecked(), 'what was chosen is kept');
  await dialog.getByRole('button', { name: 'บันทึก' }).click();
  await page.getByRole('button', { name: 'ใครอ่านได้: เฉพาะสมาชิก' }).waitFor();
});

test('an administrator of elsewhere who takes a circle from the public still reads it, by name, and can give it back', async () => {
  const page = await stage.person(officer);
  const circle = await newCircle(page);
  const administrator = await stage.person(facilitator);
  await open(administrator, circle.address);
  await administrator.getByRole('button', { name: 'ใครอ่านได้: ทุกคน' }).click();
  const dialog = administrator.getByRole('dialog', { name: 'ใครอ่านได้' });
  await dialog.getByRole('radio', { name: 'เฉพาะสมาชิก' }).check();
  await dialog.getByText('ระบบใส่ชื่อคุณไว้ให้อ่านต่อได้').waitFor();
  await dialog.getByRole('button', { name: 'บันทึก' }).click();
  await administrator.getByRole('button', { name: 'ใครอ่านได้: เฉพาะสมาชิก' }).click();
  await dialog.getByText(facilitator.name).waitFor();
  await dialog.getByRole('radio', { name: 'ทุกคน' }).check();
  await dialog.getByRole('button', { name: 'บันทึก' }).click();
  await administrator.getByRole('button', { name: 'ใครอ่านได้: ทุกคน' }).waitFor();
});
