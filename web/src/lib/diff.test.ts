import { expect, it } from 'vitest';
import { difference } from './diff.ts';

it('a changed Thai word is shown as gone and new, the rest as the same', () => {
  const pieces = difference('เด็กเริ่มแยกขยะ', 'เด็กเริ่มแยกน้ำ');
  expect(
    pieces
      .filter((piece) => piece.kind !== 'new')
      .map((piece) => piece.text)
      .join(''),
  ).toBe('เด็กเริ่มแยกขยะ');
  expect(
    pieces
      .filter((piece) => piece.kind !== 'gone')
      .map((piece) => piece.text)
      .join(''),
  ).toBe('เด็กเริ่มแยกน้ำ');
  expect(pieces[0]).toEqual({ kind: 'same', text: 'เด็กเริ่มแยก' });
});

it('equal texts have no difference', () => expect(difference('วงวันพุธ', 'วงวันพุธ')).toEqual([{ kind: 'same', text: 'วงวันพุธ' }]));
