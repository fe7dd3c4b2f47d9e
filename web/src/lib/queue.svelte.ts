// Writes made without a network wait here, in order, and go out by themselves. Each carries its Idempotency-Key, so none is done twice.
import { deliver, prepare, type Write } from './deliver.ts';
import { problemOf, Unreachable } from './problem.ts';
import { store, type Store, type Waiting } from './store.ts';
import { signedInAgain } from './viewer.svelte.ts';

export const queue = $state<{ waiting: Waiting[]; lastSent: Date | undefined; sending: boolean }>({
  waiting: [],
  lastSent: undefined,
  sending: false,
});

export type Outcome<T> = { sent: true; reply: T } | { sent: false };

const ready = () => queue.waiting.filter((one) => !one.refused);

/** Sends now if it can; otherwise keeps the write and says so. A refusal by the server is thrown as a Problem: it was not a matter of the network. */
export async function sendOrKeep<T>(write: Write): Promise<Outcome<T>> {
  const prepared = prepare(write);
  // What waits goes first: a later write may build on it.
  if (!ready().length) {
    try {
      return { sent: true, reply: (await sendNow(prepared)) as T };
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
    }
  }
  await keep(prepared);
  return { sent: false };
}

async function sendNow(prepared: Waiting): Promise<unknown> {
  let response = await deliver(prepared);
  if (response.status === 401 && (await signedInAgain())) response = await deliver(prepared);
  if (!response.ok) throw await problemOf(response);
  return response.status === 204 ? undefined : response.json();
}

/** A newer whole text takes the place of one that still waits for the same address. */
async function keep(prepared: Waiting): Promise<void> {
  const older = ready().find((one) => prepared.method === 'PUT' && one.method === 'PUT' && one.path === prepared.path);
  const db = await store();
  if (older) await db.put('waiting', { ...older, body: prepared.body, title: prepared.title, at: prepared.at });
  else await db.add('waiting', prepared);
  await refresh();
  void flush();
}

export async function refresh(): Promise<void> {
  queue.waiting = await (await store()).getAll('waiting');
}

/** Sends what waits, oldest first, until the network fails; a refused write stays, with the reason, for its person to see. */
export async function flush(): Promise<void> {
  if (queue.sending) return;
  queue.sending = true;
  try {
    const db = await store();
    for (const waiting of ready()) {
      // Somebody else has signed in: these words are not theirs to send.
      if ((await store()) !== db) break;
      const response = await deliver(waiting);
      // Whoever signs in again sends it on; who sent very much waits for a while.
      if (response.status === 401 || response.status === 429) break;
      await settle(db, waiting, response);
    }
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
  } finally {
    queue.sending = false;
    await refresh();
  }
}

async function settle(db: Store, waiting: Waiting, response: Response): Promise<void> {
  if (response.ok) {
    await db.delete('waiting', waiting.id!);
    await forgetDraft(db, waiting);
    queue.lastSent = new Date();
  } else {
    await db.put('waiting', { ...waiting, refused: (await problemOf(response)).message });
  }
}

/** Unless its person has typed on since. */
async function forgetDraft(db: Store, { draft, at }: Waiting): Promise<void> {
  const kept = draft ? await db.get('drafts', draft) : undefined;
  if (kept && kept.at <= at) await db.delete('drafts', kept.key);
}

export async function discard(id: number): Promise<void> {
  await (await store()).delete('waiting', id);
  await refresh();
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
