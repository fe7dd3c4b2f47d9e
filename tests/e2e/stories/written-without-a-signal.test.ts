import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { isInstalled, open } from '../support/browser.ts';
import { facilitator, noteTaker } from '../support/people.ts';
import { get, planToday, post, Stage } from '../support/story.ts';

const stage = new Stage();
const kept = 'เก็บไว้ในเครื่องแล้ว จะส่งเองเมื่อมีสัญญาณ';

type Minutes = { minutes?: { edit: number }; paragraphs: string[] };
type Answer = { id: number; body: string; version: number };
type Use = { id: number; answers: Answer[] };
type Breakout = { groups: { id: number; notes: Answer[] }[] };

const waits = (page: Page, count: number) => page.getByRole('button', { name: `รอส่ง ${count} รายการ` });

/** Opened where there was a signal, as somebody does before they set out. */
async function openBefore(page: Page, path: string): Promise<void> {
  await open(page, path);
  await isInstalled(page);
  await page.reload();
  await page.waitForLoadState('networkidle');
}

async function put(page: Page, path: string, data: object): Promise<void> {
  const reply = await page.request.put(path, { data });
  assert.ok(reply.ok(), await reply.text());
}

/** Somebody else was first: both are shown, and both stay. */
async function keepBoth(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'เทียบแล้วเลือก' }).click({ timeout: 60_000 });
  const dialog = page.getByRole('dialog', { name: 'มีคนแก้ไขเรื่องนี้ระหว่างที่ท่านพิมพ์' });
  await dialog.getByRole('button', { name: 'บันทึกตามนี้' }).click();
  await waits(page, 1).waitFor({ state: 'detached' });
}

test('minutes of a whole session are written without a signal, survive a reload, and go out once', async () => {
  const page = await stage.person(facilitator);
  const address = await planToday(page, 'ประชุมในศาลาที่ไม่มีสัญญาณ');
  const text = page.getByLabel('เนื้อหารายงาน');
  await openBefore(page, address + '/minutes');
  await text.waitFor();

  await page.context().setOffline(true);
  await text.fill('เปิดประชุมเวลา 9.00 น.\n\nตกลงซ่อมถนนเดือนหน้า');
  await page.getByText('เก็บร่างในเครื่องนี้แล้ว').waitFor();
  await page.getByRole('button', { name: 'เก็บร่างรายงาน' }).click();
  await waits(page, 1).waitFor();
  await page.getByText(kept).waitFor();

  await page.reload();
  await waits(page, 1).waitFor();
  await page.getByText(kept).waitFor();
  await page.getByText('กู้ร่างที่พิมพ์ไว้').waitFor();
  assert.match(await text.inputValue(), /ตกลงซ่อมถนนเดือนหน้า/);

  await page.context().setOffline(false);
  await waits(page, 1).waitFor({ state: 'detached', timeout: 60_000 });
  await page.getByRole('listitem').getByText('ตกลงซ่อมถนนเดือนหน้า').waitFor();
  const { minutes, paragraphs } = await get<Minutes>(page, `/api${address}/minutes`);
  assert.deepEqual([minutes!.edit, paragraphs], [1, ['เปิดประชุมเวลา 9.00 น.', 'ตกลงซ่อมถนนเดือนหน้า']]);
});

test('minutes that somebody else changed meanwhile are not written over: both are shown, and both stay', async () => {
  const page = await stage.person(facilitator);
  const other = await stage.person(noteTaker);
  const address = await planToday(page, 'ประชุมที่สองคนจด');
  const path = `/api${address}/minutes`;
  await put(other, path, { paragraphs: ['เปิดประชุม', 'ซ่อมถนน'], edit: 0 });
  await openBefore(page, address + '/minutes');
  await page.getByRole('button', { name: 'แก้ร่าง' }).click();

  await page.context().setOffline(true);
  await page.getByLabel('เนื้อหารายงาน').fill('เปิดประชุม\n\nซ่อมถนนเดือนหน้า');
  await page.getByText('เก็บร่างในเครื่องนี้แล้ว').waitFor();
  await page.getByRole('button', { name: 'เก็บร่างรายงาน' }).click();
  await waits(page, 1).waitFor();
  await put(other, path, { paragraphs: ['เปิดประชุม', 'ซ่อมถนนเดือนธันวาคม'], edit: 1 });

  await page.context().setOffline(false);
  await page.getByText('ที่เขียนจากเครื่องนี้ยังไม่ได้บันทึก แต่ยังอยู่ครบ').waitFor({ timeout: 60_000 });
  assert.deepEqual((await get<Minutes>(page, path)).paragraphs, ['เปิดประชุม', 'ซ่อมถนนเดือนธันวาคม']);
  assert.match(await page.getByLabel('เนื้อหารายงาน').inputValue(), /ซ่อมถนนเดือนหน้า/);
  await keepBoth(page);
  await page.getByRole('listitem').getByText('ซ่อมถนนเดือนหน้า').waitFor();
  const { paragraphs } = await get<Minutes>(page, path);
  for (const line of ['ซ่อมถนนเดือนธันวาคม', 'ซ่อมถนนเดือนหน้า']) assert.ok(paragraphs.includes(line), line);
});

/** Under a heading somebody adds a text, and puts another one in other words. */
async function write(place: Locator, add: string, text: string): Promise<void> {
  await place.getByRole('textbox').fill(text);
  await place.getByRole('button', { name: add, exact: true }).click();
  await place.getByText(text).waitFor();
  await place.getByText('รอส่ง', { exact: true }).waitFor();
}
async function reword(place: Locator, text: string): Promise<void> {
  await place.getByRole('button', { name: 'แก้ไข', exact: true }).click();
  await place.getByLabel(/แก้ไข|แก้ข้อนี้/).and(place.getByRole('textbox')).fill(text);
  await place.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await place.getByText(text).waitFor();
  await place.getByText('รอส่ง', { exact: true }).first().waitFor();
}

