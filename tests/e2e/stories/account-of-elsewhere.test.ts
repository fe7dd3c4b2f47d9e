import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, open, phone } from '../support/browser.ts';
import { officer } from '../support/people.ts';
import { IdentityProvider } from '../support/provider.ts';
import { get, Stage } from '../support/story.ts';

const stage = new Stage();
let provider: IdentityProvider;

test('the office writes down whom it trusts, and starts the server again', async () => {
  provider = await IdentityProvider.start();
  await stage.server.down();
  writeFileSync(join(stage.server.data, 'central.key'), provider.clientSecret + '\n');
  const settings = {
    name: 'บัญชีกลาง',
    name_en: 'Central account',
    issuer: provider.issuer,
    client_id: provider.clientId,
    client_secret_file: 'central.key',
  };
  const lines = Object.entries(settings).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
  writeFileSync(join(stage.server.data, 'lomwong.toml'), ['[sign_on.central]', ...lines, ''].join('\n'));
  await stage.server.serve();
});
after(() => provider?.stop().catch(() => {}));

const knock = async (page: Page) => {
  await open(page, '/sign-in?next=/circles');
  await page.getByRole('button', { name: 'เข้าสู่ระบบด้วย บัญชีกลาง' }).click();
};
const agree = (page: Page) => page.getByRole('link', { name: 'Agree' }).click();

test('whom nobody here has linked is told how to, and gets in nowhere', async () => {
  const page = await stage.guest(phone);
  await knock(page);
  await agree(page);
  await page.getByRole('alert').getByText('บัญชีนี้ยังไม่ได้เชื่อมกับใครที่นี่').waitFor();
  assert.equal(await get(page, '/api/me'), null);
  assert.equal(new URL(page.url()).search, '', 'what was brought does not stay in the address');
});

test('an officer links it on her own page, after her password', async () => {
  const page = await stage.person(officer, phone);
  await open(page, '/me');
  await page.getByRole('button', { name: 'เชื่อมกับ บัญชีกลาง' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('รหัสผ่านปัจจุบัน', { exact: true }).fill('ไม่ใช่รหัสนี้แน่นอน');
  await dialog.getByRole('button', { name: 'ต่อไป' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('รหัสผ่านปัจจุบัน', { exact: true }).fill(officer.password);
  await dialog.getByRole('button', { name: 'ต่อไป' }).click();
  await agree(page);
  const card = page.getByRole('region', { name: 'บัญชีอื่นที่เชื่อมไว้' });
  await card.getByText('Kotchakorn T.').waitFor();
});

test('from then on it opens the door, and leads where she wanted to go', async () => {
  const page = await stage.guest(desk);
  await knock(page);
  await agree(page);
  await page.waitForURL(({ pathname }) => pathname === '/circles');
  assert.equal((await get<{ login: string }>(page, '/api/me')).login, officer.login);
});

test('who refuses over there, a provider that lies and one that is gone are each told in words', async () => {
  const page = await stage.guest(phone);
  await knock(page);
  await page.getByRole('link', { name: 'Refuse' }).click();
  await page.getByRole('alert').getByText('ไม่ยืนยันการเข้าสู่ระบบครั้งนี้').waitFor();

  provider.lies = { aud: 'another office' };
  await page.getByRole('link', { name: 'เริ่มใหม่' }).click();
  await page.getByRole('button', { name: 'เข้าสู่ระบบด้วย บัญชีกลาง' }).click();
  await agree(page);
  await page.getByRole('alert').getByText('ไม่ได้ออกให้ระบบนี้').waitFor();
  provider.lies = {};

  await stage.server.down();
  await stage.server.serve();
  await provider.stop();
  await knock(page);
  await page.getByRole('alert').getByText('ผู้ให้บริการบัญชีไม่ตอบ').waitFor();
  assert.equal(await get(page, '/api/me'), null);
});

test('she takes it off again, and every other device has to sign in anew', async () => {
  const page = await stage.person(officer, desk);
  const elsewhere = await stage.person(officer, phone);
  await open(page, '/me');
  await page.getByRole('button', { name: 'ยกเลิกการเชื่อม บัญชีกลาง' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'ยกเลิกการเชื่อม' }).click();
  await page.getByRole('button', { name: 'เชื่อมกับ บัญชีกลาง' }).waitFor();
  assert.equal(await get(elsewhere, '/api/me'), null);
});
