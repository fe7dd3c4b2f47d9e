import { describe, expect, it } from 'vitest';
import { blockIn, isWord, seenIn, spoken, textOf } from './cells.ts';
import type { ShownValue } from './types.ts';

const value = (more: Partial<ShownValue>): ShownValue => ({
  area: '80012101',
  area_title: 'หมู่ 1',
  state: 'value',
  stage: 'draft',
  by: '',
  is_mine: true,
  at: '2026-11-22T00:00:00Z',
  source: '',
  doubts: [],
  explained: '',
  explained_by: '',
  sent_back: '',
  broken_rule: '',
  ...more,
});

describe('a cell', () => {
  it('shows zero as a value and missing as nothing', () => {
    expect(textOf(value({ numerator: 0 }))).toEqual({ value: '0', denominator: '' });
    expect(textOf(undefined)).toEqual({ value: '', denominator: '' });
  });
  it('says in words what is no number', () => {
    expect(textOf(value({ state: 'not_asked' })).value).toBe('ไม่ได้ถาม');
    expect(spoken(' ? ')).toBe('not_asked');
    expect(spoken('-')).toBe('not_applicable');
    expect(spoken('ไม่เกี่ยว')).toBe('not_applicable');
    expect(isWord('-5')).toBe(false);
  });
  it('remembers what was seen, so that nothing is overwritten unseen', () => {
    expect(seenIn(value({ numerator: 3, denominator: 4 }))).toEqual({ state: 'value', numerator: 3, denominator: 4 });
    expect(seenIn(undefined)).toBeUndefined();
  });
});

describe('a block from a spreadsheet', () => {
  it('is lines of cells, empty ones too', () => {
    expect(blockIn('๑\t1,200\r\n\t3\r\n')).toEqual([
      ['๑', '1,200'],
      ['', '3'],
    ]);
  });
  it('is none where it is one cell', () => {
    expect(blockIn('12')).toBeUndefined();
    expect(blockIn('12\n')).toBeUndefined();
  });
});
