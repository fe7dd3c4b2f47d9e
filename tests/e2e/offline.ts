// What bench/offline runs: a phone that has no signal for three days, and a server that ends twice while everything comes at once.
import { cpus } from 'node:os';
import type { Page } from 'playwright-core';
import { isInstalled, open, openBrowser, phone, signIn, sitDown } from './support/browser.ts';
import { officer, section } from './support/people.ts';
import { Lomwong } from './support/server.ts';
import { get, organisationCalled, post, type Named } from './support/story.ts';

const captures = Number(process.argv[2] ?? 200);
const days = 3;
const everyWithPhoto = 10;
const day = 24 * 3600 * 1000;

const server = await Lomwong.start();
const browser = await openBrowser();
const context = await sitDown(browser, server, phone);
await signIn(context, officer);
const page = await context.newPage();

async function teaCircle(title: string): Promise<Named> {
  const organiser = (await organisationCalled(page, section)).id;
  return post<Named>(page, '/api/circles', { title, kind: 'tea_circle', level: 'community', phase: 'implement', organiser });
}

const titleOf = (number: number) => `วงที่ ${number}`;
const waiting = (count: number) => page.getByText(`รอส่ง ${count} รายการ จะส่งเองเมื่อมีสัญญาณ`);

async function capture(number: number, circle: Named, photo: Buffer | undefined, waits: number): Promise<void> {
  await page.getByLabel('วงไหน').selectOption({ label: circle.title });
  await page.getByLabel('คุยเรื่องอะไร').fill(titleOf(number));
  await page.getByLabel('คำที่อยากจำ').fill(`คำของวงที่ ${number}`);
  if (photo) {
    await page.locator('input[type=file]').setInputFiles({ name: `${number}.png`, mimeType: 'image/png', buffer: photo });
    await page.getByLabel('ในภาพมีอะไร').waitFor();
  }
  await page.getByRole('button', { name: 'เก็บวงนี้' }).click();
  await waiting(waits).waitFor();
}

/** As the browser's database has it, whatever the page shows. */
const left = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const opening = indexedDB.open(`lomwong-${localStorage.getItem('lomwong_person')}`);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('waiting').objectStore('waiting').count();
          counting.onsuccess = () => (opening.result.close(), done(counting.result));
        };
      }),
  );

async function until(most: number): Promise<void> {
  const began = Date.now();
  while ((await left(page)) > most) {
    if (Date.now() - began > 600_000) throw new Error(`${await left(page)} still wait`);
    await page.waitForTimeout(100);
  }
}

const circles: Named[] = [];
for (const name of ['วงเช้า', 'วงเที่ยง', 'วงเย็น']) circles.push(await teaCircle(`วงน้ำชา ${name}`));
await page.clock.install({ time: Date.now() - days * day });
await open(page, '/capture');
const photo = await page.screenshot();
await isInstalled(page);
await page.reload();
await page.getByLabel('วงไหน').waitFor();

await context.setOffline(true);
const started = Date.now();
let kept = 0;
for (let number = 1; number <= captures; number++) {
  if (number > 1 && (number - 1) % Math.ceil(captures / days) === 0) await page.clock.setSystemTime(await page.evaluate(() => Date.now() + 86_400_000));
  const withPhoto = number % everyWithPhoto === 0;
  kept += withPhoto ? 2 : 1;
  await capture(number, circles[number % circles.length]!, withPhoto ? photo : undefined, kept);
}
const queued = Date.now() - started;

await page.reload();
await page.getByRole('button', { name: `รอส่ง ${kept} รายการ` }).waitFor();
const afterReload = await left(page);

const sending = Date.now();
await context.setOffline(false);
await page.evaluate(() => dispatchEvent(new Event('online')));
for (const part of [2 / 3, 1 / 3]) {
  await until(Math.floor(kept * part));
  await server.down();
  await page.waitForTimeout(500);
  await server.serve();
  await page.evaluate(() => dispatchEvent(new Event('online')));
}
await until(0);
const sent = Date.now() - sending;

type Card = { address: string; title: string; id: number };
const cards = (await Promise.all(circles.map(({ id }) => get<Card[]>(page, `/api/sessions?circle=${id}&limit=500`)))).flat();
const sessions = await Promise.all(
  cards.map(({ address }) => get<{ points: { body: string }[]; photos_inside: unknown[]; differences: unknown[] }>(page, '/api' + address)),
);
const titles = cards.map(({ title }) => title);
const expected = Array.from({ length: captures }, (_, i) => titleOf(i + 1));
const missing = expected.filter((title) => !titles.includes(title)).length;
const twice = titles.length - new Set(titles).size + sessions.filter(({ points }) => points.length !== 1).length;
const photos = sessions.reduce((sum, { photos_inside }) => sum + photos_inside.length, 0);
const order = cards.toSorted((a, b) => a.id - b.id).map(({ title }) => title);
const inOrder = order.every((title, i) => title === expected[i]);
const overwritten = sessions.reduce((sum, { differences }) => sum + differences.length, 0);

await browser.close();
await server.stop();

const rows: [string, string | number, string][] = [
  ['captured without a signal, over days', `${captures}, ${days}`, ''],
  ['writes that waited, photos among them', `${kept}, ${Math.floor(captures / everyWithPhoto)}`, ''],
  ['waiting after the app was opened anew', afterReload, String(kept)],
  ['server ended while they went out', 2, '2'],
  ['sessions there', titles.length, String(captures)],
  ['missing', missing, '0'],
  ['twice', twice, '0'],
  ['photos at their session', photos, String(Math.floor(captures / everyWithPhoto))],
  ['in the order of capture', inOrder ? 'yes' : 'no', 'yes'],
  ['met something else', overwritten, '0'],
  ['seconds to capture all, by hand of the machine', (queued / 1000).toFixed(1), ''],
  ['seconds to send all, with both restarts', (sent / 1000).toFixed(1), ''],
];
console.log(`${cpus().length} cores, ${process.env['LOMWONG_BINARY'] ?? 'lomwong'}, SQLite, Chromium, 360 px`);
for (const [what, found, goal] of rows) console.log(what.padEnd(48), String(found).padStart(10), goal && `   goal ${goal}`);
const failed = rows.filter(([, found, goal]) => goal && String(found) !== goal);
if (failed.length) {
  console.error(`failed: ${failed.map(([what]) => what).join(', ')}`);
  process.exit(1);
}
