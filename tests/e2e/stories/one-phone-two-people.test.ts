import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, signIn } from '../support/browser.ts';
import { facilitator, noteTaker } from '../support/people.ts';
import { planToday, Stage } from '../support/story.ts';

const stage = new Stage();

test('on a shared phone nobody finds what somebody else has half typed, and its writer finds it again', async () => {
  const page = await stage.person(facilitator);
  const title = page.getByRole('textbox', { name: 'ชื่อเรื่อง' });
  await open(page, '/knowledge/new');
  await title.fill('ยังไม่อยากให้ใครอ่าน');
  await page.getByText('เก็บร่างในเครื่องนี้แล้ว').first().waitFor();

  await signIn(page.context(), noteTaker);
  await open(page, '/knowledge/new');
  assert.equal(await title.inputValue(), '');

  await signIn(page.context(), facilitator);
  await open(page, '/knowledge/new');
  await page.getByText('กู้ร่างที่พิมพ์ไว้').waitFor();
  assert.equal(await title.inputValue(), 'ยังไม่อยากให้ใครอ่าน');
});

test('what one person recorded without a signal is never sent in the name of the next', async () => {
  const page = await stage.person(facilitator);
  const address = await planToday(page, 'วงที่สัญญาณหาย');
  await open(page, address + '/record');
  await page.context().setOffline(true);
  await page.getByLabel('พูดว่าอะไร').fill('คำนี้จดโดยกระบวนกร');
  await page.getByRole('button', { name: 'บันทึกคำนี้' }).click();
  const waits = page.getByRole('button', { name: 'รอส่ง 1 รายการ' });
  await waits.waitFor();

  // The next person signs in before the signal is back.
  await page.context().route('**/points', (route) => route.abort());
  await page.context().setOffline(false);
  await signIn(page.context(), noteTaker);
  await page.context().unroute('**/points');
  await open(page, address);
  assert.equal(await waits.count(), 0);
  const said = async () =>
    (
      (await (await page.request.get('/api' + address)).json()) as {
        points: unknown[];
      }
    ).points.length;
  assert.equal(await said(), 0);

  await signIn(page.context(), facilitator);
  const sent = page.waitForResponse((response) => response.url().endsWith('/points') && response.ok());
  await open(page, address + '/record');
  await sent;
  assert.equal(await said(), 1);
});
