// Where a card goes when somebody moves it by an arrow.
import type { BoardCard, CardForm, Column } from '../goal/types.ts';

export const order: Column[] = ['problem', 'cause', 'aim', 'way'];

export const inColumn = (cards: BoardCard[], stage: Column): BoardCard[] =>
  cards.filter((card) => card.stage === stage).toSorted((a, b) => a.place - b.place);

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';
export type Spot = { stage: Column; place: number };

/** Up and down within its column, sideways to the foot of the next one; nothing at an edge. */
export function spotAfter(cards: BoardCard[], card: BoardCard, arrow: string): Spot | undefined {
  const column = inColumn(cards, card.stage);
  const at = column.findIndex(({ id }) => id === card.id);
  if (arrow === 'ArrowUp') return at > 0 ? { stage: card.stage, place: at - 1 } : undefined;
  if (arrow === 'ArrowDown') return at < column.length - 1 ? { stage: card.stage, place: at + 1 } : undefined;
  if (arrow !== 'ArrowLeft' && arrow !== 'ArrowRight') return undefined;
  const stage = order[order.indexOf(card.stage) + (arrow === 'ArrowRight' ? 1 : -1)];
  return stage && { stage, place: inColumn(cards, stage).length };
}

/** As it stands, to be sent with what changes. */
export const formOf = ({ stage, words, who, purpose, due_on, done_on }: BoardCard): CardForm => ({
  stage,
  words,
  ...(who ? { who } : {}),
  ...(purpose ? { purpose } : {}),
  ...(due_on ? { due_on } : {}),
  ...(done_on ? { done_on } : {}),
});

export const isLate = (card: BoardCard, today: string): boolean => Boolean(card.due_on && !card.done_on && card.due_on < today);
