import { expect, it } from 'vitest';
import { fromWords, pointerOf, toWords } from './own-words.ts';

it('only the words that were typed are sent, and a fault is found at its word', () => {
  const typed = fromWords({ words: [] });
  expect(toWords(typed)).toEqual({ words: [] });
  typed.frame_areas.th = 'ชุมชน';
  typed.circles_kind_forum = { th: 'เวทีข่วง', en: 'Village forum' };
  expect(toWords(typed).words).toEqual([
    { word: 'frame_areas', th: 'ชุมชน', en: '' },
    { word: 'circles_kind_forum', th: 'เวทีข่วง', en: 'Village forum' },
  ]);
  expect(pointerOf(typed, 'circles_kind_forum', 'en')).toBe('/words/1/en');
  expect(fromWords(toWords(typed))).toEqual(typed);
});
