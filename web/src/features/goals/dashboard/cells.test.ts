import { expect, it } from 'vitest';
import { byAreas, byPeriods, columnsOf, pointsOf, wordsOf } from './cells.ts';
import { householdShare } from '../testing.ts';
import type { BlockIndicator, ShownBlock } from './types.ts';

const traits = householdShare(1);
const cell = (value?: number) => ({
  found: value === undefined ? ('hidden' as const) : ('value' as const),
  ...(value === undefined ? {} : { value }),
  reported: 1,
  entered: false,
});
const saving: BlockIndicator = {
  code: 'saving',
  title: 'ออม',
  title_en: '',
  traits,
  periods: [
    { period: '2024', title: '2567' },
    { period: '2025', title: '2568' },
  ],
  rows: [{ cells: [cell(50), cell(60)] }, { cells: [cell(0), cell()] }],
};
const place = (title: string) => ({ code: '71', level: 'subdistrict' as const, title });
const shown: ShownBlock = { block: { look: 'table', width: 'full' }, areas: [place('ตำบล'), place('หมู่ 1')], indicators: [saving] };

it('zero is a number, and what is hidden says that it is', () => {
  expect(pointsOf(saving, 1)).toEqual([
    { name: '2567', value: 0 },
    { name: '2568', value: undefined },
  ]);
  expect(wordsOf(saving, saving.rows[1]!.cells[1])).not.toMatch(/\d/);
});

it('tables hold the same numbers, by areas or by periods', () => {
  expect(byAreas(shown).lines.map(({ name, cells }) => [name, cells[0]])[0]).toEqual(['ตำบล', 60]);
  const periods = byPeriods(shown);
  expect(periods.lines.map(({ name }) => name)).toEqual(['2568', '2567']);
  expect(periods.names).toEqual(['ตำบล', 'หมู่ 1']);
  expect(columnsOf(periods).map(({ value }) => value(periods.lines[1]!))).toEqual(['2567', 50, 0]);
});
