import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, listenForErrors, open } from '../support/browser.ts';
import { facilitator, officer } from '../support/people.ts';
import { get, planToday, Stage, type Named } from '../support/story.ts';

const stage = new Stage();
const title = 'ลานหน้าตลาดเป็นของใคร';
const said = 'ถ้าแบ่งเวลาเช้ากับเย็น ทุกคนได้ใช้ลานเดียวกัน';

let officerPage: Page;
let circle: string;
let topic: string;
let session: string;

test('somebody proposes what to talk about, with its tags, and others raise their hand', async () => {
  officerPage = await stage.person(officer, desk);
  const errors = listenForErrors(officerPage);
  const [{ address }] = (await get<{ items: [Named] }>(officerPage, '/api/circles?kind=deliberation&limit=1')).items;
  circle = address;
  await open(officerPage, circle);
  await officerPage.getByRole('button', { name: 'เสนอหัวข้อ' }).click();
  await officerPage.getByRole('textbox', { name: 'หัวข้อ', exact: true }).fill(title);
  await officerPage.getByRole('textbox', { name: 'อยากคุยเพราะอะไร' }).fill('คนขายกับคนออกกำลังแย่งที่กัน');
  await officerPage.getByRole('textbox', { name: 'ป้าย' }).fill('#ตลาด, ที่สาธารณะ');
  await officerPage.getByRole('button', { name: 'เสนอ', exact: true }).click();
  await officerPage.getByRole('link', { name: title }).click();
  await officerPage.getByRole('heading', { level: 1, name: title }).waitFor();
  topic = new URL(officerPage.url()).pathname;
  await officerPage.getByRole('link', { name: '#ที่สาธารณะ' }).waitFor();
  assert.deepEqual(errors, []);

  const other = await stage.person(facilitator);
  await open(other, topic);
  await other.getByRole('button', { name: new RegExp(title) }).click();
  await other.getByText('มีคนอยากคุย 2 คน').waitFor();
});

test('its circle takes it up, and a word that was said there answers it', async () => {
  session = await planToday(officerPage, 'ลานตลาด', Number(circle.split('/').at(-1)));
  await open(officerPage, topic);
  await officerPage.getByLabel('คุยในวงครั้งไหน').selectOption({ index: 1 });
  await officerPage.getByRole('button', { name: 'นัดคุย' }).click();
  await officerPage.getByRole('main').locator(`a[href="${session}"]`).first().waitFor();

  await open(officerPage, session + '/record');
  await officerPage.getByLabel('พูดว่าอะไร').fill(said);
  await officerPage.getByRole('button', { name: 'บันทึกคำนี้' }).click();
  await officerPage.getByRole('article').getByLabel('ผู้พูดยินยอมให้').selectOption('nameless');
  await officerPage.getByRole('button', { name: 'จัดแล้ว บันทึกครั้งนี้' }).click();
  await officerPage.waitForURL('**' + session);
  await officerPage.getByRole('main').locator(`a[href="${topic}"]`).first().waitFor();

  await officerPage.getByRole('button', { name: 'ทำเป็นความรู้' }).click();
  const dialog = officerPage.getByRole('dialog');
  assert.equal(await dialog.getByLabel('ตอบหัวข้อไหน').locator('option:checked').textContent(), title, 'the only one is meant');
  await dialog.getByRole('button', { name: 'เก็บ' }).click();
  await officerPage.waitForURL(/\/knowledge\/\d+\/edit$/);
  const item = new URL(officerPage.url()).pathname.replace('/edit', '');
  await open(officerPage, item);
  await officerPage.getByRole('button', { name: 'เผยแพร่', exact: true }).click();
  await officerPage.getByRole('button', { name: 'ยกเลิกการเผยแพร่' }).waitFor();
  await officerPage.getByRole('main').locator(`a[href="${topic}"]`).first().waitFor();
});

test('anybody walks the whole way from the question to what was learnt, and finds it by its tag', async () => {
  const guest = await stage.guest();
  const errors = listenForErrors(guest);
  await open(guest, topic);
  const way = guest.getByRole('region', { name: 'เส้นทางของหัวข้อ' });
  await way.getByRole('link', { name: /ครั้งที่ \d+ · ลานตลาด/ }).waitFor();
  await way.getByRole('link', { name: said.slice(0, 10) }).waitFor();
  await guest.getByText('คุยแล้ว', { exact: true }).waitFor();
  assert.equal(await guest.getByRole('link', { name: 'แก้หัวข้อ' }).count(), 0, 'who did not propose it does not reword it');
  await guest.getByRole('link', { name: '#ที่สาธารณะ' }).click();
  await guest.waitForURL('**/search?q=*');
  await guest.getByRole('main').locator(`a[href="${topic}"]`).first().waitFor();
  assert.deepEqual(errors, []);
});

test('two who reword it at once are shown both texts', async () => {
  const other = await stage.person(officer, desk);
  for (const page of [officerPage, other]) await open(page, topic + '/edit');
  await other.getByRole('textbox', { name: 'อยากคุยเพราะอะไร' }).fill('มีเรื่องกันทุกเย็น');
  await other.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await other.waitForURL('**' + topic);
  await officerPage.getByRole('textbox', { name: 'อยากคุยเพราะอะไร' }).fill('ฝนตกไม่มีที่หลบ');
  await officerPage.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await officerPage.getByRole('dialog').getByText('มีเรื่องกันทุกเย็น').first().waitFor();
});
