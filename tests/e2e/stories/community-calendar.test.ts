import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, open, phone } from '../support/browser.ts';
import { calendarOf, eventsOf } from '../support/calendar.ts';
import { administrator, facilitator, officer, section } from '../support/people.ts';
import { choose, get, Stage, type Named } from '../support/story.ts';

const stage = new Stage();
const calendar = '/areas/650101/calendar';

/** A Wednesday four weeks ahead or later: as the city's circle meets. */
function wednesday(): string {
  const day = new Date(Date.now() + 28 * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((3 - day.getUTCDay() + 7) % 7));
  return day.toISOString().slice(0, 10);
}
const date = wednesday();
const [year, month, dayOfMonth] = date.split('-') as [string, string, string];
const typed = `${Number(dayOfMonth)}/${Number(month)}/${Number(year) + 543}`;

test('who edits for an organisation of a place enters what its people keep, and everybody reads it', async () => {
  const page = await stage.person(officer, phone);
  await open(page, calendar);
  await page.getByRole('link', { name: 'เพิ่มวันของชุมชน' }).click();
  await page.getByLabel('ชื่อวันหรืองาน').fill('ทอดผ้าป่าชุมชนริมน่าน');
  await page.getByLabel('ตั้งแต่วันที่', { exact: true }).fill(typed);
  await choose(page, 'เขียนในนามของ', section);
  await page.getByRole('button', { name: 'บันทึกวันนี้' }).click();
  await page.waitForURL(`**${calendar}?year=${year}`);
  const guest = await stage.guest(desk);
  await open(guest, `${calendar}?year=${year}`);
  await guest.getByText('ทอดผ้าป่าชุมชนริมน่าน').waitFor();
  assert.equal(await guest.getByRole('link', { name: 'เพิ่มวันของชุมชน' }).count(), 0);
});

test('the calendar of the place goes into the calendar of a phone, and follows what changes here', async () => {
  const page = await stage.guest(phone);
  await open(page, calendar);
  await page.getByRole('link', { name: 'ติดตาม' }).click();
  const google = page.getByRole('link', { name: 'Google Calendar' });
  assert.match((await google.getAttribute('href'))!, /webcal%3A%2F%2F.*%2Fareas%2F650101%2Fcalendar\.ics/);
  const feed = `${calendar}.ics`;
  assert.match(String((await calendarOf(page, feed)).getFirstPropertyValue('name')), /^ปฏิทิน/);
  const events = await eventsOf(page, feed);
  const kept = events.find(({ summary }) => summary === 'ทอดผ้าป่าชุมชนริมน่าน')!;
  assert.equal(kept.startDate.toString(), date);
  assert.ok(kept.startDate.isDate, 'a whole day');
  assert.equal(kept.duration.toSeconds(), 86_400);
  assert.equal(kept.component.getFirstPropertyValue('transp'), 'TRANSPARENT');
  assert.equal(kept.component.getFirstPropertyValue('url'), stage.server.url + calendar);
  assert.ok(events.some(({ uid }) => uid.startsWith('holiday-')), 'public holidays stand in it');
  assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length, 'no two entries are the same');
  const etag = (await page.request.get(feed)).headers()['etag']!;
  assert.equal((await page.request.get(feed, { headers: { 'If-None-Match': etag } })).status(), 304, 'nothing new, nothing sent');
});

