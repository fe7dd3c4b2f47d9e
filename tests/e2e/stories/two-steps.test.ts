import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { codeOf, inThai } from '../support/authenticator.ts';
import { desk, open, phone } from '../support/browser.ts';
import { administrator, facilitator, officer } from '../support/people.ts';
import { get, Stage } from '../support/story.ts';

const stage = new Stage();
let secret: string;
let recovery: string[];
/** Codes of this half minute and of those before it are used up. */
let used = 0;

/** A code that was not used yet: waits for the next half minute where it must. */
async function freshCode(): Promise<string> {
  const now = () => Math.floor(Date.now() / 30_000);
  while (now() + 1 <= used) await new Promise((done) => setTimeout(done, 500));
  used = Math.max(now(), used + 1);
  return codeOf(secret, used - now());
}

async function givePassword(page: Page): Promise<void> {
  await open(page, '/sign-in?next=/circles');
  await page.getByLabel('ชื่อผู้ใช้หรืออีเมล').fill(officer.login);
  await page.getByLabel('รหัสผ่าน', { exact: true }).fill(officer.password);
  await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click();
}

/** The address of the door ends in the same word: only the path tells. */
const arrived = (page: Page) => page.waitForURL(({ pathname }) => pathname === '/circles');
const enter = (page: Page) => page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click();

test('an officer turns it on: the password, the picture for the app, a first code, and ten codes for the drawer', async () => {
  const page = await stage.person(officer, phone);
  await open(page, '/me');
  await page.getByRole('region', { name: 'ยืนยันสองขั้น' }).getByRole('link', { name: 'เปิดยืนยันสองขั้น' }).click();
  const proof = page.getByRole('region', { name: 'ยืนยันว่าเป็นคุณ' }); // the page one comes from asks for the same password elsewhere
  await proof.getByLabel('รหัสผ่านปัจจุบัน', { exact: true }).fill(officer.password);
  await proof.getByRole('button', { name: 'ต่อไป' }).click();
  const picture = page.getByRole('region', { name: 'เพิ่มล้อมวงในแอปยืนยันตัวตน' });
  await picture.getByRole('img').waitFor();
  const address = new URL((await picture.getByRole('link').getAttribute('href'))!);
  secret = address.searchParams.get('secret')!;
  assert.equal(address.protocol, 'otpauth:');

  await page.getByLabel('รหัส 6 หลัก').fill('000000');
  await page.getByRole('button', { name: 'เปิดยืนยันสองขั้น' }).click();
  await page.getByRole('main').getByText('รหัสไม่ถูกต้อง').waitFor();
  await page.getByLabel('รหัส 6 หลัก').fill(await freshCode());
  await page.getByRole('button', { name: 'เปิดยืนยันสองขั้น' }).click();
  const codes = page.getByRole('region', { name: 'รหัสสำรอง 10 รหัส' }).getByRole('listitem');
  await codes.first().waitFor();
  recovery = await codes.allTextContents();
  assert.equal(recovery.length, 10);
  await page.getByRole('link', { name: 'เก็บไว้แล้ว' }).click();
  await page.getByText('เหลือรหัสสำรอง 10 รหัส').waitFor();
});

test('the password alone no longer opens; a code in Thai digits does, on a keypad of digits, and leads where one wanted to go', async () => {
  const page = await stage.guest(phone);
  await givePassword(page);
  const field = page.getByLabel('รหัส 6 หลัก');
  await field.waitFor();
  assert.equal(await get(page, '/api/me'), null);
  assert.equal(await field.getAttribute('inputmode'), 'numeric');
  assert.equal(await field.getAttribute('autocomplete'), 'one-time-code');
  assert.ok(await field.evaluate((element) => element === document.activeElement));
  const code = await freshCode();
  await field.fill(inThai(code));
  await enter(page);
  await arrived(page);

  const shoulder = await stage.guest(desk);
  await givePassword(shoulder);
  await shoulder.getByLabel('รหัส 6 หลัก').fill(code);
  await enter(shoulder);
  await shoulder.getByRole('main').getByText('รหัสนี้ใช้ไปแล้ว').waitFor();
});

test('on the day the phone is lost a recovery code opens, once', async () => {
  const page = await stage.guest(phone);
  await givePassword(page);
  await page.getByRole('button', { name: 'โทรศัพท์ไม่อยู่ ใช้รหัสสำรอง' }).click();
  await page.getByLabel('รหัสสำรอง').fill(recovery[0]!.toLowerCase());
  await enter(page);
  await arrived(page);
  await open(page, '/me');
  await page.getByText('เหลือรหัสสำรอง 9 รหัส').waitFor();

  const again = await stage.guest(phone);
  await givePassword(again);
  await again.getByRole('button', { name: 'โทรศัพท์ไม่อยู่ ใช้รหัสสำรอง' }).click();
  await again.getByLabel('รหัสสำรอง').fill(recovery[0]!);
  await enter(again);
  await again.getByRole('main').getByText('รหัสไม่ถูกต้อง').waitFor();
});

test('when the codes are lost as well an administrator takes it off, and the password is enough again', async () => {
  const helper = await stage.person(administrator, desk);
  const { items } = await get<{ items: { title: string; address: string }[] }>(
    helper,
    '/api/people?text=' + encodeURIComponent(officer.name),
  );
  await open(helper, items[0]!.address);
  const account = helper.getByRole('region', { name: 'บัญชีผู้ใช้' });
  await account.getByRole('button', { name: 'ยกเลิกยืนยันสองขั้นของคนนี้' }).click();
  await helper.getByRole('dialog').getByRole('button', { name: 'ยกเลิกยืนยันสองขั้น' }).click();
  await account.getByText('ยังไม่เปิดยืนยันสองขั้น').waitFor();

  const page = await stage.guest(phone);
  await givePassword(page);
  await arrived(page);
});

test('the rule that administrators use two steps is made by one who does', async () => {
  const page = await stage.person(facilitator, desk);
  await open(page, '/me');
  const rule = page.getByRole('region', { name: 'กติกาการเข้าสู่ระบบ' });
  await rule.getByRole('checkbox').click();
  await rule.getByText('เปิดยืนยันสองขั้นของคุณเองก่อน').waitFor();
  assert.equal(await rule.getByRole('checkbox').isChecked(), false);
});
