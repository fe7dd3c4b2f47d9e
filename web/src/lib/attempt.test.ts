import { expect, it } from 'vitest';
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

it('who presses twice is served once', async () => {
  const attempt = new Attempt();
  let served = 0;
  let finish = () => {};
  const work = () => (served++, new Promise<void>((done) => (finish = done)));
  const first = attempt.run(work);
  expect(attempt.busy).toBe(true);
  expect(await attempt.run(work)).toBe(false);
  finish();
  expect(await first).toBe(true);
  expect(served).toBe(1);
});

it('a form that is sent does not load the page anew', async () => {
  const attempt = new Attempt();
  let [kept, sent] = [false, false];
  attempt.submit(() => (sent = true))({ preventDefault: () => (kept = true) } as unknown as SubmitEvent);
  expect([kept, sent]).toEqual([true, true]);
});
