import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, listenForErrors, open } from '../support/browser.ts';
import { facilitator, newcomer, officer, section } from '../support/people.ts';
import { accept, comeTo, invite, type Named, organisationCalled, planToday, post, Stage } from '../support/story.ts';

const stage = new Stage();
const said = 'ถังใบแรกทิ้งได้ทุกอย่าง ใบที่สองต้องล้างก่อน';
const title = 'ถังสองใบหน้าบ้าน';
const shown = 'ถังสองใบวางอยู่หน้าบ้านไม้';

let writer: Page;
let steward: Page;
let session: string;
let item: string;

/** A circle of the writer's own, and its first evening. */
async function sitDownTogether(): Promise<void> {
  [writer, steward] = [await stage.guest(), await stage.person(officer, desk)];
  const administrator = await stage.person(facilitator);
  const organisation = await organisationCalled(administrator, section);
  await accept(writer, await invite(administrator, newcomer, organisation, 'contributor'), newcomer);
  const circle = await post<Named>(writer, '/api/circles', {
    title: 'วงน้ำชาหลังเลิกงาน',
    kind: 'tea_circle',
    level: 'community',
    phase: 'implement',
    organiser: organisation.id,
  });
  session = await planToday(writer, 'ขยะหน้าบ้าน', circle.number);
}

test('a word that was said becomes a draft in one tap, and stays tied to where it was said', async () => {
  await sitDownTogether();
  await open(writer, session + '/record');
  await writer.getByLabel('พูดว่าอะไร').fill(said);
  await writer.getByRole('button', { name: 'บันทึกคำนี้' }).click();
  await writer.getByRole('article').getByLabel('ผู้พูดยินยอมให้').selectOption('nameless');
  await writer.getByRole('button', { name: 'ทำเป็นความรู้' }).click();
  await writer.waitForURL(/\/knowledge\/\d+\/edit$/);
  item = new URL(writer.url()).pathname.replace('/edit', '');
  assert.equal(await writer.getByLabel('เนื้อหา').inputValue(), said);

  await writer.getByLabel('ชื่อเรื่อง', { exact: true }).fill(title);
  const photo = { name: 'bins.png', mimeType: 'image/png', buffer: await writer.screenshot() };
  await writer.locator('input[type=file]').setInputFiles(photo);
  await writer.getByLabel('ในภาพมีอะไร').fill(shown);
  await writer.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await writer.getByRole('heading', { level: 1, name: title }).waitFor();
  await writer.locator(`a[href="${session}"]`).first().waitFor();
});

test('it is read over before everybody sees it', async () => {
  const guest = await stage.guest();
  await writer.getByRole('button', { name: 'ส่งตรวจ' }).click();
  await writer.getByText('รอตรวจสอบ').first().waitFor();
  assert.equal(await writer.getByRole('button', { name: 'เผยแพร่' }).count(), 0, 'who wrote it does not approve it');
  await open(guest, item);
  await guest.getByRole('heading', { name: 'ไม่พบหน้านี้' }).waitFor();

  await open(steward, item);
  await steward.getByRole('button', { name: 'เผยแพร่', exact: true }).click();
  await steward.getByRole('button', { name: 'ยกเลิกการเผยแพร่' }).waitFor();
  await open(guest, item);
  await guest.getByRole('heading', { level: 1, name: title }).waitFor();
});

test('its picture is shown in web sizes and says in words what it shows', async () => {
  const guest = await stage.guest();
  const picture = guest.getByRole('img', { name: shown });
  for (let tries = 0; tries < 20 && !(await picture.count()); tries++) await open(guest, item);
  await picture.scrollIntoViewIfNeeded();
  await guest.waitForFunction((alt) => document.querySelector<HTMLImageElement>(`img[alt="${alt}"]`)!.naturalWidth > 0, shown);
});

// What people say is loaded when a reader comes near it.
async function openWhatPeopleSay(page: Page): Promise<void> {
  await open(page, item);
  await comeTo(page.locator('.discussion'), page.getByLabel('ความคิดเห็นของท่าน'));
}

test('what a guest says under it waits until somebody of the house has read it', async () => {
  const guest = await stage.guest();
  const other = await stage.guest();
  const words = 'ที่ชุมชนเราใช้ถังสีเดียวแต่ผูกเชือกสองสี';
  await openWhatPeopleSay(guest);
  await guest.getByLabel('ชื่อที่อยากให้เรียก').fill('ป้าข้างวัด');
  await guest.getByLabel('ความคิดเห็นของท่าน').fill(words);
  await guest.getByRole('button', { name: 'ส่งความคิดเห็น' }).click();
  await guest.getByText('ส่งแล้ว ผู้ดูแลจะอ่านก่อนแสดง').waitFor();
  await openWhatPeopleSay(other);
  assert.equal(await other.getByText(words).count(), 0);

  await openWhatPeopleSay(steward);
  await steward.getByRole('button', { name: 'ให้แสดง' }).click();
  await steward.getByRole('button', { name: 'ให้แสดง' }).waitFor({ state: 'detached' });
  await openWhatPeopleSay(other);
  await other.getByText(words).waitFor();
  await other.getByText('ป้าข้างวัด').waitFor();
});

test('a colleague finds it with other words of it, and sees what was changed since', async () => {
  await open(writer, item + '/edit');
  await writer.getByLabel('เนื้อหา').fill(said + ' แล้วผึ่งแดด');
  await writer.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await writer.getByRole('article').getByText('แล้วผึ่งแดด').waitFor();

  const guest = await stage.guest();
  const errors = listenForErrors(guest);
  await open(guest, '/');
  await guest.getByRole('combobox', { name: 'ค้นหา' }).fill('ล้างถังใบที่สองแล้วผึ่งแดด');
  await guest.keyboard.press('Enter');
  await guest.locator('#content li a').first().filter({ hasText: title }).click();
  await guest.waitForURL('**' + item);
  assert.deepEqual(errors, []);

  await open(steward, item + '/history');
  await steward.getByRole('button', { name: 'ดูว่าแก้อะไร' }).first().click();
  await steward.locator('ins').filter({ hasText: 'แล้วผึ่งแดด' }).waitFor();
});
