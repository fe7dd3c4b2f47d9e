import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, open } from '../support/browser.ts';
import { administrator } from '../support/people.ts';
import { get, post, Stage, type Named } from '../support/story.ts';

const stage = new Stage();
type Laid = { due: string; on?: string; became: string };
type Turns = {
  ahead: { due: string; on: string; host: Named }[];
  record: { version: number };
};

const bangkok = { timeZone: 'Asia/Bangkok' } as const;
const daysOn = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', bangkok);
const shown = (date: string) =>
  new Date(date).toLocaleDateString('th-TH-u-ca-buddhist', {
    ...bangkok,
    day: 'numeric',
    month: 'long',
  });

async function circleCalled(page: Page, title: string): Promise<Named> {
  const { items } = await get<{ items: Named[] }>(page, '/api/circles?limit=100');
  return items.find((one) => one.title === title)!;
}

/** Beside those that are kept already. */
async function enterHoliday(page: Page, date: string): Promise<void> {
  const path = `/api/site/holidays/${date.slice(0, 4)}`;
  const { own, version } = await get<{
    own: { days: object[]; not_kept: string[] };
    version: number;
  }>(page, path);
  const data = {
    ...own,
    days: [...own.days, { date, name: 'งานประจำปีของเมือง' }],
  };
  const reply = await page.request.put(path, {
    data,
    headers: { 'If-Match': `"${version}"` },
  });
  assert.ok(reply.ok(), await reply.text());
}

test('a Wednesday circle has its year laid out: a holiday moves a day, a day is called off, and a quarter is planned in one go', async () => {
  const page = await stage.person(administrator, desk);
  const circle = await circleCalled(page, 'วงสานเสวนาวันพุธ');
  const free = (await get<{ days: (Laid & { session?: object })[] }>(page, `/api${circle.address}/rhythm`)).days.filter(
    ({ session, became, due }) => !session && became === 'kept' && due < daysOn(90),
  );
  const [holiday, off] = [free[0]!.due, free[1]!.due];
  await enterHoliday(page, holiday);

  await open(page, circle.address);
  await page.getByRole('link', { name: 'วันนัด', exact: true }).click();
  await page.getByRole('heading', { name: 'วันนัดของวง' }).waitFor();
  const moved = page.getByRole('listitem').filter({ hasText: 'งานประจำปีของเมือง' });
  await moved.getByText('เลื่อนเพราะวันหยุด').waitFor();

  await page.getByRole('button', { name: `เลื่อนหรืองด ${shown(off)}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'งดวันนี้' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });

  const plan = page.getByRole('button', { name: /^นัดทั้ง \d+ วัน$/ });
  await page.getByLabel('ช่วง').selectOption({ index: 1 });
  await plan.click();
  await page.getByText('ทุกวันในช่วงนี้นัดไว้แล้ว').waitFor();

  const { days } = await get<{ days: Laid[] }>(page, `/api${circle.address}/rhythm`);
  assert.equal(days.find(({ due }) => due === holiday)!.became, 'shifted');
  assert.equal(days.find(({ due }) => due === off)!.on ?? null, null);
});

test('seven offices take turns month by month: two swap, a holiday moves the day and not the host, and the host ticks what is ready', async () => {
  const page = await stage.person(administrator, desk);
  const { items } = await get<{ items: Named[] }>(page, '/api/organisations?limit=20');
  const hosts = items.slice(0, 7);
  const rhythm = {
    every: 'month_weekday',
    interval: 1,
    weekday: 'wednesday',
    nth: 2,
    on_holiday: 'next_working_day',
  };
  const about = {
    title: 'วงเจ็ดสำนักงาน',
    kind: 'meeting',
    level: 'network',
    phase: 'implement',
    organiser: hosts[0]!.id,
    rhythm,
  };
  const circle = await post<Named & { version: number }>(page, '/api/circles', about);
  const data = { hosts: hosts.map(({ id }) => id) };
  const reply = await page.request.put(`/api${circle.address}/hosts`, {
    data,
    headers: { 'If-Match': `"${circle.version}"` },
  });
  const before = (await reply.json()) as Turns;
  assert.deepEqual(
    before.ahead.slice(0, 8).map(({ host }) => host.id),
    [...hosts, hosts[0]!].map(({ id }) => id),
  );
  await enterHoliday(page, before.ahead[2]!.due);

  await open(page, circle.address);
  await page.getByRole('link', { name: 'เจ้าภาพ', exact: true }).click();
  await page.getByRole('heading', { name: 'เจ้าภาพหมุนเวียน' }).waitFor();
  await page.getByRole('button', { name: `เปลี่ยนเจ้าภาพ ${shown(before.ahead[0]!.on)}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('สลับกับวันของ').selectOption(before.ahead[1]!.due);
  await dialog.getByRole('button', { name: 'สลับกัน' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByLabel('จัดเก้าอี้เป็นวง').first().check();
  await page.getByText('สิ่งที่เจ้าภาพเตรียม 1/8').waitFor();

  const after = await get<Turns>(page, `/api${circle.address}/turns`);
  const order = after.ahead.slice(0, 4).map(({ host }) => host.id);
  assert.deepEqual(
    order,
    [hosts[1]!, hosts[0]!, hosts[2]!, hosts[3]!].map(({ id }) => id),
  );
  assert.notEqual(after.ahead[2]!.on, before.ahead[2]!.on);
  assert.equal(after.ahead[2]!.due, before.ahead[2]!.due);
});
