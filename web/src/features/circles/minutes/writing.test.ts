import { beforeEach, expect, it, vi } from 'vitest';
import type { Waiting } from '#lib/store.ts';
import type { Session } from '../types.ts';
import type { Minutes } from './minutes.ts';

const net = vi.hoisted(() => ({ sendOrKeep: vi.fn(), invalidateAll: vi.fn(), GET: vi.fn() }));
vi.mock('#lib/postman.ts', () => ({ sendOrKeep: net.sendOrKeep }));
vi.mock('$app/navigation', () => ({ invalidateAll: net.invalidateAll }));
vi.mock('#lib/api.ts', () => ({ api: { GET: net.GET }, ask: (reply: unknown) => reply }));
const { queue } = await import('#lib/queue.svelte.ts');
const { Writing } = await import('./writing.svelte.ts');

const session = { record: { number: 43, address: '/sessions/43', title: 'ประชุมซ่อมถนน' } } as unknown as Session;
const row = (id: number, text: string, edit: number, refused?: string): Waiting => ({
  id,
  title: '',
  method: 'PUT',
  path: '/api/sessions/43/minutes',
  headers: {},
  body: JSON.stringify({ paragraphs: text.split('\n\n'), edit }),
  at: 1,
  refused,
});

beforeEach(() => {
  for (const one of Object.values(net)) one.mockReset();
  queue.waiting = [];
});

it('a draft goes with the edit it was written over, and says where the next is told', async () => {
  net.sendOrKeep.mockResolvedValue({ sent: false });
  expect(await new Writing(session).write('เปิดประชุม\n\nซ่อมถนน', 3, 'session-43-minutes-1')).toBe(false);
  expect(net.sendOrKeep).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      method: 'PUT',
      path: '/api/sessions/43/minutes',
      body: { paragraphs: ['เปิดประชุม', 'ซ่อมถนน'], edit: 3 },
      edition: 'minutes.edit',
      draft: 'session-43-minutes-1',
      page: '/sessions/43/minutes',
    }),
  );
});

it('what waits is mine before what was refused', () => {
  queue.waiting = [row(1, 'เก่า', 2, 'มีคนแก้'), row(2, 'ใหม่\n\nกว่า', 3)];
  expect(new Writing(session).mine).toEqual({ text: 'ใหม่\n\nกว่า', edit: 3, refused: undefined });
  queue.waiting = [row(1, 'เก่า', 2, 'มีคนแก้')];
  expect(new Writing(session).mine?.refused).toBe('มีคนแก้');
});

it('the form is told what has arrived, and nothing where somebody else’s text stands', async () => {
  const writing = new Writing(session);
  const arrived: Minutes[] = [];
  writing.onarrived = (theirs) => arrived.push(theirs);
  net.GET.mockResolvedValueOnce({ paragraphs: ['ของเขา'] });
  await writing.wentOut([row(1, 'ของเรา', 3)]);
  expect(arrived).toEqual([]);
  net.GET.mockResolvedValueOnce({ paragraphs: ['ของเรา'] });
  await writing.wentOut([row(1, 'ของเรา', 3)]);
  expect(arrived).toHaveLength(1);
  expect(net.invalidateAll).toHaveBeenCalledTimes(2);
});
