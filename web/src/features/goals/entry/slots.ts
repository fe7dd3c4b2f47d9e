// The cells of a table as the keyboard walks them: a ratio has two beside each other. Pure.
import type { Grid } from './types.ts';

export type Part = 'value' | 'denominator';
export type Slot = { indicator: string; area: string; part: Part };

const partsOf = (ratio: boolean): Part[] => (ratio ? ['value', 'denominator'] : ['value']);

/** A line an area; or, turned, a line an indicator. */
export function slotsOf(grid: Grid, turned: boolean): Slot[][] {
  const inColumn = (column: Grid['columns'][number], area: string): Slot[] =>
    partsOf(column.traits.calculation !== 'plain').map((part) => ({ indicator: column.code, area, part }));
  if (turned) return grid.columns.map((column) => grid.rows.flatMap((row) => inColumn(column, row.code)));
  return grid.rows.map((row) => grid.columns.flatMap((column) => inColumn(column, row.code)));
}

export type Place = { line: number; at: number };

const steps: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where a key leads; nothing where it leads out of the table or is a key for typing. */
export function after(key: { key: string; shiftKey: boolean }, from: Place, lines: Slot[][]): Place | undefined {
  const [down, right] = key.key === 'Enter' ? [key.shiftKey ? -1 : 1, 0] : (steps[key.key] ?? [0, 0]);
  if (!down && !right) return undefined;
  const to = { line: from.line + down, at: from.at + right };
  return lines[to.line]?.[to.at] ? to : undefined;
}

/** What a block that is pasted at a place falls on; what would fall beside the table is left out. */
export function fallOn(block: string[][], from: Place, lines: Slot[][]): { slot: Slot; text: string }[] {
  return block.flatMap((cells, down) =>
    cells.flatMap((text, right) => {
      const slot = lines[from.line + down]?.[from.at + right];
      return slot ? [{ slot, text: text.trim() }] : [];
    }),
  );
}
