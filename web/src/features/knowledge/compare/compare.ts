// Cases side by side: the same headings, in the order in which they first come.
export type Case = { title: string; address?: string; texts: { heading: string; text: string }[] };

export const fewest = 2;
export const most = 4;

export type Row = { heading: string; texts: string[] };

/** One row a heading; empty where a case says nothing under it. A heading under which none says anything is left out. */
export function rowsOf(cases: Case[]): Row[] {
  const all = new Set(cases.flatMap(({ texts }) => texts.map(({ heading }) => heading)));
  const under = (one: Case, heading: string) =>
    one.texts
      .filter((each) => each.heading === heading)
      .map(({ text }) => text)
      .join('\n');
  return [...all]
    .map((heading) => ({ heading, texts: cases.map((one) => under(one, heading)) }))
    .filter(({ texts }) => texts.some((text) => text.trim()));
}

/** "12,15,18", as the address has it: numbers, each once, four at most. */
export const itemsIn = (text: string | null): string[] =>
  [...new Set((text ?? '').split(',').filter((number) => /^\d+$/.test(number)))].slice(0, most);
