// The sheet for the hall as its address has it: how large its letters are, and what goes on it.
import * as say from '#say';
import type { Words } from '#lib/words.ts';

export type Letters = 'wall' | 'near' | 'hand';
export const most: Record<Letters, number> = { wall: 4, near: 9, hand: 31 };
export const lettersInWords: Words<Letters> = {
  wall: say.goals_sheet_letters_wall,
  near: say.goals_sheet_letters_near,
  hand: say.goals_sheet_letters_hand,
};

export type Order = { letters: Letters; codes: string[] };

const isLetters = (text: string | null): text is Letters => text !== null && Object.hasOwn(most, text);

export function orderIn(query: Pick<URLSearchParams, 'get'>): Order {
  const letters = query.get('letters');
  return {
    letters: isLetters(letters) ? letters : 'wall',
    codes: [...new Set((query.get('indicators') ?? '').split(',').filter(Boolean))],
  };
}

/** What is usual is left out: "?letters=near&indicators=a,b", or nothing. */
export function queryOf({ letters, codes }: Order): string {
  const parts = [
    ...(letters === 'wall' ? [] : [`letters=${letters}`]),
    ...(codes.length ? [`indicators=${codes.map(encodeURIComponent).join(',')}`] : []),
  ];
  return parts.length ? `?${parts.join('&')}` : '';
}

export function told({ letters, codes }: Order): string {
  const room = most[letters];
  if (!codes.length) return letters === 'hand' ? say.goals_sheet_all({ most: room }) : say.goals_sheet_worst();
  if (codes.length > room) return say.goals_sheet_over({ chosen: codes.length, most: room });
  return codes.length === room ? say.goals_sheet_full({ most: room }) : say.goals_sheet_chosen({ chosen: codes.length, most: room });
}
