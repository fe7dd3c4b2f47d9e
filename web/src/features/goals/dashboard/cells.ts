// What the pictures of a block draw.
import * as say from '#say';
import { titleOf } from '#features/records/title.ts';
import type { Cell } from '#lib/csv.ts';
import type { TrendPoint } from '#ui/chart/trend.ts';
import { amount } from '../amount.ts';
import { reportedOf } from '../ladder.ts';
import { whyNone } from '../view/words.ts';
import type { BlockCell, BlockIndicator, ShownBlock } from './types.ts';

export const valueOf = (cell: BlockCell | undefined): number | undefined => cell?.value ?? undefined;

/** Why there is no number; never a zero in its place. */
export const whyOf = (cell: BlockCell | undefined): string =>
  cell === undefined ? whyNone.missing() : cell.found === 'value' ? '' : whyNone[cell.found]();

export const wordsOf = (indicator: BlockIndicator, cell: BlockCell | undefined): string =>
  cell?.value == null ? whyOf(cell) : amount(cell.value, indicator.traits);

/** "รายงาน 3 จาก 9" */
export const coverageOf = ({ reported, expected, entered }: BlockCell): string =>
  reportedOf({ reported, expected, ...(entered ? { entered: {} } : {}) } as Parameters<typeof reportedOf>[0]);

export const pointsOf = (indicator: BlockIndicator, row: number): TrendPoint[] =>
  indicator.periods.map(({ title }, i) => ({ name: title, value: valueOf(indicator.rows[row]?.cells[i]) }));

/** What a block is called where nobody named it. */
export const titleOfBlock = ({ block, indicators, goal }: ShownBlock): string =>
  block.title || (block.look === 'exceptions' ? say.goals_exceptions() : goal ? titleOf(goal) : indicators.map(titleOf).join(' · '));

/** "ตำบลท่าซัก · พ.ศ. 2568": what there is of it. */
export const line = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' · ');

// ---- tables ----

export type Line = { name: string; cells: Cell[]; words: string[] };
export type Lines = { first: string; names: string[]; lines: Line[] };

/** A number where there is one, else why there is none. */
const told = (indicator: BlockIndicator, cell: BlockCell | undefined): Cell => valueOf(cell) ?? whyOf(cell);

/** An area a line, an indicator a column, each in its newest period. */
export function byAreas({ areas, indicators }: ShownBlock): Lines {
  const names = indicators.map((indicator) => `${titleOf(indicator)} ${indicator.periods.at(-1)?.title ?? ''}`.trim());
  const lines = areas.map(({ title }, i) => ({
    name: title,
    cells: indicators.map((indicator) => told(indicator, indicator.rows[i]?.cells.at(-1))),
    words: indicators.map((indicator) => wordsOf(indicator, indicator.rows[i]?.cells.at(-1))),
  }));
  return { first: say.goals_area(), names, lines };
}

/** A period a line, the newest first; a line of the picture a column. */
export function byPeriods({ areas, indicators }: ShownBlock): Lines {
  const columns = indicators.flatMap((indicator) =>
    areas.map((area, row) => ({ indicator, row, name: indicators.length > 1 || areas.length === 1 ? titleOf(indicator) : area.title })),
  );
  const periods = [
    ...new Map(indicators.flatMap((indicator) => indicator.periods.map((period) => [period.period, period.title] as const))),
  ];
  const lines = periods
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([code, title]) => {
      const cells = columns.map(({ indicator, row }) => {
        const at = indicator.periods.findIndex(({ period }) => period === code);
        return { indicator, cell: at < 0 ? undefined : indicator.rows[row]?.cells[at] };
      });
      return {
        name: title,
        cells: cells.map(({ indicator, cell }) => told(indicator, cell)),
        words: cells.map(({ indicator, cell }) => wordsOf(indicator, cell)),
      };
    });
  return { first: say.goals_period(), names: columns.map(({ name }) => name), lines };
}

export const columnsOf = ({ first, names }: Lines) => [
  { label: first, value: ({ name }: Line): Cell => name },
  ...names.map((label, i) => ({
    label: names.indexOf(label) === i ? label : `${label} (${i + 1})`,
    value: ({ cells }: Line): Cell => cells[i],
  })),
];
