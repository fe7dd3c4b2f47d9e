// What the buttons above a text do to it. Pure: text and selection in, text and selection out.

export type Selected = { text: string; from: number; to: number };

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;

/** Puts marks around the selection, or takes them away where they stand already. */
export function wrap({ text, from, to }: Selected, mark: string, sample: string): Selected {
  const has = text.slice(from - mark.length, from) === mark && text.slice(to, to + mark.length) === mark;
  if (has) {
    const bare = text.slice(0, from - mark.length) + text.slice(from, to) + text.slice(to + mark.length);
    return { text: bare, from: from - mark.length, to: to - mark.length };
  }
  const inside = text.slice(from, to) || sample;
  return {
    text: text.slice(0, from) + mark + inside + mark + text.slice(to),
    from: from + mark.length,
    to: from + mark.length + inside.length,
  };
}

/** Begins every selected line with a sign ("- ", "## ", "> "), or takes it away where all have it. */
export function prefix({ text, from, to }: Selected, sign: string): Selected {
  const start = lineStart(text, from);
  const end = text.indexOf('\n', to) === -1 ? text.length : text.indexOf('\n', to);
  const lines = text.slice(start, end).split('\n');
  const all = lines.every((line) => line.startsWith(sign));
  const changed = lines.map((line) => (all ? line.slice(sign.length) : line.startsWith(sign) ? line : sign + line)).join('\n');
  return { text: text.slice(0, start) + changed + text.slice(end), from: start, to: start + changed.length };
}

export function link({ text, from, to }: Selected, sample: string): Selected {
  const inside = text.slice(from, to) || sample;
  const begin = from + inside.length + 3;
  return { text: `${text.slice(0, from)}[${inside}](https://)${text.slice(to)}`, from: begin, to: begin + 8 };
}
