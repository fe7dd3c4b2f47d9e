import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { listenForErrors, open } from '../support/browser.ts';
import { facilitator } from '../support/people.ts';
import { planToday, Stage } from '../support/story.ts';

const stage = new Stage();

/** What a reader's program finds in a PDF, without spaces and line ends. */
const textOf = (pdf: Buffer) => execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf }).toString().replace(/\s+/g, '');

test('an officer closes a session and takes the whole set of papers', async () => {
  const page = await stage.person(facilitator);
  const errors = listenForErrors(page);
  const address = await planToday(page, 'น้ำท่วมครั้งหน้าเราจะทำต่างไปอย่างไร');

  await open(page, `${address}/record`);
  await page.getByRole('button', { name: 'จัดแล้ว บันทึกครั้งนี้' }).click();
  await page.waitForURL('**' + address);
  await page.getByRole('link', { name: 'เอกสารของวง' }).click();
  await page.getByRole('heading', { name: 'เอกสารของวง' }).waitFor();

  await page.getByRole('link', { name: /^หัวกระดาษ ผู้ลงนาม และถ้อยคำของ/ }).click();
  await page.getByRole('heading', { name: 'หัวกระดาษและถ้อยคำของเอกสาร' }).waitFor();
  await page.getByLabel('ส่วนราชการ').fill('กองสวัสดิการสังคม');
  await page.getByRole('button', { name: 'เพิ่มผู้ลงนาม' }).click();
  await page.getByLabel('คำนำหน้า ชื่อ และสกุล').last().fill('นายสมมุติ ใจดี');
  await page.getByLabel('ตำแหน่งของตน', { exact: true }).last().fill('รองปลัดเทศบาล');
  await page.getByLabel('ลงนามในฐานะ').last().selectOption({ label: 'ปฏิบัติราชการแทน' });
  await page.getByLabel('แทนตำแหน่ง').last().fill('นายกเทศมนตรี');
  await page.getByRole('button', { name: 'บันทึก', exact: true }).first().click();
  await page.waitForURL('**/papers');

  await page.getByLabel('เลขที่หนังสือเชิญ').fill('77');
  await page.getByText('วางรายชื่อหลายคน').click();
  await page.getByLabel('รายชื่อ', { exact: true }).fill('นางสมมุติ ข้างบ้าน, ผู้ใหญ่บ้าน\nนายสมมุติ เมืองไกล, นายอำเภอเมือง');
  await page.getByRole('button', { name: 'เพิ่มทั้งหมด' }).click();
  const kept = page.waitForResponse((reply) => reply.request().method() === 'PUT' && reply.ok());
  await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await kept;

  const fetched = async (name: string) => {
    const reply = await page.request.get((await page.getByRole('link', { name }).getAttribute('href'))!);
    assert.equal(reply.status(), 200);
    return reply.body();
  };
  const letters = textOf(await fetched('หนังสือเชิญ PDF'));
  assert.ok(letters.indexOf('นายสมมุติเมืองไกล') < letters.indexOf('นางสมมุติข้างบ้าน'), 'letters go out by rank');
  for (const words of ['๗๗', 'รองปลัดเทศบาลปฏิบัติราชการแทน', 'นายกเทศมนตรี', 'ขอแสดงความนับถือ']) assert.ok(letters.includes(words), words);
  assert.ok(textOf(await fetched('รายงานผลการจัดวง PDF')).includes('น้ำท่วมครั้งหน้า'));
  const set = await fetched('รับทั้งชุด (ZIP)');
  assert.equal(set.subarray(0, 2).toString(), 'PK');
  assert.deepEqual(errors, []);
});
