import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, listenForErrors, open } from '../support/browser.ts';
import { administrator, officer, type Person } from '../support/people.ts';
import { choose, get, planToday, post, Stage, type Named } from '../support/story.ts';

const stage = new Stage();
/** Comes with the example: secretary of a council, who facilitates its forum. */
const secretary: Person = {
  login: 'rattana',
  name: 'รัตนา บางโตนด',
  password: 'lomwong-demo',
};
const cases = ['กรณีบ้านเลือก', 'กรณีหนองสาหร่าย', 'กรณีหนองพันจันทร์'];

let page: Page;
let session: string;

const card = (title: string) => page.getByRole('region', { name: title, exact: true });

async function take(method: string, label = '') {
  await page.getByLabel('วิธี', { exact: true }).selectOption({ label: method });
  if (label) await page.getByLabel('ใช้กับเรื่องหรือกรณีไหน').fill(label);
  await page.getByRole('button', { name: 'ใช้วิธีนี้' }).click();
  await card(label || method).waitFor();
}

async function write(method: string, field: string, text: string) {
  const slot = card(method).getByRole('group', { name: field, exact: true });
  await slot.getByRole('textbox').fill(text);
  await slot.getByRole('button', { name: 'จด', exact: true }).click();
  await slot.getByText(text, { exact: true }).waitFor();
}

test('three case talks and a peer assist lay out the day from nine in the morning', async () => {
  page = await stage.person(secretary, desk);
  const errors = listenForErrors(page);
  const circle = (await get<{ items: Named[] }>(page, '/api/circles?kind=peer_assist&limit=1')).items[0]!;
  session = await planToday(page, 'น้ำของสามตำบล', circle.number);
  await open(page, session);
  await page.getByRole('link', { name: 'วิธีและสิ่งที่จด' }).click();
  await page.getByLabel('เริ่ม', { exact: false }).first().fill('09:00');
  for (const label of cases) await take('เล่ากรณีตัวอย่าง', label);
  await take('เพื่อนช่วยเพื่อน');
  const { agenda, key_question } = await get<{
    agenda: { title: string; starts?: string }[];
    key_question: string;
  }>(page, '/api' + session);
  assert.equal(agenda[0]!.starts, '09:00');
  assert.equal(agenda.find(({ title }) => title === 'เจ้าภาพเล่าโจทย์')!.starts, '11:15', 'three talks of forty minutes, and the welcome');
  assert.notEqual(key_question, '');
  assert.deepEqual(errors, []);
});

test('what is captured under the same headings stands side by side', async () => {
  for (const label of cases) await write(label, 'ความเป็นมา', `น้ำแล้งที่${label}`);
  await write(cases[0]!, 'บทเรียน', 'คุยกันก่อนน้ำหมด');
  const table = page.getByRole('region', { name: 'เล่ากรณีตัวอย่าง', exact: true }).getByRole('table');
  await table.getByRole('row', { name: /ความเป็นมา/ }).waitFor();
  for (const label of cases) await table.getByRole('cell', { name: new RegExp(`น้ำแล้งที่${label}`) }).waitFor();
});

test('a host asks, peers offer, an option becomes a point, and the host is asked again after 30 and 90 days', async () => {
  await write('เพื่อนช่วยเพื่อน', 'โจทย์ของเจ้าภาพ', 'แบ่งน้ำหน้าแล้งอย่างไร');
  await write('เพื่อนช่วยเพื่อน', 'ทางเลือกที่เพื่อนเสนอ', 'ผลัดเวรกันคนละคืน');
  await card('เพื่อนช่วยเพื่อน').getByRole('button', { name: 'ยกเป็นประเด็นในวง' }).click();
  await card('เพื่อนช่วยเพื่อน').getByRole('link', { name: 'ยกเป็นประเด็นในวง' }).waitFor();
  assert.equal(await card('เพื่อนช่วยเพื่อน').getByText('ถึงกำหนดเล่า').count(), 2);

  const runs = await stage.person(administrator, desk);
  const { items } = await get<{ items: Named[] }>(runs, '/api/people?text=' + encodeURIComponent('จินตนา'));
  const host = items[0]!;
  await post(runs, `/api${session}/people`, {
    people: [{ person_id: host.id, role: 'host', organisation: 'ตำบลคลองตัน' }],
  });
  await open(runs, host.address);
  await runs.getByRole('region', { name: 'ที่จะเล่าต่อให้เพื่อนฟัง' }).getByRole('link', { name: 'น้ำของสามตำบล' }).waitFor();
});

