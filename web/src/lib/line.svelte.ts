// A line to what the server tells of a thing: when it breaks, the page comes back by itself and is told what it missed.
import { untrack } from 'svelte';
import { flush, queue } from './queue.svelte.ts';

/** The server says something at least every 15 seconds. */
const longestSilence = 40_000;
const firstWait = 1_000;
const longestWait = 10_000;

type Told = Record<string, (data: string) => void>;

export class Line {
  /** Whether the line is there now, as far as we can tell. */
  heard = $state(true);

  /** Made by a component, and silent again with it. `told`: what to do with each kind of event. */
  constructor(url: () => string, told: Told) {
    // Once: what it reads of the page while it begins is no reason to begin again.
    $effect(() => untrack(() => this.#listen(url, told)));
  }

  #listen(url: () => string, told: Told): () => void {
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let silence: ReturnType<typeof setTimeout> | undefined;
    let wait = firstWait;

    const open = () => {
      source = new EventSource(url());
      for (const [name, take] of Object.entries(told))
        source.addEventListener(name, (event: MessageEvent<string>) => hear(() => take(event.data)));
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
}
