import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from '../support/browser.ts';
import { facilitator } from '../support/people.ts';
import { planToday, Stage } from '../support/story.ts';

const stage = new Stage();

test('a session that expired while somebody typed: they sign in over the page and nothing is lost', async () => {
  const page = await stage.person(facilitator);
  const address = await planToday(page, 'วงยาวสองชั่วโมง');
  await open(page, address + '/record');
  await page.getByLabel('พูดว่าอะไร').fill('สองชั่วโมงแล้วยังคุยกันไม่จบ');
  await page.context().clearCookies({ name: 'lomwong_session' });
  await page.getByRole('button', { name: 'บันทึกคำนี้' }).click();

  const dialog = page.getByRole('dialog', { name: 'เข้าสู่ระบบเพื่อทำต่อ' });
  await dialog.getByLabel('ชื่อผู้ใช้หรืออีเมล').fill(facilitator.login);
  await dialog.getByLabel('รหัสผ่าน', { exact: true }).fill(facilitator.password);
  await dialog.getByRole('button', { name: 'เข้าสู่ระบบ' }).click();

  await page.getByRole('article').getByText('สองชั่วโมงแล้วยังคุยกันไม่จบ').waitFor();
  assert.equal(await page.getByLabel('พูดว่าอะไร').inputValue(), '');
});
