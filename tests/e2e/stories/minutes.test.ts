import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, open } from '../support/browser.ts';
import { administrator, officer } from '../support/people.ts';
import { get, planToday, post, Stage } from '../support/story.ts';

const stage = new Stage();

type Minutes = { minutes: { state: string; version: number; approved_by: string }; paragraphs: string[] };

test('minutes are amended by who was there, approved, and changed afterwards only as a new version', async () => {
  const writer = await stage.person(administrator, desk);
  const address = await planToday(writer, 'ประชุมซ่อมถนน');
  const visitor = await stage.person(officer);
  const { person_id } = await get<{ person_id: number }>(visitor, '/api/me');
  await post(writer, `/api${address}/people`, { people: [{ person_id, role: 'participant', came: true }] });
  await post(writer, `/api${address}/hold`, {});

  await open(writer, address);
  await writer.getByRole('link', { name: 'รายงานการประชุม' }).click();
  await writer.getByLabel('เนื้อหารายงาน').fill('เปิดประชุมเวลา 9.00 น.\n\nตกลงซ่อมถนนเดือนหน้า');
  await writer.getByRole('button', { name: 'เก็บร่างรายงาน' }).click();
  await writer.getByText('ตกลงซ่อมถนนเดือนหน้า').waitFor();

  await open(visitor, address + '/minutes');
  await visitor.getByRole('button', { name: 'เสนอแก้ย่อหน้า 2' }).click();
  await visitor.getByLabel('ควรเขียนว่า').fill('ตกลงซ่อมถนนภายในเดือนธันวาคม');
  await visitor.getByLabel('เพราะอะไร').fill('ที่ประชุมพูดชัด');
  await visitor.getByRole('button', { name: 'ส่งข้อเสนอ' }).click();
  await visitor.getByText('รอพิจารณา').waitFor();

  await open(writer, address + '/minutes');
  await writer.getByLabel('รับรองโดย').fill('ที่ประชุม');
  await writer.getByRole('button', { name: 'แก้ตามนี้' }).click();
  await writer.getByText('แก้ตามแล้ว').waitFor();
  await writer.getByRole('button', { name: 'รับรองรายงานนี้' }).click();
  await writer.getByText(/รับรองเมื่อ .* โดยที่ประชุม/).waitFor();
  assert.equal(await writer.getByRole('button', { name: 'แก้ร่าง' }).count(), 0, 'what is approved is frozen');

  const guest = await stage.guest();
  await open(guest, address + '/minutes');
  await guest.getByText('ตกลงซ่อมถนนภายในเดือนธันวาคม').waitFor();
  assert.equal(await guest.getByText('ที่ประชุมพูดชัด').count(), 0, 'who proposed what stays among those who were there');

  await writer.getByLabel('เหตุผล').fill('ชื่อถนนผิด');
  await writer.getByRole('button', { name: 'เริ่มฉบับใหม่' }).click();
  await writer.getByText('ฉบับที่ 2 เพราะชื่อถนนผิด').waitFor();
  const { minutes } = await get<Minutes>(guest, `/api${address}/minutes`);
  assert.deepEqual([minutes.version, minutes.state], [1, 'approved'], 'until the second is approved, everybody reads the first');
});
