// A page that stays in step with a room: it listens, and when the line breaks it comes back and is told what it missed.
import { Line } from '#lib/line.svelte.ts';
import { withHands, withNews, type HandsNow, type RoomState } from './room.ts';

export class LiveRoom {
  state: RoomState;
  /** How far this device's clock is before the server's, in milliseconds. */
  #ahead: number;
  #onnews: () => void;
  readonly #line: Line;

  /** Made by a component, and silent again with it. `onnews`: after each change that is more than hands. */
  constructor(url: string, first: RoomState, onnews: () => void = () => undefined) {
    this.state = $state.raw(first);
    this.#ahead = Date.now() - Date.parse(first.now);
    this.#onnews = onnews;
    this.#line = new Line(() => `${url}?after=${this.state.revision}`, {
      room: (data) => this.#takeNews(JSON.parse(data) as RoomState),
      hands: (data) => (this.state = withHands(this.state, JSON.parse(data) as HandsNow)),
    });
  }

  get heard(): boolean {
    return this.#line.heard;
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

  #takeNews(news: RoomState): void {
    const before = this.state;
    this.state = withNews(before, news);
    this.#ahead = Date.now() - Date.parse(news.now);
    if (this.state !== before) this.#onnews();
  }
}
