// Writes made without a network wait here, in order, and go out by themselves: what every page knows of them. How they go stands in
// postman.ts, which a visit loads only when something is to be sent.
import { store, type Waiting } from './store.ts';

class Queue {
  /** As they lie in the store, and put back there when one is refused: a store takes no proxies. */
  waiting = $state.raw<Waiting[]>([]);
  lastSent = $state<Date>();
  sending = $state(false);
  /** Of the large file that is on its way now, how much has gone: from 0 to 1. */
  part = $state<number>();
  /** Why nothing went the last time; undefined when all went that could. */
  rests = $state<'unreachable' | 'sign_in' | 'busy' | 'failing'>();
}
export const queue = new Queue();

/** A write that was set aside stays, with the reason, for its person to see; it holds nothing up but what is built on it. */
export const ready = () => queue.waiting.filter((one) => !one.refused && !one.needs);

export async function refresh(): Promise<void> {
  queue.waiting = await (await store()).getAll('waiting');
}

/** Sends what waits; where there is no network, perhaps not even the postman can be had. */
export async function flush(): Promise<void> {
  const postman = await import('./postman.ts').catch(() => undefined);
  await postman?.flush();
}

/** Starts the postman of who is here: on opening the page, when the network returns, and every half minute while something waits. */
export function startQueue(): () => void {
  const tryNow = () => ready().length && void flush();
  void refresh().then(tryNow);
  addEventListener('online', tryNow);
  const timer = setInterval(tryNow, 30_000);
  return () => {
    removeEventListener('online', tryNow);
    clearInterval(timer);
  };
}
