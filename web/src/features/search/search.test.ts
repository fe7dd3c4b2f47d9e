import { expect, test } from 'vitest';
import { addressOf, isNarrowed, pieces, wantedIn } from './search.ts';

test('a text comes in marked and unmarked pieces that together are the text', () => {
  const text = '😀 ธนาคารความดี';
  const all = pieces(text, [
    { begin: 3, end: 9 },
    { begin: 9, end: 15 },
  ]);
  expect(all.map((piece) => piece.text).join('')).toBe(text);
  expect(all.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(['ธนาคาร', 'ความดี']);
  expect(pieces('ก', [])).toEqual([{ text: 'ก', marked: false }]);
  expect(pieces('', [])).toEqual([]);
});

test('a question survives the way through the address', () => {
  const wanted = { q: 'วง & "ความดี"', kind: 'session', year: 2553 };
  expect(wantedIn(new URL(addressOf(wanted), 'http://lomwong.example').searchParams)).toEqual(wanted);
  expect(isNarrowed(wanted)).toBe(true);
  expect(isNarrowed({ q: 'วง' })).toBe(false);
});

test('a book pasted into the address is cut', () => {
  expect(wantedIn(new URLSearchParams({ q: 'ก'.repeat(100_000), year: 'no' }))).toEqual({ q: 'ก'.repeat(1000) });
});
