import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, open } from '../support/browser.ts';
import { facilitator, noteTaker } from '../support/people.ts';
import { planToday, Stage } from '../support/story.ts';

const stage = new Stage();

test('two people write the summary of one session: the second sees both and keeps both', async () => {
  const first = await stage.person(facilitator, desk);
  const second = await stage.person(noteTaker, desk);
  const address = await planToday(first, 'วงสองคนจด');
  await open(first, address + '/record');
  await open(second, address + '/record');

  await first.getByLabel('สรุปสั้น ๆ').fill('เด็กเริ่มก่อน');
  await first.getByText('บันทึกครบแล้ว').waitFor({ timeout: 10_000 });
  await second.getByLabel('สรุปสั้น ๆ').fill('ครูเป็นคนชวน');
  const dialog = second.getByRole('dialog', { name: 'มีคนแก้ไขเรื่องนี้ระหว่างที่ท่านพิมพ์' });
  await dialog.getByRole('button', { name: 'บันทึกตามนี้' }).click({ timeout: 10_000 });
  await second.getByText('บันทึกครบแล้ว').waitFor({ timeout: 10_000 });

  const session = (await (await first.request.get('/api' + address)).json()) as { record: { summary: string } };
  assert.match(session.record.summary, /เด็กเริ่มก่อน/);
  assert.match(session.record.summary, /ครูเป็นคนชวน/);
});
