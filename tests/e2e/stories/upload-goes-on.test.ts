import assert from 'node:assert/strict';
import { randomFillSync } from 'node:crypto';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { isInstalled, open, phone, signIn, sitDown } from '../support/browser.ts';
import { Line } from '../support/line.ts';
import { facilitator } from '../support/people.ts';
import { comeTo, get, planToday, Stage } from '../support/story.ts';

const stage = new Stage();
let line: Line | undefined;
after(() => line?.close());

async function behindTheLine(): Promise<{ page: Page; line: Line }> {
  line ??= await Line.to(stage.server.url);
  const context = await sitDown(stage.browser, line, phone);
  await signIn(context, facilitator);
  return { page: await context.newPage(), line };
}

/** Nothing in it repeats, so that nothing can make it smaller. */
const noise = (bytes: number) => randomFillSync(Buffer.alloc(bytes));

/** The head of a photo and nothing that could be drawn: the browser does not make it smaller, and sends it as it is. */
function photo(bytes: number): Buffer {
  const head = 'ffd8 ffc0 0011 08 0030 0040 03 012200 021101 031101';
  const begins = Buffer.from(head.replaceAll(' ', ''), 'hex');
  return Buffer.concat([begins, noise(bytes - begins.length)]);
}

test('a photo whose connection breaks in the middle goes on from there, also when the page was opened anew', async () => {
  const { page, line } = await behindTheLine();
  const address = await planToday(page, 'วงริมน้ำ');
  await open(page, address + '/record');
  await isInstalled(page);
  await page.reload();
  await page.getByRole('heading', { name: 'มากี่คน' }).waitFor();

  const size = 6_000_000;
  await comeTo(page.locator('#photos'), page.locator('#photos').getByRole('button').first());
  await page.locator('input[type=file]').setInputFiles({ name: 'ริมน้ำ.jpg', mimeType: 'image/jpeg', buffer: photo(size) });
  const before = line.up;
  line.breakAfter(2_500_000);
  await page.getByRole('button', { name: 'ส่ง 1 ภาพ' }).click();
  const waits = page.getByRole('button', { name: 'รอส่ง 1 รายการ' });
  await waits.waitFor();
  while (!line.isBroken) await page.waitForTimeout(50);

  await page.reload();
  await page.getByRole('heading', { name: 'วงริมน้ำ' }).waitFor();
  await comeTo(page.locator('#photos'), page.getByText('ภาพรอส่ง 1 ภาพ'));
  line.mend();
  await waits.waitFor({ state: 'detached', timeout: 60_000 });

  const { photos_inside: photos } = await get<{ photos_inside: { size: number; name: string }[] }>(page, '/api' + address);
  assert.deepEqual(photos.map((one) => [one.name, one.size]), [['ริมน้ำ.jpg', size]]);
  const sent = line.up - before;
  assert.ok(sent < size + 400_000, `${sent} bytes went up for a file of ${size}`);
});

test('a small photo goes up in one request, and one that its session does not take any more says why', async () => {
  const { page } = await behindTheLine();
  const address = await planToday(page, 'วงใต้ถุน');
  await open(page, address + '/record');
  await comeTo(page.locator('#photos'), page.locator('#photos').getByRole('button').first());
  const parts: string[] = [];
  page.on('request', (request) => request.url().includes('/api/uploads') && parts.push(request.method()));
  await page.locator('input[type=file]').setInputFiles({ name: 'ใต้ถุน.jpg', mimeType: 'image/jpeg', buffer: photo(20_000) });
  await page.getByRole('button', { name: 'ส่ง 1 ภาพ' }).click();
  await page.getByRole('button', { name: 'ส่ง 1 ภาพ' }).waitFor({ state: 'detached' });
  assert.equal((await get<{ photos_inside: unknown[] }>(page, '/api' + address)).photos_inside.length, 1);
  assert.deepEqual(parts, []);

  await page.route('**/photos', (route) => route.fulfill({ status: 404, json: { status: 404, code: 'not_found', title: 'ไม่พบวงนี้แล้ว' } }));
  await page.locator('input[type=file]').setInputFiles({ name: 'ใหญ่.jpg', mimeType: 'image/jpeg', buffer: photo(1_500_000) });
  await page.getByRole('button', { name: 'ส่ง 1 ภาพ' }).click();
  await page.getByRole('button', { name: 'รอส่ง 1 รายการ' }).click();
  await page.getByText('ไม่พบวงนี้แล้ว').waitFor();
  await page.getByRole('button', { name: 'ไม่ส่งแล้ว' }).click();
  await page.getByRole('button', { name: 'ทิ้งจากเครื่องนี้' }).click();
  await page.getByRole('button', { name: 'รอส่ง 1 รายการ' }).waitFor({ state: 'detached' });
});

test('a paper that is being sent from a form goes on by itself when the signal is back', async () => {
  const { page, line } = await behindTheLine();
  await open(page, '/knowledge/new');
  const size = 4_000_000;
  const paper = Buffer.concat([Buffer.from('%PDF-1.7\n'), noise(size - 9)]);
  const before = line.up;
  line.breakAfter(1_500_000);
  await page.locator('input[type=file]').setInputFiles({ name: 'รายงาน.pdf', mimeType: 'application/pdf', buffer: paper });
  await page.getByText('ยังไม่มีสัญญาณ').waitFor();
  assert.equal(await page.getByRole('progressbar').count(), 1);
  line.mend();
  await page.getByText('รายงาน.pdf').waitFor({ timeout: 60_000 });
  assert.equal(await page.getByRole('progressbar').count(), 0);
  const sent = line.up - before;
  assert.ok(sent < size + 400_000, `${sent} bytes went up for a file of ${size}`);
});
