import { expect, it, vi } from 'vitest';
import type { Waiting } from './store.ts';

vi.stubGlobal('document', { documentElement: { lang: 'th' }, cookie: '' });
const { copyOf, heldBy } = await import('./held.ts');

const said: Waiting = {
  title: 'คำพูด: ก/ข',
  method: 'POST',
  path: '/api/sessions/3/points',
  headers: {},
  body: JSON.stringify({ kind: 'story', body: 'น้ำไหลอ่อน', heads: { all: 9 }, captured_at: '2026-11-18T02:00:00Z', speaker: null }),
  at: Date.parse('2026-11-18T02:00:00Z'),
};

it('its person reads their own words, and no names that only the program knows', () =>
  expect(heldBy(said)).toEqual({ texts: ['น้ำไหลอ่อน', '9'], files: [] }));

it('a copy holds every field, in a file that any phone opens', async () => {
  const [only, ...more] = copyOf(said);
  expect([only!.name, more.length]).toEqual(['คำพูด  ก ข.txt', 0]);
  const text = await only!.blob.text();
  expect(text).toContain('18 พฤศจิกายน 2569');
  for (const line of ['kind: story', 'body: น้ำไหลอ่อน', 'heads.all: 9']) expect(text).toContain(line);
});

it('of a photo the photo itself is the copy', () => {
  const blob = new Blob(['x'], { type: 'image/jpeg' });
  const photo = { ...said, body: [{ name: 'file', value: blob, filename: 'a.jpg' }] };
  expect(copyOf(photo)).toEqual([{ name: 'a.jpg', blob }]);
});
