// Words inside a picture that leaves the page: nothing there breaks lines by itself.

/** Where a line may break: Thai has no spaces between its words. */
function pieces(text: string): string[] {
  const words = new Intl.Segmenter('th', { granularity: 'word' });
  return [...words.segment(text)].map(({ segment }) => segment);
}

/** As many lines as the text needs within a width; `measure` says how wide a piece of it is. */
export function linesOf(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text.trim())) {
    if (line.trim() && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trim()].filter(Boolean);
}

const byte = (part: string) =>
  Math.round(255 * Math.min(1, Math.max(0, Number(part))))
    .toString(16)
    .padStart(2, '0');

/** A colour as every program reads it: "color(srgb 0.5 0 1 / 0.4)" is understood by browsers alone. */
export function plainColour(value: string): { colour: string; opacity?: string } {
  const mixed = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.]+))?\)$/.exec(value);
  if (mixed) {
    const [, red, green, blue, alpha] = mixed;
    return { colour: `#${byte(red!)}${byte(green!)}${byte(blue!)}`, ...(alpha && { opacity: alpha }) };
  }
  const old = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(value);
  if (!old) return { colour: value };
  const hex = [old[1], old[2], old[3]].map((part) => Number(part).toString(16).padStart(2, '0')).join('');
  return old[4] === '0' ? { colour: 'none' } : { colour: `#${hex}`, ...(old[4] && { opacity: old[4] }) };
}
