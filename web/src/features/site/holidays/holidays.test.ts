import { expect, it } from 'vitest';
import { keptAgain, withDay, withoutDay, type OwnYear } from './holidays.ts';

const nothing: OwnYear = { days: [], not_kept: [] };
const fair = { date: '2026-11-25', name: 'งานประจำปี' };

it('a local day is added once, moves to another date, and goes again', () => {
  const added = withDay(withDay(nothing, fair), { ...fair, name: 'งานเดือนสิบสอง' });
  expect(added.days).toEqual([{ date: '2026-11-25', name: 'งานเดือนสิบสอง' }]);
  const moved = withDay(added, { date: '2026-11-26', name: 'งานเดือนสิบสอง' }, '2026-11-25');
  expect(moved.days.map(({ date }) => date)).toEqual(['2026-11-26']);
  expect(withoutDay(moved, { date: '2026-11-26', origin: 'own' })).toEqual(nothing);
});

it('a day of the table is not kept, and kept again', () => {
  const without = withoutDay(nothing, { date: '2026-08-12', origin: 'table' });
  expect(without.not_kept).toEqual(['2026-08-12']);
  expect(keptAgain(without, '2026-08-12')).toEqual(nothing);
  expect(withDay(without, { date: '2026-08-12', name: 'วันแม่' }).not_kept).toEqual([]);
});
