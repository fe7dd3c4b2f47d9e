import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, open, phone } from '../support/browser.ts';
import { administrator, officer, section } from '../support/people.ts';
import { get, organisationCalled, post, Stage, type Named } from '../support/story.ts';

const stage = new Stage();
type Laid = { due: string; on?: string };

const day = 86_400_000;
const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Bangkok' });
const daysOn = (days: number, from = today) => iso(Date.parse(from) + days * day);
/** The Wednesday before today, and the one with which the circle began: a year and a quarter before. */
const newest = daysOn(-((new Date(today).getUTCDay() + 4) % 7 || 7));
const first = daysOn(-65 * 7, newest);
const holiday = daysOn(-30 * 7, newest);

let keeper: Page;
let circle: Named;
let rained: string;
let moved: string;
let last: string;
const sessions = new Map<string, string>(); // its address by its day

async function keepHoliday(page: Page, date: string): Promise<void> {
  const path = `/api/site/holidays/${date.slice(0, 4)}`;
  const { own, version } = await get<{ own: { days: object[]; not_kept: string[] }; version: number }>(page, path);
  const data = { ...own, days: [...own.days, { date, name: 'งานประจำปีของเมือง' }] };
  const reply = await page.request.put(path, { data, headers: { 'If-Match': `"${version}"` } });
  assert.ok(reply.ok(), await reply.text());
}

const held = (from: string, to: string) =>
  [...sessions.keys()].filter((date) => date !== rained && date >= from && date <= to).length;
const textOf = (pdf: Buffer) => execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf }).toString().replace(/\s+/g, '');

test('a circle meets every Wednesday of a year and is recorded; the Wednesday that is a holiday is none of its days', async () => {
  await keepHoliday(await stage.person(administrator), holiday);
  keeper = await stage.person(officer, phone);
  const rhythm = { every: 'week', interval: 1, weekday: 'wednesday', on_holiday: 'skip', since: first };
  const organiser = (await organisationCalled(keeper, section)).id;
  const form = { title: 'วงพุธหนึ่งปี', kind: 'deliberation', level: 'organisation', phase: 'implement', organiser, rhythm, since: first };
  circle = await post<Named>(keeper, '/api/circles', { ...form, audience: { visibility: 'public', partners: [], persons: [] } });
  const { days } = await get<{ days: Laid[] }>(keeper, `/api${circle.address}/rhythm?from=${first}&to=${newest}`);
  const met = days.flatMap(({ on }) => on ?? []);
  assert.equal(days.length, 66, 'every Wednesday');
  assert.ok(met.length >= 52 && !met.includes(holiday));
  [rained, moved, last] = [met.at(-21)!, met.at(-11)!, met.at(-1)!];
  for (const date of met) {
    const plan = { title: `วงพุธ ${date}`, date, starts: '09:00', ends: '12:00', agenda: [] };
    sessions.set(date, (await post<Named>(keeper, `/api${circle.address}/sessions`, plan)).address);
  }
});

