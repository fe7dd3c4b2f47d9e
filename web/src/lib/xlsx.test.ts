import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { toXlsx } from './xlsx.ts';

/** What is inside, read by a program that knows zip files: a wrong sum or size fails. */
async function sheetOf(blob: Blob): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
  const file = join(folder, 'table.xlsx');
  writeFileSync(file, new Uint8Array(await blob.arrayBuffer()));
  const read = 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(z.read(sys.argv[2]).decode())';
  const sheet = execFileSync('python3', ['-c', read, file, 'xl/worksheets/sheet1.xml'], { encoding: 'utf8' });
  expect(readFileSync(file).length).toBe(blob.size);
  rmSync(folder, { recursive: true });
  return sheet;
}

it('a table leaves as a workbook: Thai intact, numbers as numbers, nothing that counts as a formula', async () => {
  const sheet = await sheetOf(
    toXlsx('คน/ปี', [
      ['ชื่อ', 'คน'],
      ['วง <พุธ> & "เช้า"', 21.5],
      ['=1+1', undefined],
    ]),
  );
  expect(sheet).toContain('<t xml:space="preserve">วง &lt;พุธ&gt; &amp; &quot;เช้า&quot;</t>');
  expect(sheet).toContain('<c><v>21.5</v></c>');
  expect(sheet).toContain('<c t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c><c/>');
});

it('signs that XML cannot hold are left out, and a cell holds no more than a spreadsheet takes', async () => {
  const sheet = await sheetOf(toXlsx('', [['ก\u0000\u0008ข\ud800', 'x'.repeat(40_000), Number.NaN]]));
  expect(sheet).toContain('>กข<');
  expect(sheet).toContain(`>${'x'.repeat(32_767)}<`);
  expect(sheet).toContain('>NaN<');
});
