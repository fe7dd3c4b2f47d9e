import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, open, phone } from '../support/browser.ts';
import { administrator, officer, section } from '../support/people.ts';
import { comeTo, get, organisationCalled, post, Stage, type Named } from '../support/story.ts';

const stage = new Stage({ LOMWONG_MAIL_INBOX: 'true' });
const guestAddress = 'pa.sommut@example.org';

type Kept = { to: string; subject: string; text: string };

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Bangkok' });

async function planned(page: Page, title: string, days: number): Promise<Named> {
  const organiser = (await organisationCalled(page, section)).id;
  const audience = { visibility: 'public', partners: [], persons: [] };
  const form = { title: 'วงท่อหน้าวัด', kind: 'meeting', level: 'community', phase: 'implement', organiser, audience };
  const circle = await post<Named>(page, '/api/circles', form);
  return post<Named>(page, `/api${circle.address}/sessions`, { title, date: inDays(days), place: 'ศาลาวัด', agenda: [] });
}

async function invitation(page: Page): Promise<Kept> {
  for (let tries = 0; tries < 150; tries++) {
    const mail = (await get<Kept[]>(page, '/api/mail/inbox')).find(({ to }) => to === guestAddress);
    if (mail) return mail;
    await page.waitForTimeout(100);
  }
  throw new Error('no mail came');
}

test('who has no account is invited by mail and answers by one tap', async () => {
  const page = await stage.person(officer, phone);
  const session = await planned(page, 'นัดดูท่อ', 3);
  await open(page, session.address);
  const card = page.getByRole('region', { name: 'เชิญทางอีเมล' });
  await comeTo(page.locator('main'), card);
  await card.getByRole('combobox', { name: 'ชื่อหรืออีเมล' }).fill(guestAddress);
  await page.getByRole('option', { name: new RegExp(guestAddress) }).first().click();
  await card.getByRole('button', { name: 'ส่งคำเชิญ 1 คน' }).click();
  await card.getByText('ส่งคำเชิญให้แล้ว').waitFor();
  await card.getByText('เชิญแล้ว 1 คน · ไป 0 · ไปไม่ได้ 0 · ยังไม่ตอบ 1').waitFor();

  const runs = await stage.person(administrator, desk);
  const mail = await invitation(runs);
  assert.match(mail.text, /ศาลาวัด/);
  const yes = new URL(/http\S+\/i\/\S+answer=yes/.exec(mail.text)![0]);
  const guest = await stage.guest(phone);
  await open(guest, yes.pathname + yes.search);
  await guest.getByText(/^รับทราบแล้ว/).waitFor();
  await guest.getByRole('button', { name: 'ไปไม่ได้' }).click();
  await guest.getByText(/^รับทราบแล้ว/).waitFor();
  await guest.getByRole('button', { name: 'ไป', exact: true }).click();
  await guest.getByText(/^รับทราบแล้ว/).waitFor();
  const calendar = await guest.request.get(yes.pathname + '.ics');
  assert.match(await calendar.text(), /BEGIN:VEVENT/);

  await open(page, session.address);
  await comeTo(page.locator('main'), card);
  await card.getByText('เชิญแล้ว 1 คน · ไป 1 · ไปไม่ได้ 0 · ยังไม่ตอบ 0').waitFor();
});

test('a point that became an agreement says so and leads to it', async () => {
  const page = await stage.person(officer, desk);
  const session = await planned(page, 'คุยเรื่องท่อ', 0);
  const point = await post<{ id: number }>(page, `/api${session.address}/points`, { kind: 'point', body: 'ท่อหน้าวัดตันมานาน' });
  await post(page, `/api${session.address}/hold`, {});
  await post(page, `/api${session.address}/agreements`, { body: 'นัดช่างดูท่อ', owner: 'ลุงสมมุติ', point_id: point.id });
  const guest = await stage.guest(phone);
  await open(guest, session.address);
  const link = guest.getByRole('link', { name: 'เป็นข้อตกลงแล้ว' });
  await link.waitFor();
  await link.click();
  await guest.getByRole('link', { name: 'มาจากคำที่พูดกัน' }).waitFor();
});
