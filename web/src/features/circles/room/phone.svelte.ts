// A phone in the hall: what it sends goes out at once, or waits on it for a signal and goes out once.
import * as say from '#say';
import { sendOrKeep } from '#lib/postman.ts';
import { queue } from '#lib/queue.svelte.ts';
import type { AgeBand } from '../types.ts';
import { LiveRoom } from './live.svelte.ts';
import type { SeatReply } from './room.ts';

type Hand = { ask: number; level: number };
type Note = { group: number; body: string };
type Card = { ask: number; heading: number; body: string };

const waiting = <T>(path: string): T[] =>
  queue.waiting.filter((one) => one.path === path && !one.refused).map((one) => JSON.parse(one.body as string) as T);

export class Phone {
  readonly live: LiveRoom;
  readonly seat: SeatReply;
  problem = $state<unknown>();
  #raised = $state<Record<number, number>>({});

  constructor(seat: SeatReply) {
    this.seat = seat;
    this.live = new LiveRoom('/api/seat/live', seat.state);
    for (const { ask_id, level } of seat.hands) this.#raised[ask_id] = level;
  }

  /** The level at which one's own hand is up; one that still waits counts, it is what its person chose last. */
  levelOf(ask: number): number | undefined {
    return waiting<Hand>('/api/seat/hands').findLast((hand) => hand.ask === ask)?.level ?? this.#raised[ask];
  }

  cardsWaiting(ask: number): Card[] {
    return waiting<Card>('/api/seat/cards').filter((card) => card.ask === ask);
  }

  async raise(ask: number, level: number): Promise<void> {
    if (await this.#send('/api/seat/hands', say.room_own_hand({ level }), { ask, level })) this.#raised[ask] = level;
  }

  write(ask: number, heading: number, body: string): Promise<boolean> {
    return this.#send('/api/seat/cards', body.slice(0, 60), { ask, heading, body });
  }

  notesWaiting(group: number): Note[] {
    return waiting<Note>('/api/seat/notes').filter((note) => note.group === group);
  }

  writeNote(group: number, body: string): Promise<boolean> {
    return this.#send('/api/seat/notes', body.slice(0, 60), { group, body });
  }

  signIn(name: string, organisation: string, age_band: AgeBand | undefined): Promise<boolean> {
    const form = { name, ...(organisation.trim() ? { organisation } : {}), ...(age_band ? { age_band } : {}) };
    return this.#send('/api/seat/sign-in', name, form);
  }

  /** True when it went out or is kept for later; a refusal is shown. */
  async #send(path: string, title: string, body: object): Promise<boolean> {
    this.problem = undefined;
    try {
      await sendOrKeep({ title, method: 'POST', path, body });
      return true;
    } catch (problem) {
      this.problem = problem;
      return false;
    }
  }
}