test('who hosted answers what is asked later, and nothing else of the session', async () => {
  const hosts = await stage.person(officer, desk);
  const errors = listenForErrors(hosts);
  const { items } = await get<{ items: Named[] }>(hosts, '/api/people?text=' + encodeURIComponent('กชกร'));
  await post(await stage.person(administrator, desk), `/api${session}/people`, {
    people: [{ person_id: items[0]!.id, role: 'host', organisation: 'เทศบาล' }],
  });
  await open(hosts, session + '/methods');
  const told = hosts.getByRole('region', { name: 'เพื่อนช่วยเพื่อน', exact: true });
  await told.getByText('ท่านเป็นเจ้าภาพของครั้งนี้').waitFor();
  const later = told.getByRole('group', {
    name: 'ผ่านไป 30 วัน ลองแล้วเป็นอย่างไร',
    exact: true,
  });
  await later.getByRole('textbox').fill('ผลัดเวรแล้วน้ำถึงปลายคลอง');
  await later.getByRole('button', { name: 'จด', exact: true }).click();
  await later.getByText('ผลัดเวรแล้วน้ำถึงปลายคลอง', { exact: true }).waitFor();
  assert.equal(await told.getByRole('textbox').count(), 1, 'the ninetieth day is still to come');
  assert.deepEqual(errors, []);
});

test('those who came are mixed into groups, two write at once, and the hall sees it on one page', async () => {
  const people = Array.from({ length: 9 }, (_, i) => ({
    name: `ผู้มา ${i + 1}`,
    role: 'participant',
    organisation: `ตำบล ${i % 3}`,
  }));
  await post(page, `/api${session}/people`, { people });
  await open(page, session + '/groups');
  const errors = listenForErrors(page);
  await page.getByLabel('คำถามสำคัญของวง').fill('เรื่องน้ำที่ต้องทำร่วมกันคืออะไร');
  await page.getByLabel('กี่กลุ่ม').fill('3');
  await page.getByRole('button', { name: 'แบ่งกลุ่ม', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: 'เรื่องน้ำที่ต้องทำร่วมกันคืออะไร' }).waitFor();

  const other = await stage.person(administrator, desk);
  await open(other, session + '/groups');
  const note = async (writer: Page, group: string, text: string) => {
    const part = writer.getByRole('region', { name: group, exact: true });
    await part.getByRole('textbox').fill(text);
    await part.getByRole('button', { name: 'จดข้อนี้' }).click();
    await part.getByText(text).waitFor();
  };
  await Promise.all([note(page, 'กลุ่มที่ 1', 'ขุดลอกคลองพร้อมกัน'), note(other, 'กลุ่มที่ 1', 'ตั้งเวรเปิดประตูน้ำ')]);
  await note(other, 'กลุ่มที่ 2', 'จดระดับน้ำทุกเช้า');

  await page.getByRole('link', { name: 'จอรวมทั้งห้อง' }).click();
  for (const text of ['ขุดลอกคลองพร้อมกัน', 'ตั้งเวรเปิดประตูน้ำ', 'จดระดับน้ำทุกเช้า']) await page.getByText(text).waitFor();
  assert.equal(await page.getByRole('region', { name: 'กลุ่มที่ 1' }).getByRole('listitem').count(), 2, 'results stay by group');
  assert.deepEqual(errors, []);
});

