import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { desk, open, phone } from '../support/browser.ts';
import { facilitator, noteTaker } from '../support/people.ts';
import { comeTo, get, type Named, planToday, post, Stage } from '../support/story.ts';

const stage = new Stage();

test('two people write the summary of one session: the second sees both and keeps both', async () => {
  const first = await stage.person(facilitator, desk);
  const second = await stage.person(noteTaker, desk);
  const address = await planToday(first, 'วงสองคนจด');
  await open(first, address + '/record');
  await open(second, address + '/record');
  for (const page of [first, second]) await comeTo(page.locator('#notes'), page.getByLabel('สรุปสั้น ๆ'));

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

test('two people put one agreement in other words: the second sees both, and whose it is is kept', async () => {
  const first = await stage.person(facilitator, desk);
  const second = await stage.person(noteTaker, phone);
  const address = await planToday(first, 'วงข้อตกลงเดียว');
  const { id } = await post<{ id: number }>(first, `/api${address}/agreements`, { body: 'ตัดหญ้าหน้าวัด', owner: 'ลุงสมมุติ' });
  const parts = [first, second].map((page) => page.getByRole('region', { name: 'ข้อตกลง', exact: true }).getByRole('listitem'));
  for (const [i, page] of [first, second].entries()) {
    await open(page, address + '/record');
    await comeTo(page.locator('#agreed'), parts[i]!);
    await parts[i]!.getByRole('button', { name: 'แก้ไข' }).click();
  }
  const [mine, theirs] = parts as [Locator, Locator];

  await mine.getByLabel('ตกลงจะทำอะไร').fill('ตัดหญ้าหน้าวัดก่อนวันพระ');
  await mine.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await mine.getByText('ตัดหญ้าหน้าวัดก่อนวันพระ').waitFor();
  await theirs.getByLabel('ตกลงจะทำอะไร').fill('ตัดหญ้าหน้าวัดและข้างโรงเรียน');
  await theirs.getByRole('button', { name: 'บันทึก', exact: true }).click();
  const dialog = second.getByRole('dialog', { name: 'มีคนแก้ไขเรื่องนี้ระหว่างที่ท่านพิมพ์' });
  await dialog.getByRole('group', { name: 'ตกลงจะทำอะไร' }).waitFor();
  await dialog.getByRole('button', { name: 'บันทึกตามนี้' }).click();
  await theirs.getByRole('button', { name: 'แก้ไข' }).waitFor();

  const { agreements } = await get<{ agreements: { id: number; body: string; owner: string; state: string }[] }>(first, '/api' + address);
  assert.deepEqual(agreements.map(({ id, owner }) => [id, owner]), [[id, 'ลุงสมมุติ']]);
  assert.match(agreements[0]!.body, /ก่อนวันพระ/);
  assert.match(agreements[0]!.body, /ข้างโรงเรียน/);
});

test('two officers change one organisation: the second is asked only about what differs, and neither number is lost', async () => {
  const first = await stage.person(facilitator, desk);
  const second = await stage.person(noteTaker, desk);
  const { address } = (await get<{ items: Named[] }>(first, '/api/organisations?limit=1')).items[0]!;
  await open(first, address + '/edit');
  await open(second, address + '/edit');

  await first.getByLabel('โทรศัพท์').fill('055 000 111');
  await first.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await first.waitForURL('**' + address);
  await second.getByLabel('โทรศัพท์').fill('055 000 222');
  await second.getByRole('button', { name: 'บันทึก', exact: true }).click();
  const dialog = second.getByRole('dialog', { name: 'มีคนแก้ไขเรื่องนี้ระหว่างที่ท่านพิมพ์' });
  await dialog.getByRole('group', { name: 'โทรศัพท์' }).waitFor();
  assert.equal(await dialog.getByRole('group').count(), 1);
  await dialog.getByRole('button', { name: 'บันทึกตามนี้' }).click();
  await second.waitForURL('**' + address);

  const { organisation } = await get<{ organisation: { phone: string } }>(second, '/api' + address);
  assert.equal(organisation.phone, '055 000 111 / 055 000 222');
});
