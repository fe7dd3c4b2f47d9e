// A page that stays in step with a room: it listens, and when the line breaks it comes back and is told what it missed.
import { untrack } from 'svelte';
import { queue, flush } from '#lib/queue.svelte.ts';
import { withHands, withNews, type HandsNow, type RoomState } from './room.ts';

/** The server says something at least every 15 seconds. */
const longestSilence = 40_000;
const firstWait = 1_000;
const longestWait = 10_000;

export class LiveRoom {
  state: RoomState;
  /** Whether the line is there now, as far as we can tell. */
  heard = $state(true);
  /** How far this device's clock is before the server's, in milliseconds. */
  #ahead: number;
  #onnews: () => void;

  /** Made by a component, and silent again with it. `onnews`: after each change that is more than hands. */
  constructor(url: string, first: RoomState, onnews: () => void = () => undefined) {
    this.state = $state.raw(first);
    this.#ahead = Date.now() - Date.parse(first.now);
    this.#onnews = onnews;
    // Once: what it reads of the state while it begins is no reason to begin again.
    $effect(() => untrack(() => this.#listen(url)));
  }

  /** Takes a whole answer of the server, as after a write of one's own. */
  take(whole: RoomState): void {
    if (whole.revision < this.state.revision) return;
    this.state = whole;
    this.#ahead = Date.now() - Date.parse(whole.now);
  }

  secondsUntil(moment: string, now: number): number {
    return (Date.parse(moment) - (now - this.#ahead)) / 1000;
  }

  serverTime(): number {
    return Date.now() - this.#ahead;
  }

  #listen(url: string): () => void {
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let silence: ReturnType<typeof setTimeout> | undefined;
    let wait = firstWait;

    const open = () => {
      source = new EventSource(`${url}?after=${this.state.revision}`);
      source.addEventListener('room', (event) => hear(() => this.#takeNews(JSON.parse(event.data) as RoomState)));
      source.addEventListener('hands', (event) => hear(() => (this.state = withHands(this.state, JSON.parse(event.data) as HandsNow))));
      source.addEventListener('still', () => hear(() => undefined));
      source.onerror = lose;
    };
    // A browser gives up where a server answers with an error, as one that is just starting may: so we come back ourselves.
    const lose = () => {
      source?.close();
      this.heard = false;
      clearTimeout(silence);
      clearTimeout(again);
      again = setTimeout(open, wait * (0.5 + Math.random()));
      wait = Math.min(2 * wait, longestWait);
    };
    const hear = (take: () => void) => {
      take();
      wait = firstWait;
      clearTimeout(silence);
      silence = setTimeout(lose, longestSilence);
      if (!this.heard && queue.waiting.length) void flush();
      this.heard = true;
    };
    const backAtOnce = () => {
      if (this.heard) return;
      wait = firstWait;
      lose();
    };

    open();
    addEventListener('online', backAtOnce);
    return () => {
      source?.close();
      clearTimeout(again);
      clearTimeout(silence);
      removeEventListener('online', backAtOnce);
    };
  }

  #takeNews(news: RoomState): void {
    const before = this.state;
    this.state = withNews(before, news);
    this.#ahead = Date.now() - Date.parse(news.now);
    if (this.state !== before) this.#onnews();
  }
}
