import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, open } from '../support/browser.ts';
import { facilitator, noteTaker } from '../support/people.ts';
import { comeTo, get, planToday, post, Stage } from '../support/story.ts';

const stage = new Stage({ LOMWONG_MAIL_INBOX: 'true', LOMWONG_MAIL_REPLIES: 'answers@office.example.org' });
const address = 'likhit@example.org';

type Kept = { to: string; subject: string; text: string; reply_to: string };

async function newestMail(page: Page, subject: RegExp): Promise<Kept> {
  for (let tries = 0; tries < 150; tries++) {
    const mail = (await get<Kept[]>(page, '/api/mail/inbox')).find((one) => one.to === address && subject.test(one.subject));
    if (mail) return mail;
    await page.waitForTimeout(100);
  }
  throw new Error('no mail came');
}

async function confirmEmail(page: Page): Promise<void> {
  await open(page, '/me');
  const card = page.getByRole('region', { name: 'อีเมล' });
  await card.getByLabel('รหัสผ่านปัจจุบัน').fill(noteTaker.password);
  await card.getByLabel('อีเมล').fill(address);
  await card.getByRole('button', { name: 'ส่งลิงก์ยืนยัน' }).click();
  const link = new URL(/http\S+/.exec((await newestMail(page, /./)).text)![0]).pathname;
  await open(page, link);
  await page.getByRole('button', { name: 'ยืนยันอีเมล' }).click();
  await page.getByText(`ยืนยันอีเมล ${address} แล้ว`).waitFor();
}

const mailFrom = (to: string, words: string) =>
  [`From: <${address}>`, `To: <${to}>`, 'Message-ID: <1@phone>', 'Content-Type: text/plain; charset=utf-8', '', words, ''].join('\r\n');

test('who was answered under a session answers by that mail, and one tap in it ends such mail', async () => {
  const page = await stage.person(noteTaker, desk);
  await confirmEmail(page);
  const session = await planToday(page, 'วงคลอง');
  const { record } = await get<{ record: { id: number } }>(page, '/api' + session);
  const comments = `/api/records/${record.id}/comments`;
  const said = await post<{ comments: { id: number }[] }>(page, comments, { body: 'คลองตื้นมาก' });
  const other = await stage.person(facilitator);
  await post(other, comments, { body: 'เดือนหน้าจะขุด', answer_to: said.comments[0]!.id });

  const mail = await newestMail(page, /ตอบใน “วงคลอง”/);
  assert.match(mail.text, /เดือนหน้าจะขุด/);
  assert.match(mail.reply_to, /^answers\+[0-9a-f]{32}@office\.example\.org$/);
  const answer = mailFrom(mail.reply_to, 'ขอบคุณครับ จะไปช่วย\r\n\r\nOn Sat, 21 Nov 2026, Lomwong wrote:\r\n> เดือนหน้าจะขุด');
  assert.equal(stage.server.run(['mail-in'], answer).trim(), 'shown');
  assert.equal(stage.server.run(['mail-in'], answer).trim(), 'again');
  await open(page, session);
  await comeTo(page.locator('.discussion'), page.getByText('ขอบคุณครับ จะไปช่วย', { exact: true }));

  const guest = await stage.guest();
  await open(guest, new URL(/http\S+\/unfollow\/\S+/.exec(mail.text)![0]).pathname);
  await guest.getByText('หยุดส่งอีเมลเกี่ยวกับ “วงคลอง”').waitFor();
  await guest.getByRole('button', { name: 'หยุดส่งอีเมล' }).click();
  await guest.getByText('หยุดส่งแล้ว').waitFor();
});
