import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, open, phone } from '../support/browser.ts';
import { facilitator, newcomer, officer, section } from '../support/people.ts';
import { choose, get, post, Stage, type Named } from '../support/story.ts';

const stage = new Stage();
let invitation: string;

test('an administrator invites somebody, is given the link and the words to send, and says where they belong', async () => {
  const page = await stage.person(facilitator, desk);
  await open(page, '/people');
  await page.getByRole('link', { name: 'เชิญคน' }).click();
  await page.getByLabel('ชื่อ-สกุล').fill(newcomer.name);
  await page.getByRole('button', { name: 'สร้างลิงก์คำเชิญ' }).click();
  const link = page.getByRole('region', { name: 'ลิงก์คำเชิญ' });
  invitation = (await link.getByText('/welcome?invitation=').textContent())!;
  assert.ok(invitation.startsWith(stage.server.url), invitation);
  await link.getByText('ใช้ได้ครั้งเดียว คำเชิญนี้ใช้ได้ถึง').waitFor();
  await page.getByRole('region', { name: 'ข้อความสำหรับส่งทางไลน์' }).getByText(invitation).waitFor();

  await choose(page, 'องค์กร', section);
  const dialog = page.getByRole('dialog', { name: newcomer.name });
  await dialog.getByLabel('สิทธิ์ในองค์กร').selectOption({ label: 'ผู้ร่วมเขียน' });
  await dialog.getByRole('button', { name: 'บันทึก' }).click();
  const address = await page.getByRole('status').getByRole('link', { name: section }).getAttribute('href');
  const steward = await stage.person(officer);
  const { members } = await get<{ members: (Named & { access: string })[] }>(steward, '/api' + address);
  assert.equal(members.find(({ title }) => title === newcomer.name)?.access, 'contributor');
});

test('somebody invited of whom it was not said where they belong is found by an administrator, and is put there from the list', async () => {
  const page = await stage.person(facilitator, phone);
  await post(page, '/api/invitations', { name: 'นวล ยังไม่มีที่', administrator: false });
  await open(page, '/people?text=' + encodeURIComponent('นวล'));
  await page.getByText('เชิญแล้ว ลิงก์ใช้ได้ถึง').waitFor();
  await page.getByRole('button', { name: 'ระบุองค์กรที่อยู่' }).click();
  await choose(page, 'องค์กร', section);
  await page.getByRole('dialog', { name: 'นวล ยังไม่มีที่' }).getByRole('button', { name: 'บันทึก' }).click();
  await page.getByText('อยู่ในองค์กร', { exact: false }).getByRole('link', { name: section }).waitFor();
  const other = await stage.person(officer);
  await open(other, '/people?text=' + encodeURIComponent('นวล'));
  await other.getByRole('link', { name: 'นวล ยังไม่มีที่' }).waitFor();
  assert.equal(await other.getByText('เชิญแล้ว').count(), 0);
});

test('who is no administrator is told so, and is not shown the way', async () => {
  const page = await stage.person(officer, phone);
  await open(page, '/people');
  assert.equal(await page.getByRole('link', { name: 'เชิญคน' }).count(), 0);
  await open(page, '/people/new');
  await page.getByText('เชิญได้เฉพาะผู้ดูแลระบบ').waitFor();
  assert.equal(await page.getByLabel('ชื่อ-สกุล').count(), 0);
});

test('who is invited chooses a name and a password, is in at once, and the link has done its work', async () => {
  const page = await stage.guest(phone);
  await open(page, invitation);
  await page.getByRole('heading', { name: 'ยินดีต้อนรับ คุณ' + newcomer.name }).waitFor();
  await page.getByLabel('ตั้งชื่อผู้ใช้').fill(newcomer.login);
  await page.getByLabel('ตั้งรหัสผ่าน').fill('สั้นไป');
  await page.getByRole('button', { name: 'เข้าสู่ล้อมวง' }).click();
  await page.getByText(/สั้นเกินไป|อย่างน้อย 10/).first().waitFor();
  await page.getByLabel('ตั้งรหัสผ่าน').fill(newcomer.password);
  await page.getByRole('button', { name: 'เข้าสู่ล้อมวง' }).click();
  await page.getByText('สวัสดี คุณอ้อย').waitFor();

  const late = await stage.guest();
  await open(late, invitation);
  assert.equal(await late.getByLabel('ตั้งรหัสผ่าน').count(), 0);
});

test('a wrong password is told without saying which part was wrong; the right one leads where one wanted to go', async () => {
  const page = await stage.guest(phone);
  await open(page, '/sign-in?next=/circles');
  await page.getByLabel('ชื่อผู้ใช้หรืออีเมล').fill(newcomer.login);
  await page.getByLabel('รหัสผ่าน', { exact: true }).fill('ไม่ใช่คำนี้แน่นอน');
  await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click();
  await page.getByRole('alert').waitFor();
  await page.getByLabel('รหัสผ่าน', { exact: true }).fill(newcomer.password);
  await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click();
  await page.waitForURL(({ pathname }) => pathname === '/circles');
});

test('a phone that was left behind is signed out from another one', async () => {
  const lost = await stage.person(newcomer, phone);
  const here = await stage.person(newcomer, desk);
  await open(here, '/me');
  await here.getByText('เครื่องนี้').waitFor();
  await here.getByRole('button', { name: 'ให้เครื่องอื่นออกทั้งหมด' }).click();
  await here.getByRole('button', { name: /^ให้ออก/ }).first().waitFor({ state: 'detached' });
  await open(lost, '/');
  await lost.getByRole('link', { name: 'เข้าสู่ระบบ' }).waitFor();
  await open(here, '/me');
  await here.getByRole('heading', { level: 1, name: newcomer.name }).waitFor();
});
