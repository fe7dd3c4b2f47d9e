import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, open } from '../support/browser.ts';
import { officer, section } from '../support/people.ts';
import { choose, Stage } from '../support/story.ts';
import { docx, zip } from '../support/zip.ts';

const stage = new Stage();
const title = 'ตลาดเช้าที่ไม่มีถุงพลาสติก';
const body = 'แม่ค้าเก้ารายตกลงกันว่าจะห่อด้วยใบตองทุกวันศุกร์ …';
const text = `${title}\n\nวันที่ 24 มกราคม 2553\n\n${body}\n`;

/** Thai as Windows wrote it for twenty years: one byte a letter. */
function windows874(said: string): Buffer {
  const byteOf = (letter: string) => {
    const code = letter.charCodeAt(0);
    if (letter === '…') return 0x85;
    return code >= 0x0e01 && code <= 0x0e5b ? code - 0x0e01 + 0xa1 : code;
  };
  return Buffer.from([...said].map(byteOf));
}

/** Drags a file from the desktop onto the page. */
async function drop(page: Page, name: string, type: string, bytes: Buffer): Promise<void> {
  const carried = await page.evaluateHandle(
    ({ name, type, base64 }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type }));
      return transfer;
    },
    { name, type, base64: bytes.toString('base64') },
  );
  await page.getByRole('group', { name: /^ลากเอกสาร/ }).dispatchEvent('drop', { dataTransfer: carried });
}

async function desktop(): Promise<Page> {
  const page = await stage.person(officer, desk);
  await open(page, '/import');
  return page;
}

test('an old text dragged in is read whatever its letters are written in, and becomes a draft', async () => {
  const page = await desktop();
  await drop(page, 'market.txt', 'text/plain', windows874(text));
  await page.getByText(/windows-874/i).waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'ชื่อเรื่อง' }).inputValue(), title);
  await page.getByText('24 มกราคม 2553').first().waitFor();
  await choose(page, 'องค์กรเจ้าของ', section);
  await page.getByRole('button', { name: 'นำเข้า 1 ฉบับร่าง' }).click();
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('article').getByText(body).waitFor();
  await page.getByText('ฉบับร่าง').first().waitFor();
});

test('the same text dragged in again is known', async () => {
  const page = await desktop();
  await drop(page, 'market-copy.txt', 'text/plain', windows874(text));
  await choose(page, 'องค์กรเจ้าของ', section);
  await page.getByRole('button', { name: 'นำเข้า 1 ฉบับร่าง' }).click();
  await page.getByText('มีอยู่แล้ว').waitFor();
});

test('a text that was cut off in the middle of a letter comes in, and says that something is missing', async () => {
  const page = await desktop();
  await drop(page, 'cut.txt', 'text/plain', Buffer.from(text).subarray(0, -3));
  await page.getByText('บางตัวอักษรอ่านไม่ได้').waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'ชื่อเรื่อง' }).inputValue(), title);
});

test('what is too large or no text at all is refused in words, and what lies there already stays', async () => {
  const page = await desktop();
  await drop(page, 'good.txt', 'text/plain', Buffer.from(text));
  await page.getByRole('textbox', { name: 'ชื่อเรื่อง' }).waitFor();
  await drop(page, 'photo.txt', 'text/plain', await page.screenshot());
  await page.getByRole('alert').getByText('photo.txt').waitFor();
  await drop(page, 'large.txt', 'text/plain', Buffer.from(body.repeat(40_000)));
  await page.getByRole('alert').getByText('4 MB').waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'ชื่อเรื่อง' }).inputValue(), title);
});

test('a signal that breaks off in the middle of an upload is told, and the same file goes through afterwards', async () => {
  const page = await desktop();
  await page.route('**/api/knowledge/readings', (route) => route.abort('connectionreset'));
  await drop(page, 'market.txt', 'text/plain', Buffer.from(text));
  await page.getByText('ติดต่อเครื่องแม่ข่ายไม่ได้').waitFor();
  await page.unroute('**/api/knowledge/readings');
  await drop(page, 'market.txt', 'text/plain', Buffer.from(text));
  await page.getByRole('textbox', { name: 'ชื่อเรื่อง' }).waitFor();
});

test('a Word document comes in as any text does, and one that was cut off is refused in words', async () => {
  const page = await desktop();
  const paper = docx(['กองทุนข้าวสารของหมู่บ้าน', 'เริ่มจากข้าวคนละถังหลังฤดูเก็บเกี่ยว']);
  await drop(page, 'กองทุน.docx', '', paper.subarray(0, 200));
  await page.getByRole('alert').getByText('กองทุน.docx').waitFor();
  await drop(page, 'กองทุน.docx', '', paper);
  await page.getByRole('textbox', { name: 'ชื่อเรื่อง' }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'ชื่อเรื่อง' }).inputValue(), 'กองทุนข้าวสารของหมู่บ้าน');
  await choose(page, 'องค์กรเจ้าของ', section);
  await page.getByRole('button', { name: 'นำเข้า 1 ฉบับร่าง' }).click();
  await page.getByRole('link', { name: 'กองทุนข้าวสารของหมู่บ้าน' }).click();
  await page.getByRole('article').getByText('เริ่มจากข้าวคนละถัง').waitFor();
});

test('a ZIP of a year comes in at once: each paper for itself, and what is none is named', async () => {
  const page = await desktop();
  const archive = zip({
    '2553/market.txt': Buffer.from(text),
    '2553/photo.png': await page.screenshot(),
  });
  await drop(page, 'year.zip', 'application/zip', archive);
  await page.getByText('year.zip/2553/market.txt', { exact: true }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'ชื่อเรื่อง' }).inputValue(), title);
  await page.getByRole('alert').getByText('year.zip/2553/photo.png').waitFor();
});