test('one Wednesday is called off, one is put off to the Thursday, and the last is planned for and recorded on a phone', async () => {
  await open(keeper, sessions.get(rained)!);
  await keeper.getByRole('button', { name: 'งดจัด', exact: true }).click();
  await keeper.getByRole('dialog').getByLabel('เพราะอะไร').fill('ฝนตกหนัก ถนนขาด');
  await keeper.getByRole('dialog').getByRole('button', { name: 'งดจัด', exact: true }).click();
  await keeper.getByText('ฝนตกหนัก ถนนขาด').waitFor();

  await open(keeper, sessions.get(moved)!);
  await keeper.getByRole('button', { name: 'เลื่อน', exact: true }).click();
  await keeper.getByRole('dialog').getByLabel('เพราะอะไร').fill('ศาลาไม่ว่าง');
  await keeper.getByRole('textbox', { name: /^เลื่อนไปวันที่/ }).fill(daysOn(1, moved));
  await keeper.getByRole('dialog').getByRole('button', { name: 'เลื่อน', exact: true }).click();
  await keeper.waitForURL((url) => url.pathname !== sessions.get(moved) && /^\/sessions\/\d+$/.test(url.pathname));
  sessions.delete(moved);
  sessions.set(daysOn(1, moved), new URL(keeper.url()).pathname);
  for (const [date, address] of sessions) if (date !== rained && date !== last) await post(keeper, `/api${address}/hold`, {});

  await open(keeper, `${sessions.get(last)}/edit`);
  await keeper.getByLabel('ผลที่อยากเห็น').fill('ทุกซอยมีคนดูแลคลอง');
  await keeper.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await keeper.waitForURL('**' + sessions.get(last));
  await keeper.getByRole('link', { name: 'บันทึกครั้งนี้' }).click();
  await keeper.getByRole('heading', { name: 'มากี่คน' }).waitFor();
  for (let heads = 0; heads < 3; heads++) await keeper.getByRole('button', { name: 'เพิ่ม ทั้งหมด' }).click();
  await keeper.getByRole('link', { name: 'กระบวนการและผล' }).click();
  await keeper.getByLabel('ผลที่เห็นจริง').fill('ห้าซอยจากแปดซอยมีคนดูแลแล้ว');
  await keeper.getByText('บันทึกครบแล้ว').waitFor({ timeout: 15_000 });
  await keeper.getByRole('button', { name: 'จัดแล้ว บันทึกครั้งนี้' }).click();
  await keeper.waitForURL('**' + sessions.get(last));
});

test('anybody sees the year: how many times, which one this is, how it kept to its rhythm, and what was hoped for beside what was seen', async () => {
  const guest = await stage.guest(desk);
  const all = held(first, last);
  assert.equal(all, sessions.size - 1, 'all but the one that was called off');
  await open(guest, sessions.get(last)!);
  await guest.getByRole('heading', { level: 1, name: new RegExp(`^ครั้งที่ ${all} · `) }).waitFor();
  await guest.getByText('ทุกซอยมีคนดูแลคลอง').waitFor();
  await guest.getByText('ห้าซอยจากแปดซอยมีคนดูแลแล้ว').waitFor();
  await open(guest, sessions.get(rained)!);
  await guest.getByRole('heading', { level: 1, name: /^งดจัด/ }).waitFor();

  await open(guest, circle.address);
  const times = guest.locator('dl > div').filter({ hasText: 'ครั้งที่จัดแล้ว' }).locator('dd');
  assert.equal(await times.innerText(), String(all));

  await guest.getByRole('link', { name: 'วันนัด', exact: true }).click();
  const continuity = guest.getByRole('region', { name: 'ความต่อเนื่อง', exact: true });
  await continuity.getByText('ยังเดินอยู่', { exact: true }).waitFor();
  const from = `${Number(today.slice(0, 4)) - 1}${today.slice(4, 8)}01`;
  const said = await continuity.getByText(/^12 เดือนที่ผ่านมา จัดจริง/).innerText();
  const [ofYear, aim] = /จัดจริง (\d+) จากเป้า (\d+) ครั้ง/.exec(said)!.slice(1).map(Number);
  assert.equal(ofYear, held(from, daysOn(-1, today.slice(0, 8) + '01')));
  assert.ok(aim! >= ofYear! && aim! <= 53, said);

  await open(guest, `${circle.address}/life`);
  const results = guest.getByRole('region', { name: 'ผลที่หวัง เทียบกับผลที่เห็น' });
  const row = results.getByRole('listitem').filter({ hasText: 'ทุกซอยมีคนดูแลคลอง' });
  await row.getByText('ห้าซอยจากแปดซอยมีคนดูแลแล้ว').waitFor();
});

test('the whole year goes into one book', async () => {
  await open(keeper, `${circle.address}/book`);
  await keeper.getByLabel('ปีงบประมาณ').selectOption({ index: 1 });
  const address = (await keeper.getByRole('link', { name: 'PDF' }).getAttribute('href'))!;
  const year = Number(/year=(\d+)/.exec(address)![1]);
  const reply = await keeper.request.get(address);
  assert.equal(reply.status(), 200);
  const book = textOf(await reply.body());
  assert.ok(book.includes(`${held(`${year - 1}-10-01`, `${year}-09-30`)}ครั้ง`), 'as many as were held in it');
});
