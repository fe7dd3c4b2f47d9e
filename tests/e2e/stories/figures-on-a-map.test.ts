import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, listenForErrors, open, phone } from '../support/browser.ts';
import { administrator } from '../support/people.ts';
import { comeTo, get, Stage } from '../support/story.ts';

const stage = new Stage();

const map = '/figures/map?area=7109&indicator=saving_monthly';
const piece = (page: Page, name: string | RegExp) => page.locator('svg').getByRole('button', { name });

test('before any boundaries are loaded, areas are dots where they lie, with the same numbers in a table', async () => {
  const page = await stage.guest(phone);
  const errors = listenForErrors(page);
  await open(page, '/areas/710911/situation');
  await page.getByRole('link', { name: 'ดูบนแผนที่' }).click();
  await page.getByRole('heading', { name: 'แผนที่ตัวเลข ตำบลหนองสาหร่าย', level: 1 }).waitFor();
  await open(page, map);
  await page.getByText('ยังไม่มีเส้นเขตในระบบ').waitFor();
  await piece(page, /^ตำบลหนองสาหร่าย ร้อยละ/).click();
  await page.getByRole('button', { name: 'ดูข้างในตำบลหนองสาหร่าย' }).waitFor();
  await comeTo(page.locator('.figures-map > div').last(), page.getByRole('table').getByRole('link', { name: 'ตำบลหนองสาหร่าย' }));
  assert.deepEqual(errors, []);
});

/** Squares side by side around the middle of a district: what an office would have from a survey. */
async function boundaries(page: Page, ...more: object[]): Promise<string> {
  type Map = { objects: { areas: { geometries: { id: string }[] } } };
  const { objects } = await get<Map>(page, '/api/areas/7109/map');
  const features = objects.areas.geometries.map(({ id }, i) => {
    const [west, south] = [99.6 + (i % 3) * 0.1, 14 + Math.floor(i / 3) * 0.1];
    const [east, north] = [west + 0.1, south + 0.1];
    const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]];
    return { type: 'Feature', properties: { ADM3: `TH${id}` }, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  return JSON.stringify({ type: 'FeatureCollection', features: [...features, ...more] });
}
const strange = { type: 'Feature', properties: { ADM3: 'TH999999', name: 'ที่ไหนไม่รู้' }, geometry: null };

test('an administrator looks at a file of boundaries, says where it is from, and loads it', async () => {
  const page = await stage.person(administrator, desk);
  await open(page, '/import');
  await page.getByRole('link', { name: 'เส้นเขตพื้นที่' }).click();
  const file = await boundaries(page, strange);
  await page.getByLabel('เลือกแฟ้มเส้นเขต').setInputFiles({ name: 'tambon.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(file) });
  await page.getByText('พบรหัสพื้นที่ในช่อง “ADM3”').waitFor();
  await page.getByRole('row').filter({ hasText: '999999 ที่ไหนไม่รู้' }).getByText('ไม่มีพื้นที่รหัสนี้').waitFor();
  await page.getByLabel('ได้มาจากไหน').fill('แผนที่สมมุติ 2569');
  await page.getByLabel('เงื่อนไขการใช้').fill('CC BY 4.0');
  await page.getByLabel('ข้อความอ้างอิงที่มา').fill('แผนที่สมมุติของการทดสอบ');
  await page.getByRole('button', { name: /^ใช้เส้นเขต/ }).click();
  await page.getByText('tambon.geojson').waitFor();
});

test('a file that is no map says so in words', async () => {
  const page = await stage.person(administrator, desk);
  await open(page, '/import/boundaries');
  await page.getByLabel('เลือกแฟ้มเส้นเขต').setInputFiles({ name: 'x.geojson', mimeType: 'application/json', buffer: Buffer.from('code,name\n80,x\n') });
  await page.getByText('แฟ้มนี้ไม่ใช่ GeoJSON').waitFor();
});

test('the map is walked with the keyboard, into a subdistrict and up again', async () => {
  const page = await stage.guest(desk);
  const errors = listenForErrors(page);
  await open(page, map);
  await page.getByText('แผนที่สมมุติของการทดสอบ').waitFor();
  await piece(page, /^ตำบลหนองสาหร่าย/).focus();
  await page.keyboard.press('Space');
  const card = page.getByRole('region', { name: 'ตำบลหนองสาหร่าย' });
  await card.getByText(/รายงานแล้ว \d+ จาก \d+ แห่ง/).waitFor();
  await card.getByRole('link', { name: 'เปิดดูตัวเลขนี้' }).waitFor();
  for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) await page.keyboard.press(key);
  await piece(page, /^ตำบลหนองสาหร่าย/).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'แผนที่ตัวเลข ตำบลหนองสาหร่าย', level: 1 }).waitFor();
  await page.getByRole('navigation', { name: 'อยู่ใน' }).getByRole('link', { name: /^อำเภอ/ }).click();
  await page.getByRole('heading', { name: /^แผนที่ตัวเลข อำเภอ/, level: 1 }).waitFor();
  assert.deepEqual(errors, []);
});

test('it comes nearer by buttons, and leaves as a table and as a picture that says what it shows', async () => {
  const page = await stage.guest(desk);
  await open(page, map);
  await page.getByRole('button', { name: 'ดูใกล้ขึ้น' }).click();
  await page.getByRole('button', { name: 'เลื่อนขึ้น' }).click();
  await page.getByRole('button', { name: 'ดูทั้งแผนที่' }).click();
  await comeTo(page.locator('.figures-map > div').last(), page.getByRole('link', { name: 'CSV' }));
  await comeTo(page.locator('.beside > div').first(), page.getByRole('button', { name: 'SVG' }));
  const [svg] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'SVG' }).click()]);
  const saved = readFileSync((await svg.path())!, 'utf8');
  for (const part of ['แผนที่สมมุติของการทดสอบ', 'บันทึกเมื่อ', ' แห่ง']) assert.ok(saved.includes(part), part);
  assert.ok(!/ค\.ศ\./.test(saved));
  const [png] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'PNG' }).click()]);
  assert.match(png.suggestedFilename(), /\.png$/);
  const link = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
  const table = await page.request.get(link!);
  assert.match(await table.text(), /saving_monthly,710911,/);
});

test('on the command line the same file comes in, and its faults are told', async () => {
  const page = await stage.guest();
  const name = join(stage.server.data, 'again.geojson');
  writeFileSync(name, await boundaries(page));
  const told = stage.server.run(['import', 'boundaries', name, '--preview', '--by', administrator.login]);
  assert.match(told, /codes in "ADM3", 0 left out\n  subdistrict: \d+, \d+ of them in place of another/);
});