test('a harvest of three weeks is one entry of three weeks', async () => {
  const page = await stage.person(officer, phone);
  await open(page, `${calendar}/new`);
  await page.getByLabel('ชื่อวันหรืองาน').fill('เกี่ยวข้าวริมน่าน');
  await page.getByLabel('เป็นวันแบบไหน').selectOption({ label: 'ช่วงงานยุ่ง' });
  await page.getByLabel('ตั้งแต่วันที่', { exact: true }).fill(typed);
  const end = new Date(Date.parse(date) + 20 * 86_400_000).toISOString().slice(0, 10);
  const [endYear, endMonth, endDay] = end.split('-').map(Number) as [number, number, number];
  await page.getByLabel(/^ถึงวันที่/).fill(`${endDay}/${endMonth}/${endYear + 543}`);
  await choose(page, 'เขียนในนามของ', section);
  await page.getByRole('button', { name: 'บันทึกวันนี้' }).click();
  await page.waitForURL(`**${calendar}?year=${year}`);
  const harvest = (await eventsOf(page, `${calendar}.ics`)).find(({ summary }) => summary === 'เกี่ยวข้าวริมน่าน')!;
  assert.equal(harvest.startDate.toString(), date);
  assert.equal(harvest.duration.toSeconds(), 21 * 86_400, 'its last day is in it');
  await open(page, `${calendar}?year=${year}`);
  await page.getByRole('listitem').filter({ hasText: 'เกี่ยวข้าวริมน่าน' }).first().getByRole('link').click();
  await page.getByRole('button', { name: 'ลบ' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'ลบ', exact: true }).click();
  await page.waitForURL(`**${calendar}`);
  assert.ok(!(await eventsOf(page, `${calendar}.ics`)).some(({ summary }) => summary === 'เกี่ยวข้าวริมน่าน'));
});

test('who plans a circle on that day is told, takes the nearest free day, and could have kept the first one', async () => {
  const page = await stage.person(facilitator, phone);
  const { items } = await get<{ items: Named[] }>(page, '/api/circles?area=' + (await areaOf(page)) + '&limit=1');
  await open(page, `${items[0]!.address}/plan`);
  await page.getByLabel('หัวข้อ', { exact: true }).fill('วงก่อนวันผ้าป่า');
  await page.getByLabel('วันที่', { exact: true }).fill(typed);
  await page.getByText(/ตรงกับ.*ทอดผ้าป่าชุมชนริมน่าน/).waitFor();
  await page.getByRole('button', { name: 'ใช้วันนี้แทน' }).click();
  await page.getByText('ทอดผ้าป่าชุมชนริมน่าน').waitFor({ state: 'detached' });
  await page.getByLabel('วันที่', { exact: true }).fill(typed);
  await page.getByRole('button', { name: 'นัดครั้งนี้' }).click();
  await page.waitForURL('**/sessions/*');
});

test('the plan of the year names the session that meets the day of the community', async () => {
  const page = await stage.guest(desk);
  const fiscal = Number(year) + 543 + (Number(month) >= 10 ? 1 : 0);
  await open(page, `/circles/calendar?year=${fiscal}`);
  await page.getByRole('heading', { name: /วงที่ตรงกับวันของชุมชน/ }).waitFor();
  await page.getByText(/ตรงกับ.*ทอดผ้าป่าชุมชนริมน่าน/).waitFor();
});

test('somebody of another place may not change it, and is told so with what they typed kept', async () => {
  const page = await stage.person(administrator, phone);
  await open(page, '/areas/800121/calendar/new');
  await page.getByLabel('ชื่อวันหรืองาน').fill('วันของที่อื่น');
  await page.getByLabel('ตั้งแต่วันที่', { exact: true }).fill(typed);
  await choose(page, 'เขียนในนามของ', section);
  await page.getByRole('button', { name: 'บันทึกวันนี้' }).click();
  await page.getByText('องค์กรนี้ไม่ได้อยู่ในพื้นที่นี้').waitFor();
  assert.equal(await page.getByLabel('ชื่อวันหรืองาน').inputValue(), 'วันของที่อื่น');
});

test('a day that was entered wrongly is taken away again', async () => {
  const page = await stage.person(officer, desk);
  await open(page, `${calendar}?year=${year}`);
  await page.getByRole('listitem').filter({ hasText: 'ทอดผ้าป่าชุมชนริมน่าน' }).getByRole('link').click();
  await page.getByRole('button', { name: 'ลบ' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'ลบ', exact: true }).click();
  await page.waitForURL(`**${calendar}`);
  await open(page, `${calendar}?year=${year}`);
  assert.equal(await page.getByText('ทอดผ้าป่าชุมชนริมน่าน').count(), 0);
});

async function areaOf(page: Parameters<typeof get>[0]): Promise<number> {
  return (await get<{ area: { id: number } }>(page, '/api/areas/650101')).area.id;
}
