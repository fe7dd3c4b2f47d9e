import { expect, it } from 'vitest';
import { toCsv } from './csv.ts';

it('a table leaves as CSV with Thai intact, quotes doubled and nothing that starts a formula', () => {
  const csv = toCsv([
    ['ชื่อ', 'คน'],
    ['วง "พุธ", เช้า', 21],
    ['=1+1', undefined],
    [-3, '-3'],
  ]);
  expect(csv).toBe('\ufeffชื่อ,คน\r\n"วง ""พุธ"", เช้า",21\r\n\'=1+1,\r\n-3,\'-3\r\n');
});
