import { expect, it, vi } from 'vitest';

vi.stubGlobal('document', { getElementById: () => null, documentElement: { lang: 'th' }, cookie: '' });
const { ask, present } = await import('./api.ts');
const { Problem } = await import('./problem.ts');

it('what is missing travels as null and is then simply not there', () =>
  expect(present({ next: null, items: [{ people: null, held: 0 }] })).toEqual({ items: [{ held: 0 }] }));

it('a refusal becomes a Problem that knows its fields', async () => {
  const error = {
    status: 422,
    code: 'invalid_input',
    title: 'ยังบันทึกไม่ได้',
    errors: [{ pointer: '/title', code: 'required', message: 'ใส่ชื่อ' }],
  };
  const refused = ask(Promise.resolve({ error, response: new Response(null, { status: 422 }) }));
  await expect(refused).rejects.toThrow(Problem);
  await refused.catch((problem) => expect(problem.at('/title')).toBe('ใส่ชื่อ'));
});
