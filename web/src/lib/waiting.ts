// What a person does with a write that waits: sends it once more, or gives it up. Loaded with the list of them.
import { flush, queue, refresh } from './queue.svelte.ts';
import { store, type Waiting } from './store.ts';

/** With what is built on it: a photo of a session that is not sent has nowhere to go. */
export const together = (one: Waiting): Waiting[] =>
  queue.waiting.filter((other) => other.id === one.id || (one.gives && other.needs === one.gives));

export async function discard(one: Waiting): Promise<void> {
  const tx = (await store()).transaction('waiting', 'readwrite');
  for (const { id } of together(one)) void tx.store.delete(id!);
  await tx.done;
  await refresh();
}

/** Asks again; what was wrong there may have been put right. */
export async function retry(one: Waiting): Promise<void> {
  await (await store()).put('waiting', asNew(one));
  await refresh();
  await flush();
}

const asNew = (one: Waiting): Waiting => ({ ...one, refused: undefined, failures: undefined });

/** Everything, also what was set aside because the server failed at it: it may be well again. */
export async function sendAllNow(): Promise<void> {
  const db = await store();
  for (const one of queue.waiting) if (one.refused && one.failures) await db.put('waiting', asNew(one));
  await refresh();
  await flush();
}
