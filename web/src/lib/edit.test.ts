import { beforeEach, expect, it, vi } from 'vitest';

vi.mock('$app/navigation', () => ({ goto: vi.fn() }));
const { goto } = await import('$app/navigation');
const { Edit } = await import('./edit.svelte.ts');
const { lines } = await import('./meeting.ts');
const { Problem, Unreachable } = await import('./problem.ts');

type Form = { name: string; phone: string };
const editedElsewhere = new Problem({ status: 412, code: 'edited_elsewhere', title: 'มีคนแก้ไขเรื่องนี้' });
const refused = new Problem({
  status: 422,
  code: 'invalid',
  title: 'ยังไม่ครบ',
  errors: [{ pointer: '/name', code: 'missing', message: 'ใส่ชื่อ' }],
});

/** A record on a server that others write too. */
class Register {
  record = { form: { name: 'กลุ่มแม่บ้าน', phone: '' }, version: 3 };
  reachable = true;
  saves: number[] = [];

  async save(form: Form, version: number): Promise<string> {
    this.saves.push(version);
    if (!this.reachable) throw new Unreachable();
    if (!form.name) throw refused;
    if (version !== this.record.version) throw editedElsewhere;
    this.record = { form: { ...form }, version: version + 1 };
    return '/organisations/7';
  }
  somebodySaves(change: Partial<Form>) {
    this.record = { form: { ...this.record.form, ...change }, version: this.record.version + 1 };
  }
  edit() {
    const { form, version } = this.record;
    return new Edit<Form>({
      key: 'organisation-7',
      fresh: () => ({ ...form }),
      version,
      save: (typed, since) => this.save(typed, since),
      shared: lines<Form>({ name: () => 'ชื่อ', phone: () => 'โทรศัพท์' }),
      standing: async () => {
        if (!this.reachable) throw new Unreachable();
        return this.record;
      },
    });
  }
}

const submitted = { preventDefault: () => undefined } as unknown as SubmitEvent;
const press = (edit: { onsubmit: (event: SubmitEvent) => void; busy: boolean }) => {
  edit.onsubmit(submitted);
  return vi.waitUntil(() => !edit.busy);
};

beforeEach(() => vi.mocked(goto).mockClear());

it('what is saved is shown where it is read', async () => {
  const register = new Register();
  const edit = register.edit();
  edit.draft.value.phone = '053 111';
  await press(edit);
  expect(register.record.form.phone).toBe('053 111');
  expect(goto).toHaveBeenCalledExactlyOnceWith('/organisations/7', { refreshAll: true });
});

it('a refusal stands beside its field, and what was typed stays', async () => {
  const edit = new Register().edit();
  edit.draft.value = { name: '', phone: '053 111' };
  await press(edit);
  expect(edit.at('/name')).toBe('ใส่ชื่อ');
  expect(edit.draft.value.phone).toBe('053 111');
  expect(goto).not.toHaveBeenCalled();
});

it('without a network what was typed stays, and can be saved once it is back', async () => {
  const register = new Register();
  const edit = register.edit();
  register.reachable = false;
  edit.draft.value.phone = '053 111';
  await press(edit);
  expect(edit.problem).toBeInstanceOf(Unreachable);
  expect(edit.draft.value.phone).toBe('053 111');
  register.reachable = true;
  await press(edit);
  expect(edit.problem).toBeUndefined();
  expect(register.record.form.phone).toBe('053 111');
});

it('what is kept until there is a signal stays in its form, and nobody is led away', async () => {
  const edit = new Edit<Form>({
    key: 'session-7-minutes-1',
    fresh: () => ({ name: '', phone: '' }),
    save: async () => undefined,
  });
  edit.draft.value.name = 'เปิดประชุม';
  await press(edit);
  expect(edit.draft.value.name).toBe('เปิดประชุม');
  expect(edit.problem).toBeUndefined();
  expect(goto).not.toHaveBeenCalled();
});

it('who presses twice saves once', async () => {
  const register = new Register();
  const edit = register.edit();
  edit.onsubmit(submitted);
  await press(edit);
  expect(register.saves).toEqual([3]);
});

it('somebody else saved first: only what differs is asked, and what is chosen is saved on top of theirs', async () => {
  const register = new Register();
  const edit = register.edit();
  register.somebodySaves({ phone: '053 222' });
  edit.draft.value.phone = '053 111';
  await press(edit);
  expect(edit.clashes).toEqual([{ name: 'phone', label: 'โทรศัพท์', mine: '053 111', theirs: '053 222' }]);
  expect(edit.problem).toBeUndefined();
  expect(goto).not.toHaveBeenCalled();

  edit.resolve({ phone: '053 222\n\n053 111' });
  await vi.waitUntil(() => !edit.busy);
  expect(edit.clashes).toEqual([]);
  expect(register.record).toEqual({ form: { name: 'กลุ่มแม่บ้าน', phone: '053 222 / 053 111' }, version: 5 });
});

it('what only they have changed is kept, unasked, under what only I have changed', async () => {
  const register = new Register();
  const edit = register.edit();
  register.somebodySaves({ phone: '053 222' });
  edit.draft.value.name = 'กลุ่มแม่บ้านท่าซัก';
  await press(edit);
  expect(edit.clashes).toEqual([]);
  expect(register.record).toEqual({ form: { name: 'กลุ่มแม่บ้านท่าซัก', phone: '053 222' }, version: 5 });
});

it('both have written the same: nothing is asked', async () => {
  const register = new Register();
  const edit = register.edit();
  register.somebodySaves({ phone: '053 111' });
  edit.draft.value.phone = '053 111';
  await press(edit);
  expect(edit.clashes).toEqual([]);
  expect(register.saves).toEqual([3, 4]);
  expect(goto).toHaveBeenCalledOnce();
});

it('a question that was closed unanswered comes again, and nothing of theirs is written over', async () => {
  const register = new Register();
  const edit = register.edit();
  register.somebodySaves({ phone: '053 222' });
  edit.draft.value.phone = '053 111';
  await press(edit);
  edit.leave();
  await press(edit);
  expect(edit.clashes).toHaveLength(1);
  expect(register.record.form.phone).toBe('053 222');
});

it('the network goes just when theirs is to be read: that is said, and the next save asks', async () => {
  const register = new Register();
  const edit = register.edit();
  register.somebodySaves({ phone: '053 222' });
  edit.draft.value.phone = '053 111';
  const save = register.save.bind(register);
  register.save = (form, version) => save(form, version).finally(() => (register.reachable = false));
  await press(edit);
  expect(edit.problem).toBeInstanceOf(Unreachable);
  expect(edit.clashes).toEqual([]);
  expect(edit.draft.value.phone).toBe('053 111');
  register.reachable = true;
  register.save = save;
  await press(edit);
  expect(edit.clashes).toHaveLength(1);
});

it('somebody took it away: the refusal is shown', async () => {
  const edit = new Edit<Form>({
    key: 'area-entry-9',
    fresh: () => ({ name: 'น้ำท่วม', phone: '' }),
    save: () => Promise.reject(editedElsewhere),
    standing: async () => undefined,
  });
  await press(edit);
  expect(edit.problem).toBe(editedElsewhere);
});
