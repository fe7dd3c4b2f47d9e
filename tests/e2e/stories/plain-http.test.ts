// An office without a certificate: to a page over plain http the browser gives neither clipboard nor service worker nor randomUUID.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, open, plainHost } from '../support/browser.ts';
import { facilitator } from '../support/people.ts';
import { Stage } from '../support/story.ts';

const stage = new Stage();

test('over plain http one signs in, invites and copies the link; where nothing can be copied, the page says so', async () => {
  const page = await stage.guest(desk);
  const here = new URL(stage.server.url);
  here.hostname = plainHost;
  await open(page, new URL('/sign-in?next=/people/new', here).href);
  assert.equal(await page.evaluate(() => window.isSecureContext), false);
  await page.getByLabel('ชื่อผู้ใช้หรืออีเมล').fill(facilitator.login);
  await page.getByLabel('รหัสผ่าน', { exact: true }).fill(facilitator.password);
  await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click();
  await page.getByLabel('ชื่อ-สกุล').fill('เพียร มาไกล');
  await page.getByRole('button', { name: 'สร้างลิงก์คำเชิญ' }).click();

  const card = page.getByRole('region', { name: 'ลิงก์คำเชิญ' });
  const link = await card.getByText('/welcome?invitation=').textContent();
  await card.getByRole('button', { name: 'คัดลอกลิงก์' }).click();
  await page.getByText('คัดลอกลิงก์แล้ว').waitFor();
  const field = page.getByRole('combobox', { name: 'องค์กร' });
  await field.press('Control+v');
  assert.equal(await field.inputValue(), link);

  await page.evaluate(() => (document.execCommand = () => false));
  await card.getByRole('button', { name: 'คัดลอกลิงก์' }).click();
  await page.getByText('เบราว์เซอร์นี้คัดลอกให้ไม่ได้').waitFor();
});

test('a page is shared from within its sheet over plain http', async () => {
  const page = await stage.guest(desk);
  const here = new URL(stage.server.url);
  here.hostname = plainHost;
  await open(page, new URL('/circles/1', here).href);
  await page.getByRole('button', { name: 'ส่งต่อ' }).first().click();
  await page.getByRole('button', { name: 'คัดลอกลิงก์' }).click();
  await page.getByText('คัดลอกลิงก์แล้ว').waitFor();
});
