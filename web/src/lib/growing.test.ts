import { expect, it } from 'vitest';
import { Growing } from './growing.svelte.ts';

it('the next page comes behind what was there', async () => {
  const asked: number[] = [];
  const list = new Growing({ items: ['ก', 'ข'], next: '2' }, async (after) => {
    asked.push(after);
    return { items: ['ค'] };
  });
  await list.more();
  expect(asked).toEqual([2]);
  expect(list.items).toEqual(['ก', 'ข', 'ค']);
  expect(list.next).toBeUndefined();
});

it('a page that does not come is told, and can be asked for again', async () => {
  let online = false;
  const list = new Growing<string>({ items: ['ก'], next: '1' }, async () => {
    if (!online) throw new Error('offline');
    return { items: ['ข'] };
  });
  await list.more();
  expect(list.problem).toEqual(new Error('offline'));
  expect(list.items).toEqual(['ก']);
  expect(list.busy).toBe(false);
  online = true;
  await list.more();
  expect(list.problem).toBeUndefined();
  expect(list.items).toEqual(['ก', 'ข']);
});
