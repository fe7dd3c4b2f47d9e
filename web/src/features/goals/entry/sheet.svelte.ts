// A table that is typed into: what was typed goes to the server by itself, some cells at a time, and each tells what became of it.
import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { store } from '#lib/store.ts';
import { isWord, seenIn, spoken, textOf, type CellText } from './cells.ts';
import { enterCells } from './entry.ts';
import type { CellReply, Grid, ShownValue, TypedCell } from './types.ts';

export type CellName = { indicator: string; area: string };
export type CellState = {
  stands: ShownValue | undefined;
  typed: CellText;
  /** waiting: typed and not sent; refused and conflict: what was typed is kept here and stands nowhere else. */
  status: 'still' | 'waiting' | 'saved' | 'refused' | 'conflict';
  message: string;
};

const rest = 700; // milliseconds without typing before cells are sent
const again = 5000;
const mostAtOnce = 500;

const keyOf = ({ indicator, area }: CellName) => `${indicator}\n${area}`;
const nameOf = (key: string): CellName => {
  const [indicator = '', area = ''] = key.split('\n');
  return { indicator, area };
};

export class Sheet {
  readonly grid: Grid;
  readonly cells = new SvelteMap<string, CellState>();
  problem = $state.raw<unknown>();
  sending = $state(false);

  readonly #ratios: Set<string>;
  readonly #counted: Set<string>;
  readonly #draft: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(grid: Grid) {
    this.grid = grid;
    this.#ratios = new Set(grid.columns.filter(({ traits }) => traits.calculation !== 'plain').map(({ code }) => code));
    this.#counted = new Set(grid.columns.filter(({ counter }) => counter).map(({ code }) => code));
    this.#draft = `figures-${grid.area.code}-${grid.period}-${grid.group}`;
    for (const column of grid.columns) for (const value of column.values) this.#stand({ indicator: column.code, area: value.area }, value);
  }

  /** What was typed here and never got through: another day, or before the page was left. */
  async restore(): Promise<void> {
    const kept = await (await store()).get('drafts', this.#draft);
    for (const [key, typed] of Object.entries((kept?.value ?? {}) as Record<string, CellText>)) {
      const name = nameOf(key);
      if (this.grid.columns.some(({ code }) => code === name.indicator)) this.type(name, typed);
    }
  }

  at(name: CellName): CellState {
    return this.cells.get(keyOf(name)) ?? { stands: undefined, typed: textOf(undefined), status: 'still', message: '' };
  }
  isRatio = (indicator: string): boolean => this.#ratios.has(indicator);
  /** Lomwong counts it: nobody types. */
  isCounted = (indicator: string): boolean => this.#counted.has(indicator);
  isFixed(name: CellName): boolean {
    const stage = this.at(name).stands?.stage;
    return stage === 'approved' || stage === 'locked' || this.isCounted(name.indicator);
  }
  waiting = $derived([...this.cells.values()].filter(({ status }) => status === 'waiting').length);
  unsettled = $derived([...this.cells.values()].filter(({ status }) => status === 'refused' || status === 'conflict').length);

  type(name: CellName, typed: CellText): void {
    if (this.isCounted(name.indicator)) return;
    const cell = this.at(name);
    const stood = textOf(cell.stands);
    const isAsItWas = typed.value === stood.value && typed.denominator === stood.denominator;
    this.cells.set(keyOf(name), { ...cell, typed, status: isAsItWas ? 'still' : 'waiting', message: '' });
    this.#soon(rest);
  }

  /** Of two that differ: ours after all, or what somebody else entered. */
  settle(name: CellName, whose: 'ours' | 'theirs'): void {
    const cell = this.at(name);
    if (whose === 'theirs') this.#stand(name, cell.stands);
    else this.cells.set(keyOf(name), { ...cell, status: 'waiting', message: '' });
    this.#soon(0);
  }

  stand(name: CellName, value: ShownValue | undefined): void {
    this.#stand(name, value);
  }

  #stand(name: CellName, value: ShownValue | undefined): void {
    this.cells.set(keyOf(name), { stands: value, typed: textOf(value), status: 'still', message: '' });
  }

  #soon(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.send(), wait);
  }

  async send(): Promise<void> {
    if (this.sending) return this.#soon(rest);
    const due = [...this.cells]
      .filter(([key, { status, typed }]) => status === 'waiting' && this.#isWhole(key, typed))
      .slice(0, mostAtOnce);
    await this.#keep();
    if (!due.length) return;
    this.sending = true;
    try {
      const replies = await enterCells(
        this.grid.period,
        this.grid.group,
        due.map(([key, cell]) => this.#asked(nameOf(key), cell)),
      );
      this.problem = undefined;
      due.forEach(([key, sent], i) => this.#hear(key, sent, replies[i]!));
      await this.#keep();
    } catch (caught) {
      this.problem = caught;
      this.#soon(again);
    } finally {
      this.sending = false;
    }
    if (!this.problem && untrack(() => this.waiting)) this.#soon(rest);
  }

  /** A part without its whole waits until that is typed as well. */
  #isWhole(key: string, { value, denominator }: CellText): boolean {
    if (!this.isRatio(nameOf(key).indicator) || isWord(value)) return true;
    return (value.trim() === '') === (denominator.trim() === '');
  }

  #asked(name: CellName, { stands, typed }: CellState): TypedCell {
    const was = seenIn(stands);
    const denominator = isWord(typed.value) ? '' : typed.denominator.trim();
    return {
      ...name,
      value: spoken(typed.value),
      ...(denominator ? { denominator } : {}),
      ...(was ? { was } : {}),
    };
  }

  #hear(key: string, sent: CellState, { outcome, message, value }: CellReply): void {
    const now = this.cells.get(key)!;
    const typedOn = now.typed !== sent.typed;
    if (outcome === 'conflict' || outcome === 'refused')
      this.cells.set(key, { ...now, stands: value, status: typedOn ? 'waiting' : outcome, message });
    else if (typedOn) this.cells.set(key, { ...now, stands: value });
    else this.cells.set(key, { stands: value, typed: textOf(value), status: 'saved', message: '' });
  }

  /** In this browser, until it got through. */
  async #keep(): Promise<void> {
    const unsent = [...this.cells].filter(([, { status }]) => status !== 'still' && status !== 'saved');
    const db = await store();
    if (!unsent.length) return db.delete('drafts', this.#draft);
    const value = Object.fromEntries(unsent.map(([key, { typed }]) => [key, { ...typed }]));
    await db.put('drafts', { key: this.#draft, value, version: 0, at: Date.now() });
  }
}