test('groups are drawn by lot or chosen, the question is reworded, and a group gets a name of its own', async () => {
  await open(page, session + '/groups');
  const errors = listenForErrors(page);
  const split = async (how: string, question: string) => {
    await page.getByLabel('แบ่งอย่างไร').selectOption({ label: how });
    await page.getByLabel('คำถามสำคัญของวง').fill(question);
    await page.getByLabel('กี่กลุ่ม').fill('2');
    await page.getByRole('button', { name: 'แบ่งกลุ่ม', exact: true }).click();
    const part = page.getByRole('region', { name: question, exact: true });
    await part.waitFor();
    return part;
  };
  const drawn = await split('จับสลาก', 'เริ่มจากตรงไหน');
  await drawn.getByText('เลขสลาก').waitFor();
  await drawn.getByRole('button', { name: 'จับกลุ่มใหม่' }).waitFor();

  const chosen = await split('เลือกกลุ่มเอง', 'ใครอยากทำเรื่องไหน');
  assert.equal(await chosen.getByRole('button', { name: 'จับกลุ่มใหม่' }).count(), 0, 'who chooses is not drawn');
  await chosen.getByLabel('กลุ่มของ ผู้มา 1', { exact: true }).selectOption({ label: 'กลุ่มที่ 1' });
  await chosen.getByRole('region', { name: 'กลุ่มที่ 1', exact: true }).getByText('คนในกลุ่ม').waitFor();

  await chosen.getByRole('button', { name: 'แก้ชื่อ กลุ่มที่ 1' }).click();
  await chosen.getByLabel('ชื่อกลุ่มนี้').fill('กลุ่มฝายชะลอน้ำ');
  await chosen.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await chosen.getByRole('region', { name: 'กลุ่มฝายชะลอน้ำ', exact: true }).waitFor();
  await chosen.getByRole('button', { name: 'แก้คำถาม' }).click();
  await chosen.getByRole('textbox', { name: 'คำถามสำคัญของวง' }).fill('ใครจะทำเรื่องไหนก่อน');
  await chosen.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await page.getByRole('region', { name: 'ใครจะทำเรื่องไหนก่อน', exact: true }).waitFor();
  assert.deepEqual(errors, []);
});

test('anybody reads what came of the day, without the names of those who only came', async () => {
  const guest = await stage.guest();
  await open(guest, session);
  await guest.getByText('แบ่งน้ำหน้าแล้งอย่างไร').waitFor();
  await guest.getByText('ผลัดเวรกันคนละคืน').first().waitFor();
  await open(guest, session + '/groups');
  await guest.getByText('จดระดับน้ำทุกเช้า').waitFor();
  assert.equal(await guest.getByText('ผู้มา 1').count(), 0);
});

test('cases of the knowledge store are compared: columns at a desk, one heading at a time on a phone', async () => {
  await open(page, '/knowledge?kind=case');
  await page.getByRole('link', { name: 'วางเทียบกัน' }).click();
  await page.getByRole('checkbox').nth(0).check();
  await page.getByRole('checkbox').nth(1).check();
  const table = page.getByRole('table', { name: 'วางเทียบกัน' });
  await table.getByRole('row', { name: /บทเรียน/ }).waitFor();
  assert.equal(await table.getByRole('columnheader').count(), 3);
  const phone = await stage.guest();
  await open(phone, new URL(page.url()).pathname + new URL(page.url()).search);
  const lesson = phone.getByRole('row', { name: /บทเรียน/ });
  assert.equal(await lesson.count(), 0);
  await phone.getByLabel('หัวข้อ').selectOption('บทเรียน');
  await lesson.waitFor();
});

test('an organisation makes a method its own', async () => {
  await open(page, '/methods/tea_circle');
  await page.getByRole('link', { name: 'ทำสำเนาแล้วแก้' }).click();
  await choose(page, 'ขององค์กรไหน', 'สภาองค์กรชุมชนตำบลบ้านเลือก');
  await page.getByLabel('ชื่อวิธี').fill('วงน้ำชาวันพระ');
  await page.getByRole('button', { name: 'เก็บวิธีนี้' }).click();
  await page.waitForURL(/\/methods\/\d+$/);
  await page.getByRole('heading', { level: 1, name: 'วงน้ำชาวันพระ' }).waitFor();
  await open(page, '/methods');
  await page.getByRole('link', { name: 'วงน้ำชาวันพระ' }).waitFor();
});
