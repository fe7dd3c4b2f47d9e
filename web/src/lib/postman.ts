// Sends what waits, oldest first. Each write carries its Idempotency-Key, so none is done twice.
import { deliver, largeFileOf, prepare, type Write } from './deliver.ts';
import { problemOf, Unreachable } from './problem.ts';
import { queue, ready, refresh } from './queue.svelte.ts';
import { store, type Store, type Waiting } from './store.ts';
import { signedInAgain } from './viewer.svelte.ts';

export type Outcome<T> = { sent: true; reply: T } | { sent: false };

/** Sends now if it can; otherwise keeps the write and says so. A refusal by the server is thrown as a Problem: it was not a matter of the network. */
export async function sendOrKeep<T>(write: Write): Promise<Outcome<T>> {
  const prepared = prepare(write);
  // What waits goes first: a later write may build on it. A large file is kept before anything, as its page may be gone before it is sent.
  if (!ready().length && !largeFileOf(prepared)) {
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

/** Until the network fails, or all is sent. */
export async function flush(): Promise<void> {
  if (queue.sending) return;
  queue.sending = true;
  try {
    const db = await store();
    while (await sendFirst(db)) await refresh();
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
  } finally {
    queue.sending = false;
    queue.part = undefined;
    await refresh();
  }
}

/** False when nothing more is to be sent now. */
async function sendFirst(db: Store): Promise<boolean> {
  const [first] = ready();
  // Somebody else has signed in: these words are not theirs to send.
  if (!first || (await store()) !== db) return false;
  queue.part = undefined;
  const response = await deliver(first, (part) => (queue.part = part));
  // Whoever signs in again sends it on; who sent very much waits for a while.
  if (response.status === 401 || response.status === 429) return false;
  await settle(db, first, response);
  return true;
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
