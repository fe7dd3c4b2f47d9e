import { crc32 } from 'node:zlib';

const little = (value: number, bytes: number): Buffer => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
};

/** A ZIP of parts as they are, not packed: what an office file is made of. */
export function zip(parts: Record<string, string | Uint8Array>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(parts)) {
    const [name, content] = [Buffer.from(path), Buffer.from(text as Uint8Array)];
    const facts = Buffer.concat([
      ...[20, 0, 0].map((value) => little(value, 2)),
      ...[0, crc32(content), content.length, content.length].map((value) => little(value, 4)),
      ...[name.length, 0].map((value) => little(value, 2)),
    ]);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), facts, name, content]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), little(20, 2), facts, Buffer.alloc(10), little(at, 4), name]));
    files.push(file);
    at += file.length;
  }
  const list = Buffer.concat(directory);
  const count = little(directory.length, 2);
  const end = [Buffer.from('PK\x05\x06'), Buffer.alloc(4), count, count, little(list.length, 4), little(at, 4), Buffer.alloc(2)];
  return Buffer.concat([...files, list, ...end]);
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const sheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const document = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A Word document of these paragraphs. */
export function docx(paragraphs: string[]): Buffer {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  return zip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
  });
}

/** A workbook; each sheet is rows of texts. */
export function xlsx(sheets: Record<string, string[][]>): Buffer {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const list: string[] = [];
  const places: string[] = [];
  const parts: Record<string, string> = { '[Content_Types].xml': '<Types/>' };
  Object.entries(sheets).forEach(([name, rows], i) => {
    list.push(`<sheet name="${name}" r:id="r${i}"/>`);
    places.push(`<Relationship Id="r${i}" Target="worksheets/sheet${i}.xml"/>`);
    const data = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
    parts[`xl/worksheets/sheet${i}.xml`] = `<worksheet xmlns="${sheet}"><sheetData>${data}</sheetData></worksheet>`;
  });
  parts['xl/workbook.xml'] = `<workbook xmlns="${sheet}" xmlns:r="${document}"><sheets>${list.join('')}</sheets></workbook>`;
  parts['xl/_rels/workbook.xml.rels'] = `<Relationships xmlns="${relations}">${places.join('')}</Relationships>`;
  return zip(parts);
}
