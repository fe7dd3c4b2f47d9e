import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, listenForErrors, open, phone } from '../support/browser.ts';
import type { Person } from '../support/people.ts';
import { Stage } from '../support/story.ts';

const stage = new Stage();
let key: string;

/** Comes with the example: answers for the numbers of Nong Sarai. */
const leader: Person = { login: 'saman', name: 'สมาน นาดี', password: 'lomwong-demo' };

/** An indicator of one's own, in the example. */
function plantIndicator(): void {
  const file = join(stage.server.data, 'elders.csv');
  writeFileSync(file, 'indicator,area,period,value\nelders,71091101,2566,40\n');
  stage.server.run(['import', 'values', file, '--create']);
}

const card = (page: Page) => page.getByRole('region', { name: 'กุญแจของโปรแกรม' });
const basic = (name: string, password: string) => 'Basic ' + Buffer.from(`${name}:${password}`).toString('base64');
const address = () => stage.server.url + '/api/dataValueSets';

/** As a tool of DHIS2 does: no browser, no cookie. */
function send(authorization: string, value: string, orgUnit = '71091102'): Promise<Response> {
  const set = { dataValues: [{ dataElement: 'elders', orgUnit, period: '2023', value }] };
  const headers = { authorization, 'content-type': 'application/json' };
  return fetch(address(), { method: 'POST', headers, body: JSON.stringify(set) });
}

async function readBack(authorization: string, village: string): Promise<string[]> {
  const wish = '?dataElement=elders&period=2023&orgUnit=' + village;
  const reply = await fetch(address() + wish, { headers: { authorization } });
  assert.equal(reply.status, 200);
  return ((await reply.json()) as { dataValues: { value: string }[] }).dataValues.map(({ value }) => value);
}

test('who answers for the numbers makes a key for a program, and sees it once', async () => {
  plantIndicator();
  const page = await stage.person(leader, phone);
  const errors = listenForErrors(page);
  await open(page, '/me');
  await card(page).getByRole('button', { name: 'สร้างกุญแจ' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('ชื่อกุญแจ').fill('DHIS2 ของ รพ.สต.');
  await dialog.getByLabel('ใช้ได้นาน').selectOption({ label: '30 วัน' });
  await dialog.getByLabel('รหัสผ่านปัจจุบัน', { exact: true }).fill(leader.password);
  await dialog.getByRole('button', { name: 'สร้างกุญแจ' }).click();
  await dialog.getByText('กุญแจนี้แสดงครั้งเดียว').waitFor();
  key = (await dialog.getByText(/^lomwong_/).textContent())!.trim();
  assert.match(key, /^lomwong_[\w-]{22}$/);
  await dialog.getByRole('button', { name: 'เก็บไว้แล้ว' }).click();
  await card(page).getByText('ยังไม่เคยใช้').waitFor();
  assert.equal(await page.getByText(key).count(), 0);
  await open(page, '/me');
  await card(page).getByText('DHIS2 ของ รพ.สต.').first().waitFor();
  assert.equal(await page.getByText(key).count(), 0);
  assert.deepEqual(errors, []);
});

test('the program sends values with it, as DHIS2 is asked and as a name with a password, and reads them back', async () => {
  for (const [village, authorization] of [
    ['71091102', `ApiToken ${key}`],
    ['71091103', `Bearer ${key}`],
    ['71091104', basic(leader.login, key)],
  ] as const) {
    const reply = await send(authorization, '41', village);
    assert.equal(reply.status, 200, await reply.text());
    assert.equal(reply.headers.get('set-cookie'), null);
    assert.deepEqual(await readBack(authorization, village), ['41']);
  }
});

test('the password of the account is no key, and a key opens nothing else', async () => {
  const reply = await send(basic(leader.login, leader.password), '50');
  assert.equal(reply.status, 401);
  assert.match(reply.headers.get('www-authenticate')!, /^Basic /);
  const sessions = await fetch(stage.server.url + '/api/me/sessions', { headers: { authorization: `Bearer ${key}` } });
  assert.equal(sessions.status, 401);
  assert.equal(((await sessions.json()) as { code: string }).code, 'program_key_not_here');
});

test('a page of another site sends nothing with it', async () => {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', origin: 'https://elsewhere.example' };
  const reply = await fetch(address(), { method: 'POST', headers, body: '{"dataValues":[]}' });
  assert.equal(reply.status, 403);
});

test('it is seen when the key was used, it is revoked, and the program is out at once', async () => {
  const page = await stage.person(leader, desk);
  await open(page, '/me');
  await card(page).getByText('ใช้ล่าสุด').waitFor();
  await card(page).getByRole('button', { name: 'ยกเลิกกุญแจ' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'ยกเลิกกุญแจ' }).click();
  await page.getByText('ยกเลิกกุญแจแล้ว').waitFor();
  assert.equal((await send(`ApiToken ${key}`, '60')).status, 401);
});
