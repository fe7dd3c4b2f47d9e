import { expect, it, vi } from 'vitest';
import { Attempt } from './attempt.svelte.ts';
import { Problem, Unreachable } from './problem.ts';

const wrong = new Problem({
  status: 422,
  code: 'invalid',
  title: 'ยังไม่ครบ',
  errors: [{ pointer: '/name', code: 'missing', message: 'ใส่ชื่อก่อน' }],
});

it('what was done leaves nothing behind', async () => {
  const attempt = new Attempt();
  expect(await attempt.run(async () => undefined)).toBe(true);
  expect([attempt.busy, attempt.problem]).toEqual([false, undefined]);
});

it('a refusal is shown beside its field, and gone when it is tried again', async () => {
  const attempt = new Attempt();
  expect(await attempt.run(() => Promise.reject(wrong))).toBe(false);
  expect(attempt.at('/name')).toBe('ใส่ชื่อก่อน');
  expect(attempt.at('/email')).toBeUndefined();
  await attempt.run(async () => undefined);
  expect(attempt.at('/name')).toBeUndefined();
});

it('without a network the button can be pressed again', async () => {
  const attempt = new Attempt();
  await attempt.run(() => Promise.reject(new Unreachable()));
  expect(attempt.problem).toBeInstanceOf(Unreachable);
  expect(attempt.busy).toBe(false);
});

it('a form that is sent twice is served once, and the page is not loaded anew', async () => {
  const attempt = new Attempt();
  let [served, kept] = [0, 0];
  let finish = () => {};
  const onsubmit = attempt.submit(() => (served++, new Promise<void>((done) => (finish = done))));
  const press = () => onsubmit({ preventDefault: () => kept++ } as unknown as SubmitEvent);
  press();
  press();
  expect([served, kept, attempt.busy]).toEqual([1, 2, true]);
  finish();
  await vi.waitUntil(() => !attempt.busy);
  press();
  expect(served).toBe(2);
});

it('two things at once are waited for until both are done', async () => {
  const attempt = new Attempt();
  let finish = () => {};
  const slow = attempt.run(() => new Promise<void>((done) => (finish = done)));
  await attempt.run(async () => undefined);
  expect(attempt.busy).toBe(true);
  finish();
  expect(await slow).toBe(true);
  expect(attempt.busy).toBe(false);
});
