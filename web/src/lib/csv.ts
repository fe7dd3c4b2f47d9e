// Tables leave as CSV that a spreadsheet opens as Thai text at once (byte order mark) and never as a formula.

export type Cell = string | number | undefined;

function cell(value: Cell): string {
  const text = value === undefined ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const toCsv = (rows: Cell[][]): string => '\ufeff' + rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';

export function download(name: string, content: BlobPart, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
