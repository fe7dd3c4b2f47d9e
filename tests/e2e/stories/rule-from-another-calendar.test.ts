import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, open, phone } from '../support/browser.ts';
import { officer, section } from '../support/people.ts';
import { get, organisationCalled, post, Stage, type Named } from '../support/story.ts';

const stage = new Stage();
const bangkok = { timeZone: 'Asia/Bangkok' } as const;
const daysOn = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', bangkok);
type Kept = { rule: string; rhythm: { weekday: string; also?: string[]; until?: string; count?: number } };

/** Of the officer's own section, each Friday. */
async function fridayCircle(page: Page, title: string): Promise<Named & { version: number }> {
  const { id: organiser } = await organisationCalled(page, section);
  const rhythm = { every: 'week', interval: 1, weekday: 'friday' };
  return post<Named & { version: number }>(page, '/api/circles', {
    title,
    kind: 'meeting',
    level: 'organisation',
    phase: 'implement',
    organiser,
    rhythm,
  });
}

test('an officer pastes the rule of another calendar: three days a week until a last day; leaves one out, and ends it after some times instead', async () => {
  const page = await stage.person(officer, desk);
  const circle = await fridayCircle(page, 'วงจากปฏิทินอื่น');
  const kept = () => get<Kept>(page, `/api${circle.address}/rhythm`);
  await open(page, `${circle.address}/rhythm`);
  await page.getByRole('button', { name: 'แก้กติกา' }).click();
  await page.getByText('วางกติกาจากโปรแกรมอื่น').click();
  const pasted = page.getByLabel('RRULE');
  const read = page.getByRole('button', { name: 'อ่านกติกา' });

  await pasted.fill('FREQ=DAILY');
  await read.click();
  await page.getByText('ยังรับส่วน FREQ=DAILY ของกติกานี้ไม่ได้').waitFor();

  const last = daysOn(90);
  await pasted.fill(`RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=${last.replaceAll('-', '')}`);
  await read.click();
  await page.getByText('ทุกวันจันทร์ พุธ และศุกร์ จนถึง').waitFor();
  const days = page.getByRole('group', { name: 'วันไหนบ้าง' });
  assert.equal(await days.getByRole('button', { pressed: true }).count(), 3);
  await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await page.getByText('เปลี่ยนกติกาแล้ว').waitFor();
  const taken = await kept();
  assert.deepEqual([taken.rhythm.weekday, taken.rhythm.also, taken.rhythm.until], ['monday', ['wednesday', 'friday'], last]);
  assert.equal(taken.rule, `FREQ=WEEKLY;UNTIL=${last.replaceAll('-', '')};BYDAY=MO,WE,FR`);

  await page.getByRole('button', { name: 'แก้กติกา' }).click();
  await days.getByRole('button', { name: 'พุธ' }).click();
  await page.getByRole('button', { name: 'ครบจำนวนครั้ง' }).click();
  await page.getByLabel('กี่ครั้ง').fill('6');
  await page.getByText('ทุกวันจันทร์และศุกร์ รวม 6 ครั้ง').waitFor();
  await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await days.waitFor({ state: 'hidden' });
  const { rule, rhythm } = await kept();
  assert.equal(rule, 'FREQ=WEEKLY;COUNT=6;BYDAY=MO,FR');
  assert.equal(rhythm.count, 6);
});

test('whose turn it is to host reads so on the home page, goes from there to the checklist, and sees how much of it is ready', async () => {
  const page = await stage.person(officer, phone);
  const circle = await fridayCircle(page, 'วงที่ถึงรอบ');
  const { id } = await organisationCalled(page, section);
  const reply = await page.request.put(`/api${circle.address}/hosts`, {
    data: { hosts: [id] },
    headers: { 'If-Match': `"${circle.version}"` },
  });
  assert.ok(reply.ok(), await reply.text());

  await open(page, '/');
  const mine = page.getByRole('region', { name: 'รอบของท่าน' }).getByRole('listitem').filter({ hasText: 'วงที่ถึงรอบ' });
  await mine.getByText('สิ่งที่เจ้าภาพเตรียม 0/8').waitFor();
  await mine.getByText(/วันศุกร์ที่ .* · (วันนี้|พรุ่งนี้|อีก \d+ วัน)/).waitFor();
  await mine.getByRole('link', { name: 'วงที่ถึงรอบ' }).click();
  await page.getByRole('heading', { name: 'เจ้าภาพหมุนเวียน' }).waitFor();
  await page.getByLabel('จัดเก้าอี้เป็นวง').first().check();
  await page.getByText('สิ่งที่เจ้าภาพเตรียม 1/8').waitFor();

  await open(page, '/');
  await mine.getByText('สิ่งที่เจ้าภาพเตรียม 1/8').waitFor();

  const guest = await stage.guest();
  const asked: string[] = [];
  guest.on('request', (request) => asked.push(request.url()));
  await open(guest, '/');
  await guest.waitForLoadState('networkidle');
  assert.equal(await guest.getByText('รอบของท่าน').count(), 0);
  assert.ok(!asked.some((url) => url.includes('/api/circles/turns')), 'nothing is loaded for a guest');
});
