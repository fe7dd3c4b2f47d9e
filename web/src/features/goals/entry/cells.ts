// What stands in a cell and what is typed there, as text. Pure.
import * as say from '#say';
import type { SeenValue, ShownValue } from './types.ts';

/** What a person sees in a cell: its number, and what it is a part of; empty where nothing is known. */
export type CellText = { value: string; denominator: string };
export const nothing: CellText = { value: '', denominator: '' };

const words = { not_asked: say.goals_entry_not_asked, not_applicable: say.goals_entry_not_applicable };
/** For quick hands. */
const signs: Record<string, keyof typeof words> = { '?': 'not_asked', '-': 'not_applicable' };

export function textOf(value: ShownValue | undefined): CellText {
  if (!value) return nothing;
  if (value.state !== 'value') return { value: words[value.state](), denominator: '' };
  return { value: String(value.numerator ?? ''), denominator: value.denominator === undefined ? '' : String(value.denominator) };
}

export const seenIn = (value: ShownValue | undefined): SeenValue | undefined =>
  value && {
    state: value.state,
    ...(value.numerator === undefined ? {} : { numerator: value.numerator }),
    ...(value.denominator === undefined ? {} : { denominator: value.denominator }),
  };

/** As the server reads it: signs and words, of whichever language, become its own words. */
export function spoken(typed: string): string {
  const text = typed.trim();
  const state = signs[text] ?? (Object.keys(words) as (keyof typeof words)[]).find((key) => words[key]() === text);
  return state ?? text;
}

export const isWord = (typed: string): boolean => spoken(typed) === 'not_asked' || spoken(typed) === 'not_applicable';

/** A block out of a spreadsheet: lines of cells with tabs between, the last line end left out. Nothing for what is one cell only. */
export function blockIn(clipboard: string): string[][] | undefined {
  const lines = clipboard.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  const block = lines.map((line) => line.split('\t'));
  return block.length > 1 || block[0]!.length > 1 ? block : undefined;
}
