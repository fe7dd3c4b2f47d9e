import { expect, it } from 'vitest';
import { fileName } from './file-name.ts';
import { linesOf, plainColour } from './picture-text.ts';

const measure = (text: string) => [...text].length;

it('a long Thai title breaks between words, never inside one', () => {
  const text = 'จำนวนผู้สูงอายุที่ได้รับการเยี่ยมบ้าน ตำบลท่าซัก';
  const lines = linesOf(text, 20, measure);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  for (const line of lines) expect(line).not.toMatch(/^[\u0e31\u0e33-\u0e3a\u0e45\u0e47-\u0e4e]/);
});

it('a word wider than the picture keeps a line of its own, and nothing is one line less', () => {
  expect(linesOf('ab aaaaaaaaaaaaaaaaaaaa cd', 5, measure)).toEqual(['ab', 'aaaaaaaaaaaaaaaaaaaa', 'cd']);
  expect(linesOf('  ', 5, measure)).toEqual([]);
});

it('colours leave as every program reads them', () => {
  expect(plainColour('rgb(43, 58, 130)')).toEqual({ colour: '#2b3a82' });
  expect(plainColour('rgba(43, 58, 130, 0.5)')).toEqual({ colour: '#2b3a82', opacity: '0.5' });
  expect(plainColour('rgba(0, 0, 0, 0)')).toEqual({ colour: 'none' });
  expect(plainColour('color(srgb 1 0.5 0)')).toEqual({ colour: '#ff8000' });
  expect(plainColour('none')).toEqual({ colour: 'none' });
});

it('a title with signs that no file may have still names its file', () => {
  expect(fileName('วง "พุธ" 2568/69: ก<ข>')).toBe('วง -พุธ- 2568-69- ก-ข-');
});
