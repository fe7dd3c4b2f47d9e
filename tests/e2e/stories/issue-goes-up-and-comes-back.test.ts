import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, open, phone } from '../support/browser.ts';
import { administrator, section } from '../support/people.ts';
import { choose, get, organisationCalled, post, Stage, type Named } from '../support/story.ts';

const stage = new Stage();

type Spoken = { points: { body: string; passed_on: { answer: string }[] }[] };

test('a village circle passes what it cannot settle to the tambon circle, which talks of it and answers to the very word', async () => {
  const page = await stage.person(administrator, phone);
  const organiser = (await organisationCalled(page, section)).id;
  const circle = (title: string) =>
    post<Named>(page, '/api/circles', { title, kind: 'meeting', level: 'community', phase: 'implement', organiser });
  const [village, tambon] = [await circle('วงหมู่ 3'), await circle('วงตำบลของเรา')];
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Bangkok' });
  const session = await post<Named>(page, `/api${village.address}/sessions`, { title: 'น้ำกินน้ำใช้', date: today, agenda: [] });
  await post(page, `/api${session.address}/hold`, {});
  const word = 'น้ำประปาขุ่นทุกหน้าฝน ซักผ้าขาวไม่ได้';
  await post(page, `/api${session.address}/points`, { kind: 'point', body: word });
  const next = await post<Named>(page, `/api${tambon.address}/sessions`, { title: 'ประชุมวงตำบลเดือนหน้า', date: today, agenda: [] });

  await open(page, village.address);
  await page.getByRole('link', { name: 'วงบน–วงล่าง' }).click();
  await choose(page, 'วงที่อยู่เหนือวงนี้', 'วงตำบลของเรา');
  await page.getByRole('button', { name: 'วางใต้วงนี้' }).click();
  await page.getByRole('link', { name: 'วงตำบลของเรา' }).waitFor();

  await open(page, `${session.address}/issues`);
  await page.getByLabel('จากคำที่พูดในวง').selectOption({ label: word });
  assert.equal(await page.getByLabel('เรื่อง', { exact: true }).inputValue(), word);
  await page.getByRole('button', { name: 'ส่งเรื่องให้วงอื่น' }).click();
  await page.getByRole('heading', { level: 2, name: word }).waitFor();

  const above = await stage.person(administrator, desk);
  await open(above, `${tambon.address}/tree`);
  await above.getByRole('link', { name: 'ใส่ในวาระ' }).click();
  await above.getByLabel('คุยในวงครั้งไหน').selectOption({ index: 1 });
  await above.getByRole('button', { name: 'นัดคุย', exact: true }).click();
  await above.getByRole('link', { name: 'ประชุมวงตำบลเดือนหน้า' }).first().waitFor();
  await open(above, next.address);
  await above.getByRole('link', { name: word }).waitFor();

  await open(above, `${tambon.address}/tree`);
  await above.getByText('อยู่ในวาระของ').waitFor();
  await above.getByRole('button', { name: 'ตอบเรื่องนี้' }).click();
  await above.getByLabel('คำตอบถึงวงที่ส่งมา').fill('เปลี่ยนไส้กรองเสร็จวันที่ 15 เดือนหน้า');
  await above.getByRole('button', { name: 'ส่งคำตอบกลับ' }).click();
  await above.getByRole('heading', { name: 'ตอบแล้ว' }).waitFor();

  const villager = await stage.guest(phone);
  await open(villager, session.address);
  await villager.getByText('เปลี่ยนไส้กรองเสร็จวันที่ 15 เดือนหน้า').waitFor();
  const { points } = await get<Spoken>(villager, `/api${session.address}`);
  assert.equal(points[0]!.passed_on[0]!.answer, 'เปลี่ยนไส้กรองเสร็จวันที่ 15 เดือนหน้า');
});
