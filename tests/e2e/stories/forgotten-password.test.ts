import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, open, phone } from '../support/browser.ts';
import { facilitator, noteTaker } from '../support/people.ts';
import { get, Stage } from '../support/story.ts';

type Kept = { to: string; subject: string; text: string };

const stage = new Stage({ LOMWONG_MAIL_INBOX: 'true' });
const address = 'likhit@example.org';
const chosen = 'จำได้แน่ๆ คราวนี้';

/** What an administrator of a server that is tried out reads: the newest mail to an address, once there are so many. */
async function mailTo(to: string, count: number): Promise<Kept> {
  const page = await stage.person(facilitator);
  for (let tries = 0; tries < 100; tries++) {
    const mails = (await get<Kept[]>(page, '/api/mail/inbox')).filter((mail) => mail.to === to);
    if (mails.length >= count) return mails[0]!;
    await page.waitForTimeout(100);
  }
  throw new Error(`no mail came to ${to}`);
}

const linkIn = (mail: Kept) => new URL(/http\S+/.exec(mail.text)![0]).pathname;

async function askForLink(name: string): Promise<string> {
  const page = await stage.guest(phone);
  await open(page, '/sign-in');
  await page.getByRole('link', { name: 'ลืมรหัสผ่าน' }).click();
  await page.waitForURL(({ pathname }) => pathname === '/reset');
  await page.getByLabel('ชื่อผู้ใช้หรืออีเมล').fill(name);
  await page.getByRole('button', { name: 'ส่งลิงก์ตั้งรหัสผ่านใหม่' }).click();
  return (await page.locator('main [role=status]').filter({ hasText: 'ถ้ามีบัญชีชื่อนี้' }).textContent())!;
}

test('somebody gives their e-mail, and it is theirs once they followed the link that came', async () => {
  const page = await stage.person(noteTaker, phone);
  await open(page, '/me');
  const card = page.getByRole('region', { name: 'อีเมล' });
  await card.getByLabel('อีเมล').fill('ลิขิต@example.org');
  await card.getByLabel('รหัสผ่านปัจจุบัน').fill(noteTaker.password);
  await card.getByLabel('อีเมล').evaluate((field) => field.setAttribute('type', 'text')); // some browsers would not even send it
  await card.getByRole('button', { name: 'ส่งลิงก์ยืนยัน' }).click();
  await card.getByText('ต้องเป็นอักษรอังกฤษทั้งหมด').first().waitFor();
  await card.getByLabel('อีเมล').fill(address);
  await card.getByRole('button', { name: 'ส่งลิงก์ยืนยัน' }).click();
  await card.getByText(`ส่งลิงก์ยืนยันไปที่ ${address} แล้ว`).waitFor();

  const mail = await mailTo(address, 1);
  assert.match(mail.subject, /ยืนยันอีเมล/);
  await open(page, linkIn(mail));
  await page.getByRole('button', { name: 'ยืนยันอีเมล' }).click();
  await page.getByText(`ยืนยันอีเมล ${address} แล้ว`).waitFor();
  await open(page, '/me');
  await page.getByRole('region', { name: 'อีเมล' }).getByText('ยืนยันแล้ว', { exact: true }).waitFor();
});

test('the password is forgotten: a link comes, a new one is set, and every device signs in anew', async () => {
  const before = await stage.person(noteTaker, desk);
  const told = await askForLink(noteTaker.login);
  const mail = await mailTo(address, 2);
  const year = new Date().toLocaleDateString('th-TH', { timeZone: 'Asia/Bangkok', year: 'numeric' }).replace(/\D/g, '');
  assert.ok(mail.text.includes(` ${year} `), mail.text);
  const page = await stage.guest(phone);
  await open(page, linkIn(mail));
  await page.getByLabel('รหัสผ่านใหม่').fill('สั้นไป');
  await page.getByRole('button', { name: 'เปลี่ยนรหัสผ่าน' }).click();
  await page.getByText(/สั้นเกินไป|อย่างน้อย 10/).first().waitFor();
  await page.getByLabel('รหัสผ่านใหม่').fill(chosen);
  await page.getByRole('button', { name: 'เปลี่ยนรหัสผ่าน' }).click();
  await page.getByText('ตั้งรหัสผ่านใหม่แล้ว').waitFor();
  await page.locator('main').getByRole('link', { name: 'เข้าสู่ระบบ' }).click();
  await page.waitForURL(({ pathname }) => pathname === '/sign-in');
  await page.getByLabel('ชื่อผู้ใช้หรืออีเมล').fill(address);
  await page.getByLabel('รหัสผ่าน', { exact: true }).fill(chosen);
  await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click();
  await page.waitForURL(({ pathname }) => pathname === '/');

  await open(before, '/');
  await before.getByRole('link', { name: 'เข้าสู่ระบบ' }).waitFor();
  await open(page, linkIn(mail));
  await page.getByText('ลิงก์นี้ใช้ไปแล้วหรือหมดเวลาแล้ว').waitFor();
  assert.equal(await askForLink('ไม่มีใครชื่อนี้'), told, 'nobody learns who has an account');
});

test('where no mail is sent, who forgot the password is told whom to ask', async () => {
  await stage.server.down();
  await stage.server.serve({ LOMWONG_MAIL_INBOX: 'false' });
  const page = await stage.guest(phone);
  await open(page, '/reset');
  await page.getByText('ขอลิงก์ตั้งรหัสผ่านใหม่จากผู้ดูแลระบบ').waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'ชื่อผู้ใช้หรืออีเมล' }).count(), 0);
  assert.equal((await page.request.get('/api/mail/inbox')).status(), 401);
});