test('answers of a method wait at their fields and go out in order; the one that somebody else put otherwise is compared', async () => {
  const page = await stage.person(facilitator);
  const other = await stage.person(noteTaker);
  const address = await planToday(page, 'เพื่อนช่วยเพื่อนในหุบเขา');
  const [use] = await post<Use[]>(page, `/api${address}/methods`, { method: 'peer_assist' });
  const asked = await post<Answer>(page, `/api${address}/methods/${use!.id}/answers`, { part: 'field', place: 0, body: 'แบ่งน้ำ' });
  await openBefore(page, address + '/methods');
  const field = (name: string) =>
    page.getByRole('region', { name: 'เพื่อนช่วยเพื่อน', exact: true }).getByRole('group', { name, exact: true });

  await page.context().setOffline(true);
  await write(field('ทางเลือกที่เพื่อนเสนอ'), 'จด', 'ผลัดเวรกันคนละคืน');
  await reword(field('โจทย์ของเจ้าภาพ'), 'แบ่งน้ำหน้าแล้งอย่างไร');
  await waits(page, 2).waitFor();
  await page.getByText(kept).waitFor();
  await page.reload();
  await field('ทางเลือกที่เพื่อนเสนอ').getByText('ผลัดเวรกันคนละคืน').waitFor();
  await field('โจทย์ของเจ้าภาพ').getByText('แบ่งน้ำหน้าแล้งอย่างไร').waitFor();
  await put(other, `/api${address}/method-answers/${asked.id}`, { body: 'แบ่งน้ำของสามหมู่บ้าน', version: 1 });

  await page.context().setOffline(false);
  await field('โจทย์ของเจ้าภาพ').getByText('แบ่งน้ำของสามหมู่บ้าน').waitFor({ timeout: 60_000 });
  await keepBoth(page);
  const [{ answers }] = (await get<Use[]>(other, `/api${address}/methods`)) as [Use];
  assert.deepEqual(answers.map(({ body }) => body), ['แบ่งน้ำของสามหมู่บ้าน\n\nแบ่งน้ำหน้าแล้งอย่างไร', 'ผลัดเวรกันคนละคืน']);
});

test('where only one answer stands and two wrote it, the second is not lost and not put over the first', async () => {
  const page = await stage.person(facilitator);
  const other = await stage.person(noteTaker);
  const address = await planToday(page, 'สองคนตอบข้อเดียว');
  const [use] = await post<Use[]>(page, `/api${address}/methods`, { method: 'peer_assist' });
  await openBefore(page, address + '/methods');
  const field = page.getByRole('region', { name: 'เพื่อนช่วยเพื่อน', exact: true }).getByRole('group', { name: 'โจทย์ของเจ้าภาพ', exact: true });

  await page.context().setOffline(true);
  await write(field, 'จด', 'ของเครื่องที่ไม่มีสัญญาณ');
  await post(other, `/api${address}/methods/${use!.id}/answers`, { part: 'field', place: 0, body: 'ของคนที่มาก่อน' });
  await page.context().setOffline(false);
  await field.getByText('ของคนที่มาก่อน').waitFor({ timeout: 60_000 });
  await keepBoth(page);
  const [{ answers }] = (await get<Use[]>(other, `/api${address}/methods`)) as [Use];
  assert.deepEqual(answers.map(({ body }) => body), ['ของคนที่มาก่อน\n\nของเครื่องที่ไม่มีสัญญาณ']);
});

test('notes of a group wait in their group, also after a reload, and what somebody else has changed is compared', async () => {
  const page = await stage.person(facilitator);
  const other = await stage.person(noteTaker);
  const address = await planToday(page, 'แบ่งกลุ่มใต้ต้นไม้');
  const people = Array.from({ length: 4 }, (_, i) => ({ name: `ผู้มาสมมุติ ${i + 1}`, role: 'participant', came: true }));
  await post(page, `/api${address}/people`, { people });
  const [split] = await post<Breakout[]>(page, `/api${address}/breakouts`, { question: 'เริ่มจากตรงไหน', split_by: 'lot', groups: 2 });
  const notes = `/api${address}/groups/${split!.groups[0]!.id}/notes`;
  const first = await post<Answer>(page, notes, { body: 'ขุดลอกคลอง' });
  await openBefore(page, address + '/groups');
  const group = page.getByRole('region', { name: 'กลุ่มที่ 1', exact: true });

  await page.context().setOffline(true);
  await write(group, 'จดข้อนี้', 'ตั้งเวรเปิดประตูน้ำ');
  await reword(group, 'ขุดลอกคลองพร้อมกัน');
  await waits(page, 2).waitFor();
  await page.reload();
  await page.getByText(kept).waitFor();
  for (const text of ['ตั้งเวรเปิดประตูน้ำ', 'ขุดลอกคลองพร้อมกัน']) await group.getByText(text).waitFor();
  await put(other, `${notes}/${first.id}`, { body: 'ขุดลอกคลองก่อนฝน', version: 1 });

  await page.context().setOffline(false);
  await group.getByText('ขุดลอกคลองก่อนฝน').waitFor({ timeout: 60_000 });
  await keepBoth(page);
  const [there] = await get<Breakout[]>(other, `/api${address}/breakouts`);
  assert.deepEqual(
    there!.groups[0]!.notes.map(({ body }) => body),
    ['ขุดลอกคลองก่อนฝน\n\nขุดลอกคลองพร้อมกัน', 'ตั้งเวรเปิดประตูน้ำ'],
  );
});
