import { beforeEach, expect, it, vi } from 'vitest';
import { Problem, Unreachable } from '#lib/problem.ts';
import type { Waiting } from '#lib/store.ts';
import { Outbox } from './outbox.svelte.ts';

const postman = vi.hoisted(() => ({ sendOrKeep: vi.fn() }));
vi.mock('#lib/postman.ts', () => postman);
const { queue } = await import('#lib/queue.svelte.ts');

class Page extends Outbox {
  reads = 0;
  async read() {
    this.reads++;
  }
}
const page = () => new Page({ number: 43, address: '/sessions/43' }, 'methods');
const step = { title: 'คำตอบ', method: 'PUT', path: 'method-answers/7', body: { body: 'ฝน', version: 2 } } as const;
const row = (id: number, body: object, more: Partial<Waiting> = {}): Waiting => ({
  id,
  title: 'คำตอบ',
  method: 'PUT',
  path: '/api/sessions/43/method-answers/7',
  headers: {},
  body: JSON.stringify(body),
  at: 1,
  ...more,
});

beforeEach(() => {
  postman.sendOrKeep.mockReset();
  queue.waiting = [];
});

it('what went out is read again, and what waits is not: there is nothing new to read', async () => {
  const outbox = page();
  postman.sendOrKeep.mockResolvedValueOnce({ sent: true, reply: {} }).mockResolvedValueOnce({ sent: false });
  expect([await outbox.send(step), await outbox.send(step)]).toEqual([true, true]);
  expect(outbox.reads).toBe(1);
  const write = { ...step, path: '/api/sessions/43/method-answers/7', page: '/sessions/43/methods' };
  expect(postman.sendOrKeep).toHaveBeenCalledWith(write);
});

it('a refusal is shown and is no success; so is a network that is gone before the queue could be had', async () => {
  const outbox = page();
  postman.sendOrKeep.mockRejectedValueOnce(new Problem({ status: 412, code: 'edited_elsewhere', title: 'มีคนแก้ไขเรื่องนี้' }));
  expect(await outbox.send(step)).toBe(false);
  expect(outbox.problem).toBeInstanceOf(Problem);
  postman.sendOrKeep.mockRejectedValueOnce(new Unreachable());
  expect(await outbox.send(step)).toBe(false);
  expect(outbox.problem).toBeInstanceOf(Unreachable);
});

it('of one thing the last text that waits is told, and the last that was not taken', () => {
  queue.waiting = [row(1, { body: 'ก' }, { refused: 'มีคนแก้' }), row(2, { body: 'ข' }, { refused: 'มีคนแก้' }), row(3, { body: 'ค' })];
  const outbox = page();
  expect(outbox.kept('method-answers/7')).toEqual({ body: 'ค' });
  expect(outbox.refused('method-answers/7')?.id).toBe(2);
  expect(outbox.kept('method-answers/70')).toBeUndefined();
});

it('only what is of this session and still goes is counted', () => {
  queue.waiting = [
    row(1, {}),
    row(2, {}, { path: '/api/sessions/430/points' }),
    row(3, {}, { refused: 'มีคนแก้' }),
    row(4, {}, { path: '/api/files', then: { method: 'POST', path: '/api/sessions/43/photos', body: '{}' } }),
  ];
  expect(page().waits).toBe(2);
});
