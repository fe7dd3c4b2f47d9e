import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, listenForErrors, open } from '../support/browser.ts';
import { administrator } from '../support/people.ts';
import { choose, get, post, Stage, type Named } from '../support/story.ts';

const stage = new Stage();
const hall = 'ศาลากลางน้ำหลังใหม่';
const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Bangkok' });

async function planned(page: Page, organiser: Named, title: string): Promise<Named> {
  const about = { title: `วงของ${title}`, kind: 'meeting', level: 'network', phase: 'implement', organiser: organiser.id };
  const circle = await post<Named>(page, '/api/circles', { ...about, audience: { visibility: 'public', partners: [], persons: [] } });
  const plan = { title, date: today, starts: '09:00', ends: '12:00', place: hall, agenda: [] };
  return post<Named>(page, `/api${circle.address}/sessions`, plan);
}

test('two units see their year by quarter side by side, and that they want one hall at the same hour', async () => {
  const page = await stage.person(administrator, desk);
  const [one, other] = (await get<{ items: Named[] }>(page, '/api/organisations?limit=20')).items as [Named, Named];
  const first = await planned(page, one, 'เวทีกองทุนสวัสดิการ');
  const second = await planned(page, other, 'เวทีธนาคารน้ำ');

  const guest = await stage.guest(desk);
  const errors = listenForErrors(guest);
  await open(guest, '/circles');
  await guest.getByRole('link', { name: 'ปฏิทินวงทั้งปี' }).first().click();
  await guest.getByRole('heading', { level: 1, name: 'ปฏิทินวงทั้งปี' }).waitFor();
  const clashes = guest.getByRole('region', { name: /^วันที่ชนกัน/ });
  const clash = clashes.getByRole('listitem').filter({ hasText: hall });
  await clash.getByText('สถานที่เดียวกัน').waitFor();
  for (const { address } of [first, second]) assert.equal(await clash.locator(`a[href="${address}"]`).count(), 1);
  for (const { title } of [one, other]) await guest.getByRole('heading', { level: 2, name: title, exact: true }).waitFor();
  const unit = guest.locator('section').filter({ has: guest.getByRole('heading', { level: 2, name: one.title, exact: true }) });
  await unit.getByRole('heading', { level: 3, name: /^ไตรมาส \d/ }).first().waitFor();

  await choose(guest, 'ผู้จัด', one.title);
  await guest.getByRole('heading', { level: 2, name: other.title, exact: true }).waitFor({ state: 'detached' });
  assert.equal(await guest.getByRole('heading', { level: 2, name: one.title, exact: true }).count(), 1);
  assert.match(guest.url(), /organisation=/, 'a narrowed year can be sent on');

  await page.request.post(`/api${second.address}/cancel`, { data: { reason: 'รวมเป็นวงเดียว' } });
  await open(guest, '/circles/calendar');
  assert.equal(await clashes.getByRole('listitem').filter({ hasText: hall }).count(), 0, 'what is called off stands in nobody’s way');
  assert.deepEqual(errors, []);
});
