import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, open, phone } from '../support/browser.ts';
import { everyRule, violations } from '../support/axe.ts';
import { administrator, facilitator, officer } from '../support/people.ts';
import { get, planToday, post, Stage, type Named } from '../support/story.ts';

const stage = new Stage();

test('a facilitator says how far people took part, and the life of the circle shows it over time, with who came and what came of it', async () => {
  const page = await stage.person(officer, phone);
  const { items } = await get<{ items: Named[] }>(page, '/api/circles?limit=100');
  const circle = items.find(({ title }) => title === 'วงสานเสวนาวันพุธ')!;
  const address = await planToday(page, 'วงที่ชาวบ้านเลือกเอง', circle.number);
  await post(page, `/api${address}/hold`, {});

  await open(page, address);
  await page.getByRole('link', { name: 'การมีส่วนร่วมถึงขั้นใด' }).click();
  await page.getByRole('radio', { name: /ตัดสินใจและทำเอง/ }).check();
  await page.getByLabel('รู้ได้จากอะไร').fill('ชุมชนจัดลำดับปัญหาและเลือกซอยเอง');
  await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await page.getByText('บันทึกขั้นการมีส่วนร่วมแล้ว').waitFor();

  const reader = await stage.guest(desk);
  await open(reader, circle.address);
  await reader.getByRole('link', { name: 'เส้นทางของวง' }).click();
  const ladder = reader.getByRole('region', { name: 'บันไดการมีส่วนร่วม', exact: true });
  await ladder.getByText('ดูตาราง บันทึกภาพ').click();
  const cells = ladder.getByRole('row').last().getByRole('cell');
  assert.notEqual(await cells.nth(5).innerText(), '0', 'the newest quarter knows of a session that decided for itself');
  await reader.getByRole('heading', { name: 'ผู้เข้าร่วมรายภาคส่วน' }).waitFor();
  await reader.getByRole('heading', { name: 'ผู้เข้าร่วมรายหน่วยงาน' }).waitFor();
  await reader.getByText('ผู้ค้าตลาดเสนอรอบเก็บเศษผักด้วยตัวเอง').waitFor();

  await reader.getByRole('heading', { name: 'คนเดินมาถึงขั้นไหน' }).waitFor();
  await reader.getByRole('heading', { name: 'ภาคส่วนไหนอยู่ขั้นไหน' }).waitFor();

  await open(reader, '/areas/650101/participation');
  await reader.getByText('ชุมชนจัดลำดับปัญหาและเลือกซอยเอง').waitFor();
  await reader.getByRole('heading', { name: 'ภาคส่วนไหนอยู่ขั้นไหน' }).waitFor();

  await open(reader, '/circles/participation');
  await reader.getByRole('heading', { name: 'บันไดการมีส่วนร่วม' }).waitFor();
});

