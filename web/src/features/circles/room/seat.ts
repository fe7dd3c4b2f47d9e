// How a phone comes into a room: by its code, without an account.
import { api, ask } from '#lib/api.ts';
import { Problem, Unreachable } from '#lib/problem.ts';
import type { SeatReply } from './room.ts';

/** A phone that has a seat in this room already keeps it. */
export const takeSeat = (code: string): Promise<unknown> => ask(api.POST('/api/rooms/{code}/seat', { params: { path: { code } } }));

const signedIn = (session: string) => `lomwong_signed_${session}`;

/** Who signed the list on this phone, oneself first: kept here alone. */
export const signedNames = (session: string): string[] => JSON.parse(localStorage.getItem(signedIn(session)) ?? '[]') as string[];
export const keepSigned = (session: string, names: string[]): void => localStorage.setItem(signedIn(session), JSON.stringify(names));

const getSeat = (): Promise<SeatReply> => ask(api.GET('/api/seat'));

/** Without a signal, or when the code is over, a phone that sat here sees the room as it was. */
export async function enter(code: string): Promise<SeatReply> {
  try {
    await takeSeat(code);
    return await getSeat();
  } catch (refused) {
    const over = refused instanceof Problem && refused.code === 'room_code_unknown';
    if (!over && !(refused instanceof Unreachable)) throw refused;
    const seat = await getSeat().catch(() => undefined);
    if (!seat || (over && seat.state.open)) throw refused;
    return seat;
  }
}
