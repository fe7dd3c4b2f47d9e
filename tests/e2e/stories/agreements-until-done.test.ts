import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, open, phone } from '../support/browser.ts';
import { administrator, officer, section, type Person } from '../support/people.ts';
import { choose, get, organisationCalled, post, Stage, type Named } from '../support/story.ts';

const stage = new Stage({ LOMWONG_MAIL_INBOX: 'true', LOMWONG_MAIL_DIGEST_HOUR: '0' });
/** Comes with the example: a technician of the same city, who is at home in another division. */
const technician: Person = { login: 'thanet', name: 'ธเนศ วงศ์ริมน่าน', password: 'lomwong-demo' };

type Kept = { to: string; subject: string; text: string };

const past = (days: number) => new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Bangkok' });
const mailOf = ({ login }: Person) => `${login}@example.org`;

async function newCircle(page: Page, title: string): Promise<Named> {
  const organiser = (await organisationCalled(page, section)).id;
  const audience = { visibility: 'public', partners: [], persons: [] };
  return post<Named>(page, '/api/circles', { title, kind: 'meeting', level: 'community', phase: 'implement', organiser, audience });
}

async function held(page: Page, circle: Named, title: string): Promise<Named> {
  const session = await post<Named>(page, `/api${circle.address}/sessions`, { title, date: past(20), agenda: [] });
  await post(page, `/api${session.address}/hold`, {});
  return session;
}

async function mailsTo(page: Page, person: Person, subject: RegExp, count = 1): Promise<Kept[]> {
  for (let tries = 0; tries < 150; tries++) {
    const mails = (await get<Kept[]>(page, '/api/mail/inbox')).filter((mail) => mail.to === mailOf(person) && subject.test(mail.subject));
    if (mails.length >= count) return mails;
    await page.waitForTimeout(100);
  }
  throw new Error(`no mail came to ${person.login}`);
}

async function confirmsEmail(person: Person): Promise<void> {
  const page = await stage.person(person, desk);
  const runs = await stage.person(administrator, desk);
  await open(page, '/me');
  const card = page.getByRole('region', { name: 'อีเมล' });
  await card.getByLabel('รหัสผ่านปัจจุบัน').fill(person.password);
  await card.getByLabel('อีเมล').fill(mailOf(person));
  await card.getByRole('button', { name: 'ส่งลิงก์ยืนยัน' }).click();
  await open(page, new URL(/http\S+/.exec((await mailsTo(runs, person, /ยืนยันอีเมล/))[0]!.text)![0]).pathname);
  await page.getByRole('button', { name: 'ยืนยันอีเมล' }).click();
  await page.getByText(`ยืนยันอีเมล ${mailOf(person)} แล้ว`).waitFor();
}

/** The round that reminds is made twice an hour; the story does not wait for it. */
async function nextRound(): Promise<void> {
  await stage.server.down();
  const database = new DatabaseSync(join(stage.server.data, 'lomwong.sqlite'));
  database.prepare("UPDATE jobs_queue SET due_at = 0 WHERE handler = 'circles.tell_agreements'").run();
  database.close();
  await stage.server.serve();
}

