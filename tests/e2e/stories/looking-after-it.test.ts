import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, open, phone } from '../support/browser.ts';
import { facilitator, officer } from '../support/people.ts';
import { Stage } from '../support/story.ts';

const stage = new Stage();

test('whoever opens a page for people who are signed in signs in and is there', async () => {
  const page = await stage.guest(phone);
  await open(page, '/office');
  await page.getByLabel('ชื่อผู้ใช้หรืออีเมล').fill(facilitator.login);
  await page.getByLabel('รหัสผ่าน', { exact: true }).fill(facilitator.password);
  await page.getByRole('button', { name: 'เข้าสู่ระบบ' }).click();
  await page.getByRole('heading', { level: 1, name: 'ดูแลระบบ' }).waitFor();
});

test('an administrator sees what is not well and what to do, makes a back-up and tries it', async () => {
  const page = await stage.person(facilitator, desk);
  await open(page, '/');
  await page.getByRole('link', { name: 'ดูแลระบบ' }).click();
  const health = page.getByRole('region', { name: 'สุขภาพของระบบ' });
  await health.getByText('ยังไม่ได้ตั้งให้สำรองทุกคืน').waitFor();
  await health.getByText('ตั้ง backup_folder').waitFor();
  const backups = page.getByRole('region', { name: 'ข้อมูลสำรองและการซ้อม' });
  await backups.getByRole('button', { name: 'สำรองเดี๋ยวนี้' }).click();
  await backups.getByText('สำเร็จ').waitFor();
  await backups.getByRole('button', { name: 'ซ้อมกู้คืน' }).click();
  await backups.getByRole('listitem').filter({ hasText: 'ซ้อมกู้คืน' }).getByText('สำเร็จ').waitFor();
});

test('the journal tells in words who did what, and is narrowed to what is asked', async () => {
  const page = await stage.person(facilitator, phone);
  await open(page, '/office/events');
  const lines = page.getByRole('main').getByRole('listitem');
  await lines.first().waitFor();
  await page.getByLabel('เรื่อง', { exact: true }).selectOption({ label: 'วงและนัด' });
  await page.waitForURL('**/office/events?action=circles.');
  await lines.filter({ hasText: 'บันทึกว่าจัดแล้ว' }).first().waitFor();
  const before = await lines.count();
  await page.getByRole('button', { name: 'ดูเพิ่ม' }).click();
  await lines.nth(before).waitFor();
  assert.equal(await lines.filter({ hasText: 'เผยแพร่' }).count(), 0);
});

test('who looks after nothing is told that this is for others', async () => {
  const page = await stage.person(officer, phone);
  await open(page, '/office');
  await page.getByText('ไม่มีสิทธิ์', { exact: false }).waitFor();
});
