import { expect, test } from 'vitest';
import { searchFor, tagsAsText, tagsIn } from './tags.ts';

test('tags are what stands between commas, each once, and nobody has to leave out the #', () => {
  expect(tagsIn('#ป่าชุมชน, น้ำ,, น้ำ ,\n#')).toEqual(['ป่าชุมชน', 'น้ำ']);
  expect(tagsIn(tagsAsText(['ขยะ', 'ตลาด']))).toEqual(['ขยะ', 'ตลาด']);
});

test('a tag leads to a search for it, whatever signs it holds', () => {
  expect(searchFor('a&b=c')).toBe('/search?q=a%26b%3Dc');
});
