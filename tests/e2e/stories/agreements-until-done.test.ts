import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, open, phone } from '../support/browser.ts';
import { officer, section } from '../support/people.ts';
import { organisationCalled, post, Stage, type Named } from '../support/story.ts';

const stage = new Stage();

const past = (days: number) => new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Bangkok' });

test('what a circle agreed on is followed until it is done; a day that has passed is told kindly, and to those it concerns alone', async () => {
  const page = await stage.person(officer, phone);
  const organiser = (await organisationCalled(page, section)).id;
  const audience = { visibility: 'public', partners: [], persons: [] };
  const form = { title: 'วงซ่อมท่อหน้าวัด', kind: 'meeting', level: 'community', phase: 'implement', organiser, audience };
  const circle = await post<Named>(page, '/api/circles', form);
  const session = await post<Named>(page, `/api${circle.address}/sessions`, { title: 'วงซ่อมท่อ', date: past(20), agenda: [] });
  await post(page, `/api${session.address}/hold`, {});
  await post(page, `/api${session.address}/agreements`, { body: 'นัดช่างดูท่อหน้าวัด', owner: 'ป้าสมมุติ', due_on: past(6) });
  await post(page, `/api${session.address}/agreements`, { body: 'คุยกับโรงเรียนเรื่องรั้ว' });

  const guest = await stage.guest(desk);
  await open(guest, circle.address);
  await guest.getByRole('link', { name: 'ข้อตกลงที่เดินอยู่' }).click();
  const outside = guest.getByRole('listitem').filter({ hasText: 'นัดช่างดูท่อหน้าวัด' });
  await outside.waitFor();
  assert.equal(await outside.getByText('เลยวันที่ตั้งใจไว้').count(), 0, 'never a public red list');
  assert.equal(await guest.getByRole('button', { name: 'บอกว่าเป็นอย่างไร' }).count(), 0);
  await guest.getByRole('listitem').filter({ hasText: 'คุยกับโรงเรียนเรื่องรั้ว' }).getByText('ยังไม่ได้กำหนดวัน').waitFor();
  await open(guest, session.address);
  await guest.getByText('นัดช่างดูท่อหน้าวัด').first().waitFor();
  assert.equal(await guest.getByText('เลยวันที่ตั้งใจไว้').count(), 0);

  await open(page, `${circle.address}/agreements`);
  const mine = page.getByRole('listitem').filter({ hasText: 'นัดช่างดูท่อหน้าวัด' });
  await mine.getByText('เลยวันที่ตั้งใจไว้ 6 วัน').waitFor();
  await mine.getByRole('button', { name: /^บอกว่าเป็นอย่างไร/ }).click();
  await mine.getByLabel('ตอนนี้').selectOption({ label: 'เสร็จสิ้น' });
  await mine.getByLabel('เล่าสั้น ๆ').fill('ช่างมาแล้ว เปลี่ยนท่อสองเส้น');
  await mine.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await page.getByRole('heading', { name: /^จบแล้ว/ }).waitFor();
  await page.getByText('ช่างมาแล้ว เปลี่ยนท่อสองเส้น').waitFor();
  await page.getByText(/^เสร็จเมื่อ/).first().waitFor();
});
