import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, open, phone } from '../support/browser.ts';
import { facilitator, officer } from '../support/people.ts';
import { get, Stage } from '../support/story.ts';

const stage = new Stage();

/** Types the password at the door, as on any morning. */
async function knock(page: Page): Promise<void> {
  await open(page, '/sign-in?next=/circles');
  await page.getByLabel('ชื่อผู้ใช้หรืออีเมล').fill(officer.login);
  await page.getByLabel('รหัสผ่าน', { exact: true }).fill(officer.password);
  await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click();
}
const arrived = (page: Page) => page.waitForURL(({ pathname }) => pathname === '/circles');

async function find(page: Page): Promise<void> {
  await page.getByRole('searchbox', { name: 'ค้นชื่อ' }).fill(officer.login);
  await page.getByRole('searchbox', { name: 'ค้นชื่อ' }).press('Enter');
  await page.waitForURL('**/office/people?text=*');
  await page.getByRole('row', { name: officer.name }).waitFor();
}

/** Opens what can be done to an account, chooses one, and says yes. */
async function act(page: Page, what: string, verb: string): Promise<void> {
  await page.getByRole('button', { name: `จัดการ ${officer.name}` }).click();
  await page.getByRole('dialog', { name: officer.name }).getByRole('button', { name: what, exact: true }).click();
  await page.getByRole('dialog', { name: what }).getByRole('button', { name: verb, exact: true }).click();
  await page.getByText('เรียบร้อย').first().waitFor();
  await page.keyboard.press('Escape');
}

test('an administrator finds somebody who left, sees what they may do, and locks the account: they are out at once', async () => {
  const away = await stage.person(officer, phone);
  const page = await stage.person(facilitator, desk);
  await open(page, '/office');
  await page.getByRole('link', { name: 'คนและบทบาท' }).click();
  await find(page);
  const row = page.getByRole('row', { name: officer.name });
  await row.getByRole('cell').filter({ hasText: 'ผู้ดูแล' }).first().waitFor();
  await act(page, 'ระงับบัญชี', 'ระงับ');
  await row.getByText('ระงับไว้').waitFor();
  assert.equal(await get(away, '/api/me'), null);

  const door = await stage.guest(phone);
  await knock(door);
  await door.getByRole('alert').getByText('บัญชีนี้ถูกระงับไว้').waitFor();

  await open(page, '/office/people?only=locked');
  assert.equal(await page.getByRole('row').filter({ has: page.getByRole('button') }).count(), 1);
  await act(page, 'เลิกระงับบัญชี', 'เลิกระงับ');
  await knock(door);
  await arrived(door);
});

test('on a phone each account is a card; somebody is made an administrator there and is one at once', async () => {
  const officers = await stage.person(officer, phone);
  const page = await stage.person(facilitator, phone);
  await open(page, '/office/people');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= phone.width, `${width} wide`);
  await find(page);
  await act(page, 'ให้เป็นผู้ดูแลระบบ', 'ให้เป็น');
  await open(officers, '/office');
  await officers.getByRole('heading', { level: 1, name: 'ดูแลระบบ' }).waitFor();
  await open(page, '/office/people');
  await page.getByLabel('แสดง', { exact: true }).selectOption({ label: 'ผู้ดูแลระบบ' });
  await page.waitForURL('**only=administrators');
  await act(page, 'ให้พ้นจากผู้ดูแลระบบ', 'ให้พ้น');
  assert.equal((await officers.request.get('/api/office')).status(), 403);
  await open(page, '/office/events?action=auth.');
  await page.getByRole('listitem').filter({ hasText: 'ให้พ้นจากผู้ดูแลระบบ' }).first().waitFor();
});

test('the language that somebody chose comes with them to the next device', async () => {
  const page = await stage.person(officer, phone);
  await open(page, '/me');
  const kept = page.waitForResponse((response) => response.url().endsWith('/api/me/language'));
  await page.getByRole('button', { name: 'English' }).first().click();
  assert.equal((await kept).status(), 204);
  const next = await stage.guest(desk);
  await knock(next);
  await arrived(next);
  await next.getByRole('heading', { level: 1, name: 'Circles' }).waitFor();
});
