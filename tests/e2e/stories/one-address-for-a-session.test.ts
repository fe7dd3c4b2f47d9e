import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listenForErrors, open } from '../support/browser.ts';
import { facilitator, noteTaker } from '../support/people.ts';
import { comeTo, planToday, Stage } from '../support/story.ts';

const stage = new Stage();

test('one address is the appointment, the place to talk, and afterwards what came of it', async () => {
  const page = await stage.person(facilitator);
  const address = await planToday(page, 'ร่วมกันส่งมอบคลองให้ลูกหลาน');

  const neighbour = await stage.person(noteTaker);
  const errors = listenForErrors(neighbour);
  await open(neighbour, address);
  const coming = neighbour.getByRole('group', { name: 'มาร่วมวงไหม' });
  await coming.getByRole('button', { name: /^ไป\s*\d/ }).click();
  await coming.locator('[aria-pressed=true]', { hasText: '1' }).waitFor();
  const words = neighbour.getByRole('textbox', { name: 'ความคิดเห็นของท่าน' });
  await comeTo(neighbour.locator('.discussion'), words);
  await words.fill('จะเอารูปคลองสมัยก่อนไปด้วย');
  await neighbour.getByRole('button', { name: 'ส่งความคิดเห็น' }).click();
  await neighbour.getByText('จะเอารูปคลองสมัยก่อนไปด้วย').first().waitFor();

  await open(page, address + '/record');
  await page.getByRole('link', { name: 'กระบวนการและผล' }).click();
  await page.getByLabel('สรุปสั้น ๆ').fill('ได้วันขุดลอก และคนดูแลคลองทุกซอย');
  await page.getByText('บันทึกครบแล้ว').waitFor({ timeout: 15_000 });
  await page.getByRole('button', { name: 'จัดแล้ว บันทึกครั้งนี้' }).click();
  await page.waitForURL('**' + address);

  const guest = await stage.guest();
  await open(guest, address);
  await guest.getByText('ได้วันขุดลอก และคนดูแลคลองทุกซอย').first().waitFor();
  await comeTo(guest.locator('.discussion'), guest.getByText('จะเอารูปคลองสมัยก่อนไปด้วย'));
  assert.equal(await guest.getByRole('group', { name: 'มาร่วมวงไหม' }).count(), 0, 'what is over asks nobody to come');
  assert.deepEqual(errors, []);
});
