import { expect, it } from 'vitest';
import { waiting, type InsideFile } from './clearance.ts';

const photo = (id: number, why: InsideFile['why'], of: Partial<InsideFile> = {}): InsideFile => ({
  id,
  name: 'วง.jpg',
  kind: 'jpeg',
  group: 'picture',
  size: 1,
  width: 1,
  height: 1,
  sizes: 'made',
  alternative_text: '',
  caption: '',
  address: `/files/${id}`,
  why,
  ...of,
});

it('all at once are those that wait and that somebody can have looked at', () => {
  const photos = [photo(1, 'waits'), photo(2, 'kept'), photo(3, 'refused'), photo(4, 'waits', { sizes: 'waiting' })];
  expect(waiting(photos)).toEqual([1]);
  expect(waiting([photo(5, 'waits', { group: 'sound', sizes: 'none' })])).toEqual([5]);
});