test('those who came say how it was and what they will use, from a phone or on paper, and later whether they did', async () => {
  const page = await stage.person(administrator, phone);
  const { items } = await get<{ items: Named[] }>(page, '/api/circles?limit=100');
  const circle = items.find(({ title }) => title === 'วงสานเสวนาวันพุธ')!;
  const past = new Date(Date.now() - 35 * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Bangkok' });
  const session = await post<Named>(page, `/api${circle.address}/sessions`, { title: 'วงเมื่อเดือนก่อน', date: past, agenda: [] });
  await post(page, `/api${session.address}/hold`, {});

  await open(page, session.address);
  await page.getByRole('link', { name: 'เสียงหลังวง' }).click();
  const own = page.getByRole('region', { name: 'วันนี้เป็นอย่างไร' });
  await own.getByRole('group', { name: 'ได้อะไรกลับไปใช้' }).getByRole('radio', { name: '5' }).check();
  await own.getByRole('group', { name: 'ได้พูดและมีคนฟัง' }).getByRole('radio', { name: '4' }).check();
  await own.getByLabel('ครั้งหน้าอยากให้').fill('ขอเวลากลุ่มย่อยมากกว่านี้');
  await own.getByRole('button', { name: 'ส่ง' }).click();
  await page.getByText('ตอบแล้ว 1 คน').waitFor();

  await page.getByText('กรอกจากกระดาษ').click();
  for (let sheet = 2; sheet <= 5; sheet++) {
    const paper = page.locator('details');
    await paper.getByRole('group', { name: 'ได้อะไรกลับไปใช้' }).getByRole('radio', { name: '4' }).check();
    await paper.getByRole('group', { name: 'ได้พูดและมีคนฟัง' }).getByRole('radio', { name: '4' }).check();
    await paper.getByRole('button', { name: 'ส่ง' }).click();
    await page.getByText(`ตอบแล้ว ${sheet} คน`).waitFor();
  }
  await page.getByText('4.2 จาก 5').waitFor();

  await page.getByLabel('ฉันจะเอาไปใช้').fill('แยกเศษอาหารที่บ้าน');
  await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
  const asked = page.getByRole('group', { name: 'ผ่านมา 30 วันแล้ว ได้ใช้ไหม' });
  await asked.getByLabel('เล่าสั้น ๆ').fill('ทำได้สี่วันในสัปดาห์');
  await asked.getByRole('button', { name: 'ใช้บ้าง' }).click();
  await page.getByText('ทำได้สี่วันในสัปดาห์').waitFor();

  const guest = await stage.guest();
  await open(guest, `${session.address}/feedback`);
  await guest.getByText('4.2 จาก 5').waitFor();
  assert.equal(await guest.getByText('แยกเศษอาหารที่บ้าน').count(), 0, 'what somebody will use is for those of the circle');
});

test('who came and has no account says how it was on their own phone, and nobody picks answers by their marks', async () => {
  const keeper = await stage.person(facilitator, desk);
  const session = await planToday(keeper, 'วงที่ถามหลังเลิก');
  await post(keeper, `/api${session}/hold`, {});
  await open(keeper, `${session}/feedback`);
  await keeper.getByRole('button', { name: 'สร้างลิงก์และ QR' }).click();
  const link = (await keeper.locator('code').innerText()).trim();
  assert.ok(link.endsWith('?openExternalBrowser=1'), 'LINE opens it in the phone’s own browser');
  assert.deepEqual(await violations(keeper, everyRule), []);
  for (const [useful, better] of [
    ['5', 'ขอเก้าอี้เพิ่ม'],
    ['4', ''],
  ] as const) {
    const neighbour = await stage.guest(phone);
    await neighbour.goto(link);
    await neighbour.getByRole('group', { name: 'ได้อะไรกลับไปใช้' }).getByRole('radio', { name: useful }).check();
    await neighbour.getByRole('group', { name: 'ได้พูดและมีคนฟัง' }).getByRole('radio', { name: '4' }).check();
    await neighbour.getByLabel('ครั้งหน้าอยากให้').fill(better);
    assert.deepEqual(await violations(neighbour, everyRule), []);
    await neighbour.getByRole('button', { name: 'ส่ง' }).click();
    await neighbour.getByText('ส่งถึงคนดูแลวงแล้ว').waitFor();
  }
  await open(keeper, `${session}/feedback`);
  await keeper.getByText('ขอเก้าอี้เพิ่ม').waitFor();
  await keeper.getByText('ให้คะแนนอย่างเดียว').waitFor();
  assert.ok(!JSON.stringify(await get(keeper, `/api${session}/feedback/guests`)).includes('useful'));
  await keeper.getByRole('button', { name: 'รับทั้ง 2 ใบ' }).click();
  await keeper.getByText('ตอบแล้ว 2 คน').waitFor();
  await keeper.getByRole('button', { name: 'ปิดลิงก์' }).click();
  await keeper.getByRole('button', { name: 'ปิดลิงก์' }).waitFor({ state: 'detached' });
  const late = await stage.guest(phone);
  await late.goto(link);
  await late.getByText('ลิงก์นี้ปิดแล้วหรือหมดอายุ').waitFor();
});
