import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, open } from '../support/browser.ts';
import { officer, section } from '../support/people.ts';
import { get, organisationCalled, planToday, post, Stage, type Named } from '../support/story.ts';

const stage = new Stage();
const title = 'วงผู้ดูแลคนป่วยติดเตียงหลังวัด';
const topic = 'เมื่อคืนใครได้นอน';
const area = '/areas/800121';

/** Everywhere a circle or one of its sessions comes out. */
const places = ['/', '/circles', '/circles?kind=tea_circle', area, '/search?q=' + encodeURIComponent(title), '/search?q=' + encodeURIComponent(topic)];

async function privateCircle(page: Page): Promise<Named> {
  const { id } = await get<{ id: number }>(page, '/api' + area);
  const organiser = await organisationCalled(page, section);
  const audience = { visibility: 'private', partners: [], persons: [] };
  const about = { title, kind: 'tea_circle', level: 'community', phase: 'implement', organiser: organiser.id, area: id, audience };
  return post<Named>(page, '/api/circles', about);
}

async function speaksOfIt(page: Page, path: string): Promise<boolean> {
  await open(page, path);
  // The question itself, in quotation marks, stands over its answers.
  const text = (await page.locator('body').innerText()).replaceAll(/“[^”]*”/g, '');
  return text.includes(title) || text.includes(topic);
}

test('a private circle is there for who sits in it, and for nobody else: no list, no search, no place, no calendar speaks of it', async () => {
  const page = await stage.person(officer, desk);
  const guest = await stage.guest(desk);
  const circle = await privateCircle(page);
  const session = await planToday(page, topic, circle.number);

  for (const path of [circle.address, session]) {
    await open(page, path);
    await page.getByRole('heading', { level: 1 }).filter({ hasText: path === session ? topic : title }).waitFor();
    await open(guest, path);
    await guest.getByRole('heading', { name: 'ไม่พบหน้านี้' }).waitFor();
  }
  for (const path of places) assert.ok(!(await speaksOfIt(guest, path)), `a guest reads of it on ${path}`);
  assert.ok(await speaksOfIt(page, '/circles?kind=tea_circle'), 'who sits in it finds it in the list');
  for (const file of [`${circle.address}.ics`, `${session}.ics`]) {
    assert.equal((await page.request.get(file)).status(), 200);
    assert.equal((await guest.request.get(file)).status(), 404);
  }
  const today = new Date().toISOString().slice(0, 10);
  const everything = await (await guest.request.get(`/api/sessions?from=${today}&limit=500`)).text();
  assert.ok(!everything.includes(topic));
});