test('what a circle agreed on is followed until it is done; a day that has passed is told kindly, and to those it concerns alone', async () => {
  const page = await stage.person(officer, phone);
  const circle = await newCircle(page, 'วงซ่อมท่อหน้าวัด');
  const session = await held(page, circle, 'วงซ่อมท่อ');
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

test('whose it is is chosen from those who are there, and is the first whom a mail reminds; those who keep the circle come last', async () => {
  await confirmsEmail(officer);
  await confirmsEmail(technician);
  const page = await stage.person(officer, phone);
  const circle = await newCircle(page, 'วงฝายกั้นน้ำ');
  const session = await held(page, circle, 'วงฝาย');
  const runs = await stage.person(administrator, desk);
  const known = (await get<{ items: Named[] }>(runs, '/api/people?text=' + encodeURIComponent('ธเนศ'))).items[0]!;
  await post(runs, `/api${session.address}/people`, { people: [{ person_id: known.id, role: 'participant' }] });

  await open(page, session.address + '/record');
  const agreed = page.getByRole('region', { name: 'ข้อตกลง', exact: true });
  const agree = async (body: string, due: string) => {
    await agreed.getByLabel('ตกลงจะทำอะไร').fill(body);
    await agreed.getByRole('textbox', { name: /^ภายในวันที่/ }).fill(due);
    await agreed.getByRole('button', { name: 'เพิ่มข้อตกลง' }).click();
    await agreed.getByRole('listitem').filter({ hasText: body }).waitFor();
  };
  await page.getByRole('link', { name: 'ตกลงกัน', exact: true }).click();
  await agreed.getByRole('combobox', { name: 'ใครรับทำ' }).fill('ธเนศ');
  const near = page.getByRole('option', { name: /ธเนศ/ }).first();
  await near.getByText('อยู่ในวงนี้').waitFor();
  await near.click();
  await agreed.getByText('ใกล้ถึงวัน ระบบจะบอกทางอีเมล').waitFor();
  await agree('วัดระดับน้ำหน้าฝาย', past(-5));
  await choose(page, 'ใครรับทำ', 'ธเนศ');
  await agree('ซ่อมประตูน้ำ', past(15));
  await agreed.getByRole('combobox', { name: 'ใครรับทำ' }).fill('ป้าสมมุติ');
  await agreed.getByLabel('ตกลงจะทำอะไร').click();
  await agreed.getByText(/^จดแค่ชื่อ ใกล้ถึงวัน/).waitFor();
  await agree('ถามลูกบ้านฝั่งใต้', past(-4));
  const mine = agreed.getByRole('listitem');
  assert.equal(await mine.filter({ hasText: 'ธเนศ' }).count(), 2);
  assert.equal(await mine.filter({ hasText: 'ป้าสมมุติ' }).count(), 1, 'what was typed and not chosen is kept too');

  await nextRound();
  const [soon] = await mailsTo(runs, technician, /ใกล้ถึงวันที่ตั้งใจไว้/);
  assert.match(soon!.text, /วัดระดับน้ำหน้าฝาย/);
  const [after] = await mailsTo(runs, technician, /เรื่องที่รับไว้เป็นอย่างไรบ้าง/);
  assert.match(after!.text, /ซ่อมประตูน้ำ/);
  const [keeps] = await mailsTo(runs, officer, /ชวนกันตามเรื่องหนึ่งของวง/);
  assert.match(keeps!.text, /ซ่อมประตูน้ำ/);
  const inPlace = await mailsTo(runs, officer, /ใกล้ถึงวันที่ตั้งใจไว้/);
  assert.equal(inPlace.length, 1, 'only of what nobody else can be told');
  assert.match(inPlace[0]!.text, /ถามลูกบ้านฝั่งใต้/);

  const his = await stage.person(technician, phone);
  await open(his, new URL(/http\S+\/agreements/.exec(soon!.text)![0]).pathname);
  const item = his.getByRole('listitem').filter({ hasText: 'วัดระดับน้ำหน้าฝาย' });
  await item.getByRole('button', { name: /^บอกว่าเป็นอย่างไร/ }).click();
  assert.equal(await item.getByRole('combobox', { name: 'ใครรับทำ' }).count(), 0, 'who took it on does not hand it to others');
  await item.getByLabel('ตอนนี้').selectOption({ label: 'เสร็จสิ้น' });
  await item.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await his.getByRole('heading', { name: /^จบแล้ว/ }).waitFor();

  await open(page, circle.address + '/agreements');
  const unowned = page.getByRole('listitem').filter({ hasText: 'ถามลูกบ้านฝั่งใต้' });
  await unowned.getByRole('button', { name: /^บอกว่าเป็นอย่างไร/ }).click();
  await choose(page, 'ใครรับทำ', 'ธเนศ');
  await unowned.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await unowned.getByRole('combobox', { name: 'ใครรับทำ' }).waitFor({ state: 'detached' });
  await unowned.getByText(/ธเนศ/).waitFor();
  await nextRound();
  assert.match((await mailsTo(runs, technician, /ใกล้ถึงวันที่ตั้งใจไว้/, 2))[0]!.text, /ถามลูกบ้านฝั่งใต้/);
});
