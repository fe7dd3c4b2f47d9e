// What changed between two texts, word by word; Thai words are found by the browser's own segmenter.

export type Piece = { kind: 'same' | 'gone' | 'new'; text: string };

const words = (text: string): string[] => [...new Intl.Segmenter('th', { granularity: 'word' }).segment(text)].map((part) => part.segment);

/** Lengths of the longest common tails, so that a walk from the front always knows the better side. */
function tails(a: string[], b: string[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i]![j] = a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
  return table;
}

function walk(a: string[], b: string[]): Piece[] {
  const table = tails(a, b);
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], text: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('same', a[i]!);
      i++;
      j++;
    } else if (i < a.length && (j === b.length || table[i + 1]![j]! >= table[i]![j + 1]!)) add('gone', a[i++]!);
    else add('new', b[j++]!);
  }
  return pieces;
}

/** Words for texts of ordinary length, lines for long ones: the table grows with the product of both. */
export function difference(before: string, after: string): Piece[] {
  const [a, b] = [words(before), words(after)];
  if (a.length * b.length < 4_000_000) return walk(a, b);
  const lines = (text: string) => text.split(/(?<=\n)/);
  return walk(lines(before), lines(after));
}
