// A table leaves as a workbook that a spreadsheet opens: written here, so that it works without a signal. Stored, not packed: tables of pages are small.
import type { Cell } from './csv.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const kind = 'application/vnd.openxmlformats-officedocument.';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const meaning = 'http://schemas.openxmlformats.org/';

/** XML has no words for most control characters. */
// eslint-disable-next-line no-control-regex
const plain = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/\p{Cs}/gu, '');
const escaped = (text: string) =>
  plain(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function cell(value: Cell): string {
  if (value === undefined || value === '') return '<c/>';
  if (typeof value === 'number' && Number.isFinite(value)) return `<c><v>${value}</v></c>`;
  // As text in the cell itself: never a formula.
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(String(value).slice(0, 32_767))}</t></is></c>`;
}

/** The names that a sheet may have: 31 signs at most, none of some. */
const sheetName = (title: string) => [...title.replace(/[\\/?*[\]:']/g, ' ').trim()].slice(0, 31).join('') || 'Sheet1';

function parts(title: string, rows: Cell[][]): [string, string][] {
  const lines = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
  return [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${meaning}package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}spreadsheetml.worksheet+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${meaning}package/2006/relationships"><Relationship Id="rId1" Type="${meaning}officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${meaning}spreadsheetml/2006/main" xmlns:r="${meaning}officeDocument/2006/relationships"><sheets><sheet name="${escaped(sheetName(title))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${meaning}package/2006/relationships"><Relationship Id="rId1" Type="${meaning}officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    ['xl/worksheets/sheet1.xml', `${head}<worksheet xmlns="${meaning}spreadsheetml/2006/main"><sheetData>${lines}</sheetData></worksheet>`],
  ];
}

const sums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});
const crcOf = (data: Uint8Array) => ~data.reduce((sum, byte) => sums[(sum ^ byte) & 255]! ^ (sum >>> 8), 0xffffffff) >>> 0;

/** Numbers of 2 and 4 bytes, small end first. */
function packed(...numbers: [size: 2 | 4, value: number][]): Uint8Array {
  const data = new DataView(new ArrayBuffer(numbers.reduce((sum, [size]) => sum + size, 0)));
  let at = 0;
  for (const [size, value] of numbers) {
    if (size === 2) data.setUint16(at, value, true);
    else data.setUint32(at, value, true);
    at += size;
  }
  return new Uint8Array(data.buffer);
}

/** 1 January 1980, the first day that a zip file knows: the same table is the same file. */
const day = 0x21;

function zip(files: [string, string][]): Blob {
  const body: Uint8Array[] = [];
  const index: Uint8Array[] = [];
  let at = 0;
  for (const [name, text] of files) {
    const [title, data] = [bytes(name), bytes(text)];
    const facts: [2 | 4, number][] = [[2, 20], [2, 0x800], [2, 0], [2, 0], [2, day], [4, crcOf(data)], [4, data.length], [4, data.length], [2, title.length], [2, 0]]; // prettier-ignore
    body.push(packed([4, 0x04034b50], ...facts), title, data);
    index.push(packed([4, 0x02014b50], [2, 20], ...facts, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), title);
    at += 30 + title.length + data.length;
  }
  const length = index.reduce((sum, part) => sum + part.length, 0);
  const end = packed([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, length], [4, at], [2, 0]);
  return new Blob([...body, ...index, end] as BlobPart[], { type: `${kind}spreadsheetml.sheet` });
}

export const toXlsx = (title: string, rows: Cell[][]): Blob => zip(parts(title, rows));
