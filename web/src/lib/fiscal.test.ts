import { expect, it } from 'vitest';
import { fiscalDays, fiscalMonths, fiscalQuarter, fiscalYear } from './fiscal.ts';

it('an office counts its year from October and names it by the year in which it ends', () => {
  expect(fiscalYear('2026-09-30', 10)).toBe(2569);
  expect(fiscalYear('2026-10-01', 10)).toBe(2570);
  expect(fiscalDays(2570, 10)).toEqual({ from: '2026-10-01', to: '2027-09-30' });
  expect(fiscalQuarter('2026-11-21', 10)).toBe(1);
  expect(fiscalQuarter('2026-09-30', 10)).toBe(4);
});

it('a body whose year begins in January counts as the calendar does', () => {
  expect(fiscalYear('2026-12-31', 1)).toBe(2569);
  expect(fiscalDays(2569, 1)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  expect(fiscalQuarter('2026-12-31', 1)).toBe(4);
});

it('the months of a year that begins in May go over the new year', () => {
  const months = fiscalMonths(2570, 5);
  expect([months[0], months[7], months[8], months[11]]).toEqual(['2026-05-01', '2026-12-01', '2027-01-01', '2027-04-01']);
  expect(fiscalDays(2570, 5).to).toBe('2027-04-30');
});
