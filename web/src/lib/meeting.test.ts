import { expect, test } from 'vitest';
import { clashesIn, crossedIn, lines, texts, textsIn, together, whole, withChosen, type Field } from './meeting.ts';

type Form = { title: string; tags: string; detail: string; kind: string; notes: { mood: string; tool: string } };
const fields: Field<Form>[] = [
  ...lines<Form>({ title: () => 'ชื่อ' }),
  ...lines<Form>({ tags: () => 'ป้าย' }, ', '),
  ...texts<Form>({ detail: () => 'เล่า' }),
  ...textsIn<Form, 'notes'>('notes', { mood: () => 'บรรยากาศ' }),
];
const mine: Form = { title: 'น้ำท่วมใหญ่', tags: 'น้ำ', detail: 'ปีนั้นฝนมาก', kind: 'flood', notes: { mood: 'ดี', tool: 'บัตรคำ' } };
const theirs: Form = { ...mine, detail: 'เรือเข้าถึงตลาด', kind: 'event', notes: { mood: 'เงียบ', tool: '' } };

test('only texts that differ are asked about', () =>
  expect(clashesIn(fields, mine, theirs)).toEqual([
    { name: 'detail', label: 'เล่า', mine: 'ปีนั้นฝนมาก', theirs: 'เรือเข้าถึงตลาด' },
    { name: 'notes.mood', label: 'บรรยากาศ', mine: 'ดี', theirs: 'เงียบ' },
  ]));

test('of two lines that are both kept one line is made, of two texts a longer text', () => {
  const form = withChosen(fields, mine, theirs, { title: 'ก\n\nข', tags: 'น้ำ\n\nป่า', detail: 'เรือเข้าถึงตลาด\n\nปีนั้นฝนมาก' });
  expect(form).toEqual({ ...mine, title: 'ก / ข', tags: 'น้ำ, ป่า', detail: 'เรือเข้าถึงตลาด\n\nปีนั้นฝนมาก' });
});

test('a text in a part of the form leaves the rest of the part alone', () =>
  expect(withChosen(fields, mine, theirs, { 'notes.mood': 'เงียบ' }).notes).toEqual({ mood: 'เงียบ', tool: 'บัตรคำ' }));

const begun: Form = { title: 'น้ำท่วม', tags: 'น้ำ', detail: '', kind: 'flood', notes: { mood: '', tool: '' } };

test('what one of two has left alone stands as the other has it, and nothing is asked', () => {
  const met = { begun, mine: { ...begun, title: 'น้ำท่วมใหญ่' }, theirs: { ...begun, kind: 'event', detail: 'เรือเข้าถึงตลาด' } };
  expect(crossedIn(fields, met)).toEqual([]);
  expect(together(fields, met, {})).toEqual({ ...begun, title: 'น้ำท่วมใหญ่', kind: 'event', detail: 'เรือเข้าถึงตลาด' });
});

test('in a part of the form each text is met by itself', () => {
  const met = {
    begun,
    mine: { ...begun, notes: { mood: 'ดี', tool: 'บัตรคำ' } },
    theirs: { ...begun, notes: { mood: '', tool: 'ลูกบอล' } },
  };
  const both = [...fields, ...textsIn<Form, 'notes'>('notes', { tool: () => 'เครื่องมือ' })];
  expect(crossedIn(both, met)).toEqual([{ name: 'notes.tool', label: 'เครื่องมือ', mine: 'บัตรคำ', theirs: 'ลูกบอล' }]);
  expect(together(both, met, { 'notes.tool': 'ลูกบอล' }).notes).toEqual({ mood: 'ดี', tool: 'ลูกบอล' });
});

test('of a part that is no text and that both have changed one stands, as it is chosen', () => {
  const kind = whole<Form>(
    'kind',
    () => 'ประเภท',
    (form) => `เรื่อง ${form.kind}`,
  );
  const met = { begun, mine: { ...begun, kind: 'fire' }, theirs: { ...begun, kind: 'event' } };
  expect(crossedIn([...fields, kind], met)).toEqual([
    { name: 'kind', label: 'ประเภท', mine: 'เรื่อง fire', theirs: 'เรื่อง event', whole: true },
  ]);
  expect(together([...fields, kind], met, { kind: 'theirs' }).kind).toBe('event');
  expect(together([...fields, kind], met, { kind: 'mine' }).kind).toBe('fire');
});

test('parts that no field names are asked about together, and only where both have changed them', () => {
  const met = { begun, mine: { ...begun, kind: 'fire', notes: { mood: 'ดี', tool: '' } }, theirs: { ...begun, kind: 'event' } };
  const [title] = fields;
  expect(crossedIn([title!], met)).toMatchObject([{ name: 'rest', mine: '', theirs: '', whole: true }]);
  expect(together([title!], met, { rest: 'theirs' })).toEqual({ ...begun, kind: 'event', notes: { mood: 'ดี', tool: '' } });
});

test('where nobody knows how the edit began, all that differs is asked', () => {
  const met = { begun: undefined, mine, theirs };
  expect(crossedIn(fields, met).map(({ name }) => name)).toEqual(['detail', 'notes.mood', 'rest']);
  expect(together(fields, met, { rest: 'mine' })).toEqual(mine);
});
