import { expect, test } from 'vitest';
import { itemsIn, rowsOf } from './compare.ts';

const at = (title: string, ...texts: [string, string][]) => ({ title, texts: texts.map(([heading, text]) => ({ heading, text })) });

test('cases stand under the same headings, and what a case does not say stays empty', () => {
  const rows = rowsOf([at('บ้านเลือก', ['บริบท', 'ริมน้ำ'], ['บทเรียน', 'เริ่มเล็ก']), at('หนองสาหร่าย', ['บทเรียน', 'ฟังก่อน'])]);
  expect(rows).toEqual([
    { heading: 'บริบท', texts: ['ริมน้ำ', ''] },
    { heading: 'บทเรียน', texts: ['เริ่มเล็ก', 'ฟังก่อน'] },
  ]);
});

test('a heading under which nobody says anything is left out', () => {
  expect(rowsOf([at('ก', ['บริบท', ' ']), at('ข', ['บริบท', ''])])).toEqual([]);
});

test('an address names two to four items, each once', () => {
  expect(itemsIn('12,15,12,x,18,20,22')).toEqual(['12', '15', '18', '20']);
  expect(itemsIn(null)).toEqual([]);
});
