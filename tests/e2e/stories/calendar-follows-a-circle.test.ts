import assert from 'node:assert/strict';
import { test } from 'node:test';
import type ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { open } from '../support/browser.ts';
import { eventsOf } from '../support/calendar.ts';
import { facilitator, officer } from '../support/people.ts';
import { get, post, Stage, type Named } from '../support/story.ts';

const stage = new Stage();
const title = 'คูคลองของใคร ใครดูแล, แล้วใครลงแรง; ล้อมวงที่ศาลาริมน้ำหลังฝนหยุดตก เพื่อฟังคนที่อยู่กับน้ำมาทั้งชีวิต';

const of = (events: ICAL.Event[], uid: string) => events.find((event) => event.uid === uid);
const status = (event?: ICAL.Event) => event?.component.getFirstPropertyValue('status');

test('a calendar follows a circle: a date comes, is changed, is postponed and is called off', async () => {
  const page = await stage.person(facilitator);
  const circle = (await get<{ items: (Named & { organiser_id: number })[] }>(page, '/api/circles?limit=1')).items[0]!;
  const plan = { title, date: '2030-06-19', starts: '09:00', ends: '11:30', place: 'ศาลาริมน้ำ, หมู่ 4', agenda: [] };
  const session = await post<Named & { version: number }>(page, `/api/circles/${circle.number}/sessions`, plan);
  const guest = await stage.guest();
  const feed = `${circle.address}.ics`;
  const uid = `session-${session.id}@lomwong`;

  const planned = of(await eventsOf(guest, feed), uid)!;
  assert.ok(planned.summary.startsWith(title), 'commas, semicolons and folds come back as they were');
  assert.equal(planned.location, plan.place);
  assert.equal(planned.startDate.toJSDate().toISOString(), '2030-06-19T02:00:00.000Z');
  assert.equal(planned.endDate.toJSDate().toISOString(), '2030-06-19T04:30:00.000Z');
  assert.equal(planned.component.getFirstPropertyValue('url'), stage.server.url + session.address);
  assert.equal(status(planned), 'CONFIRMED');

  const etag = (await guest.request.get(feed)).headers()['etag']!;
  assert.equal((await guest.request.get(feed, { headers: { 'If-None-Match': etag } })).status(), 304, 'nothing new, nothing sent');

  const moved = await post<{ moved_to: Named }>(page, `/api${session.address}/postpone`, { reason: 'น้ำท่วม', to: '2030-06-26' });
  const after = await eventsOf(guest, feed);
  const old = of(after, uid)!;
  assert.equal(status(old), 'CANCELLED');
  assert.ok(old.sequence > planned.sequence);
  assert.match(old.description, /26 มิถุนายน 2573/);
  assert.equal(status(of(after, `session-${moved.moved_to.id}@lomwong`)), 'CONFIRMED');
  assert.equal((await guest.request.get(feed, { headers: { 'If-None-Match': etag } })).status(), 200);

  await post(page, `/api${moved.moved_to.address}/cancel`, { reason: 'วันหยุดราชการ' });
  assert.equal(status(of(await eventsOf(guest, feed), `session-${moved.moved_to.id}@lomwong`)), 'CANCELLED');
  for (const wider of ['/areas/th.ics', `/organisations/${await organiserOf(page, circle)}.ics`])
    assert.equal(status(of(await eventsOf(guest, wider), uid)), 'CANCELLED', wider);
});

async function organiserOf(page: Page, circle: Named): Promise<string> {
  const { organiser } = await get<{ organiser: { address: string } }>(page, '/api' + circle.address);
  return organiser.address.split('/').at(-1)!;
}

test('somebody puts a circle, and all their own circles, into the calendar of their phone', async () => {
  const page = await stage.person(officer);
  const circle = (await get<{ items: Named[] }>(page, '/api/circles?limit=1')).items[0]!;
  await open(page, circle.address);
  await page.getByRole('link', { name: 'ติดตาม' }).click();
  const google = page.getByRole('link', { name: 'Google Calendar' });
  assert.match((await google.getAttribute('href'))!, /webcal%3A%2F%2F.*%2Fcircles%2F\d+\.ics/);
  await page.getByRole('link', { name: 'ปฏิทินล้อมวงของฉัน' }).click();
  await page.getByLabel('ชื่อเครื่องหรือปฏิทิน').fill('โทรศัพท์ของฉัน');
  await page.getByRole('button', { name: 'สร้างลิงก์' }).click();
  const secret = (await page.locator('code').innerText()).trim();
  const guest = await stage.guest();
  assert.ok((await eventsOf(guest, secret)).length > 0, 'the secret address needs no account');
  const feed = await guest.request.get(secret.replace(/\.ics$/, '.atom'));
  assert.match(feed.headers()['content-type']!, /^application\/atom\+xml/);
  assert.match(await feed.text(), /<entry>/);
  await page.getByRole('button', { name: 'คัดลอกลิงก์ฟีด' }).waitFor();
  await page.getByRole('button', { name: 'เลิกใช้ โทรศัพท์ของฉัน' }).click();
  await page.getByRole('heading', { name: 'ลิงก์ที่ใช้อยู่' }).waitFor({ state: 'detached' });
  assert.equal((await guest.request.get(secret)).status(), 404);
});
