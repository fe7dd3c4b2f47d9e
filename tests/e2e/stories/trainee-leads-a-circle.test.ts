import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, listenForErrors, open, phone } from '../support/browser.ts';
import { administrator } from '../support/people.ts';
import { get, organisationCalled, planToday, post, Stage, type Named } from '../support/story.ts';

const stage = new Stage();

type Pool = { people: { name: string; load: { hours: number; practices: number; practice_hours: number } }[] };

test('a trainee leads a real circle, the mentor says what was seen, and the hours count to the trainee', async () => {
  const page = await stage.person(administrator, phone);
  const errors = listenForErrors(page);
  const city = await organisationCalled(page, 'เทศบาลนครพิษณุโลก');
  const pool = () => get<Pool>(page, `/api/circles/facilitators/${city.number}`);
  const trainee = (await pool()).people[0]!;
  const form = { title: 'วงฝึกคุณอำนวย', kind: 'practice', level: 'organisation', phase: 'implement', organiser: city.id };
  const audience = { visibility: 'public', partners: [], persons: [] };
  const circle = await post<Named>(page, '/api/circles', { ...form, audience });
  const session = await planToday(page, 'ฝึกถามต่อ', circle.number);

  await open(page, session);
  await page.getByRole('link', { name: 'วิธีและสิ่งที่จด' }).click();
  await page.getByLabel('วิธี', { exact: true }).selectOption({ label: 'พื้นที่ฝึกปัญญาปฏิบัติ' });
  await page.getByRole('button', { name: 'ใช้วิธีนี้' }).click();
  const card = page.getByRole('region', { name: 'พื้นที่ฝึกปัญญาปฏิบัติ', exact: true });
  const slot = (field: string) => card.getByRole('group', { name: field, exact: true });
  const write = async (field: string, text: string) => {
    await slot(field).getByRole('textbox').fill(text);
    await slot(field).getByRole('button', { name: 'จด', exact: true }).click();
    await slot(field).getByText(text, { exact: true }).waitFor();
  };
  await write('ผู้ฝึก', trainee.name);
  await write('สิ่งที่ทำได้ดี', 'รอให้คนเงียบได้คิด');
  await slot('พี่เลี้ยงเห็นว่า').getByRole('combobox').selectOption('นำวงเองได้');
  await slot('พี่เลี้ยงเห็นว่า').getByRole('button', { name: 'จด', exact: true }).click();
  await slot('พี่เลี้ยงเห็นว่า').getByText('นำวงเองได้', { exact: true }).first().waitFor();
  await write('ชั่วโมงที่นำวง', '1.5');
  await post(page, `/api${session}/hold`, {});

  await open(page, session);
  await page.getByText('รอให้คนเงียบได้คิด').waitFor();
  const guest = await stage.guest(desk);
  await open(guest, session);
  await guest.getByRole('heading', { name: 'พื้นที่ฝึกปัญญาปฏิบัติ' }).waitFor();
  assert.equal(await guest.getByText('รอให้คนเงียบได้คิด').count(), 0, 'what is said of a trainee stays in the circle');
  await open(page, `${city.address}/facilitators`);
  const line = page.getByRole('listitem').filter({ hasText: trainee.name }).filter({ hasText: 'ฝึก 1 ครั้ง 1.5 ชั่วโมง' });
  await line.first().waitFor();
  const now = (await pool()).people.find(({ name }) => name === trainee.name)!.load;
  assert.equal(now.practice_hours - trainee.load.practice_hours, 1.5);
  assert.equal(now.practices - trainee.load.practices, 1);
  assert.deepEqual(errors, []);
});
